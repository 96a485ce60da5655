import { CircleAlert } from 'lucide-react';
import { LinkedFacts } from '~/links/LinkList';
import { type LinkSense, senseKey, senseOfKey } from '~/links/linkTypes';
import { TextButton } from '~/ui/button/TextButton';
import { NativeSelect } from '~/ui/form/NativeSelect';
import type { JudgedLine } from './judgeLines';

interface PastedLineProps {
  line: JudgedLine;
  options: readonly { value: string; label: string }[];
  onSense(sense: LinkSense): void;
  onInsist(id: number): void;
}

/** A line of a pasted list: its link with the phrase to be chosen, or why it becomes none. */
export function PastedLine({ line, options, onSense, onInsist }: PastedLineProps) {
  const { id, text, facts, sense, problem, isUnseen } = line;
  if (id === null || problem !== undefined) {
    return (
      <li className="link-row link-row-bad">
        <CircleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className="link-title">{id === null ? text : `#${id} ${facts?.title ?? ''}`}</span>
        <span className="link-row-note link-row-closed meta">
          {problem}.
          {isUnseen && id !== null ? (
            <>
              {' '}
              <TextButton onClick={() => onInsist(id)}>Add #{id} all the same</TextButton>
            </>
          ) : null}
        </span>
      </li>
    );
  }
  return (
    <li className="link-row">
      <div className="link-row-phrase">
        <NativeSelect
          label={`Type of the link to #${id}`}
          isLabelHidden
          value={senseKey(sense)}
          onChange={(key) => onSense(senseOfKey(key))}
          options={options}
        />
      </div>
      <LinkedFacts id={id} facts={facts} />
    </li>
  );
}
