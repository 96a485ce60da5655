import { Undo2, X } from 'lucide-react';
import type { Field } from '~/api/trackers';
import { LinkedFacts } from '~/links/LinkList';
import type { LinkedArtifact } from '~/links/linkedArtifacts';
import { type LinkSense, senseKey, senseOfKey, turnedRound } from '~/links/linkTypes';
import type { Reach } from '~/links/reach';
import { IconButton } from '~/ui/button/IconButton';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { type LinkRow, phrasesFor } from './linkRows';
import type { ArtifactLinks } from './mergeLinks';
import { WrongWay } from './WrongWay';

interface LinkRowProps {
  row: LinkRow;
  facts: LinkedArtifact | undefined;
  /** Where the other artifact is written too: whether that is allowed. */
  reach: Reach | undefined;
  field: Field;
  /** All links, which decide what this one may become. */
  value: ArtifactLinks;
  onSense(sense: LinkSense): void;
  onToggle(): void;
}

/** One link to be changed: its phrase, the other artifact, and the way out and back. */
export function LinkRowEditor(props: LinkRowProps) {
  const { row, facts, reach, field, value, onSense, onToggle } = props;
  const isOut = row.state === 'removed';
  const options = phrasesFor(row, field, value);
  const canTurn = options.some((option) => option.value === senseKey(turnedRound(row)));
  const link = `the link ${row.direction === 'forward' ? 'to' : 'from'} #${row.id}`;
  return (
    <li className={`link-row${isOut ? ' link-row-removed' : ''}`}>
      <div className="link-row-phrase">
        <NativeSelect
          label={`Type of ${link}`}
          isLabelHidden
          value={senseKey(row)}
          onChange={(key) => onSense(senseOfKey(key))}
          options={options}
          disabledReason={isOut ? '' : undefined}
        />
      </div>
      <LinkedFacts id={row.id} facts={facts} />
      {row.state === 'kept' ? null : (
        <span className={`link-tag link-tag-${row.state}`}>{row.state}</span>
      )}
      <IconButton
        size="small"
        label={isOut ? `Undo: keep ${link}` : `Remove ${link}`}
        icon={
          isOut ? (
            <Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <X size={14} strokeWidth={1.75} aria-hidden="true" />
          )
        }
        onClick={onToggle}
      />
      {reach?.kind === 'closed' ? (
        <p className="link-row-note link-row-closed meta">
          {reach.reason}. Take this change back to save the others.
        </p>
      ) : null}
      {isOut ? null : (
        <WrongWay sense={row} facts={facts} field={field} onSense={canTurn ? onSense : undefined} />
      )}
    </li>
  );
}
