import { Undo2, X } from 'lucide-react';
import { use } from 'react';
import type { Field } from '~/api/trackers';
import { LinkedFacts } from '~/links/LinkList';
import { LinkPlace } from '~/links/LinkPlace';
import type { LinkedArtifact } from '~/links/linkedArtifacts';
import { type LinkSense, phraseOf, senseKey, senseOfKey } from '~/links/linkTypes';
import type { Reach } from '~/links/reach';
import { isWrongWay } from '~/links/wrongWay';
import { IconButton } from '~/ui/button/IconButton';
import { TextButton } from '~/ui/button/TextButton';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { type LinkRow, phrasesFor } from './linkRows';

interface LinkRowProps {
  row: LinkRow;
  facts: LinkedArtifact | undefined;
  /** Where the other artifact is written too: whether that is allowed. */
  reach: Reach | undefined;
  field: Field;
  disabledReason: string | undefined;
  onSense(sense: LinkSense): void;
  onToggle(): void;
}

/** A link that turns the hierarchy of the two trackers round, with the way to mend it. */
function WrongWay({ row, facts, reach, field, onSense }: LinkRowProps) {
  const place = use(LinkPlace);
  const isNew = row.state === 'added' || row.isOtherType;
  if (!place || !facts || !isNew) return null;
  const parentId = reach?.kind === 'open' ? reach.parentId : null;
  const { tracker } = facts;
  if (!isWrongWay(row, place.tracker, { id: tracker.id, parentId })) return null;
  const turned: LinkSense = {
    type: row.type,
    direction: row.direction === 'forward' ? 'reverse' : 'forward',
  };
  const [parents, children] =
    row.direction === 'forward'
      ? [tracker.label, place.tracker.label]
      : [place.tracker.label, tracker.label];
  return (
    <p className="link-row-note meta">
      {parents} are the parents of {children}: this is the other way round.{' '}
      <TextButton onClick={() => onSense(turned)}>
        Make it “{phraseOf(turned, field.allowed_types ?? [])}”
      </TextButton>
    </p>
  );
}

/** One link to be changed: its phrase, the other artifact, and the way out and back. */
export function LinkRowEditor(props: LinkRowProps) {
  const { row, facts, reach, field, disabledReason, onSense, onToggle } = props;
  const isOut = row.state === 'removed';
  const link = `the link ${row.direction === 'forward' ? 'to' : 'from'} #${row.id}`;
  return (
    <li className={`link-row${isOut ? ' link-row-removed' : ''}`}>
      <div className="link-row-phrase">
        <NativeSelect
          label={`Type of ${link}`}
          isLabelHidden
          value={senseKey(row)}
          onChange={(key) => onSense(senseOfKey(key))}
          options={phrasesFor(row, field)}
          disabledReason={isOut ? '' : disabledReason}
        />
      </div>
      <LinkedFacts id={row.id} facts={facts} />
      {row.state === 'kept' ? null : (
        <span className={`link-tag link-tag-${row.state}`}>{row.state}</span>
      )}
      <IconButton
        size="small"
        label={isOut ? `Undo: keep ${link}` : `Remove ${link}`}
        disabledReason={disabledReason}
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
      <WrongWay {...props} />
    </li>
  );
}
