import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LinkEnd, LinkSense } from '~/links/linkTypes';
import { Button } from '~/ui/button/Button';
import { TextButton } from '~/ui/button/TextButton';
import { TextArea } from '~/ui/form/TextArea';
import { phrasesOf } from '../linkRows';
import { PastedLine } from './PastedLine';
import { type PastedPlace, usePastedLinks } from './usePastedLinks';

interface PastedLinksProps extends PastedPlace {
  text: string;
  onText(text: string): void;
  onAdd(links: readonly (LinkEnd & LinkSense)[]): void;
  /** Back to adding one. */
  onClose(): void;
}

interface ForeignNotesProps {
  hosts: readonly string[];
  /** The person says that it is this server. */
  onTake(host: string): void;
}

/** Which addresses are of other servers, all those of one taken for this one by a press. */
function ForeignNotes({ hosts, onTake }: ForeignNotesProps) {
  return hosts.map((host) => (
    <p key={host} className="meta link-note">
      Numbers in addresses of {host} are of that server.{' '}
      <TextButton onClick={() => onTake(host)}>{host} is this server</TextButton>
    </p>
  ));
}

function countWords({ judged, good }: { judged: readonly unknown[]; good: readonly unknown[] }) {
  const bad = judged.length - good.length;
  const links = `${good.length} ${good.length === 1 ? 'link' : 'links'}`;
  return bad === 0
    ? `${links}.`
    : `${links}; ${bad} of ${judged.length} cannot be added, see below.`;
}

/** A list pasted from a mail or a table: each line judged at its place, its kind of link to be chosen, the good ones added at once. */
export function PastedLinks({ text, onText, onAdd, onClose, ...place }: PastedLinksProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  // It is there because somebody asked for it.
  useEffect(() => box.current?.focus(), []);
  const adder = useRef<HTMLButtonElement>(null);
  const pasted = usePastedLinks(text, place);
  const { judged, good, note, isChecking } = pasted;
  const options = phrasesOf(place.field);
  function add(): void {
    onAdd(good);
    // What could not be added stays to be mended.
    const left = judged.filter(({ problem, isTwice }) => problem !== undefined && !isTwice);
    onText([...new Set(left.map((line) => line.text))].join('\n'));
    if (left.length === 0) onClose();
    // The added ones came above: what is left must not be looked for.
    else box.current?.focus();
  }
  /** The button of what is settled goes: the focus is at what comes next. */
  function settle(settling: () => void): void {
    settling();
    adder.current?.focus();
  }
  return (
    <div className="link-picker">
      <TextArea
        ref={box}
        className="link-pasted-text"
        label="Artifacts, as many as you like"
        help="Numbers, references such as art #12, addresses, or lines of a mail. A line may begin with its phrase: covers #12."
        value={text}
        onChange={onText}
        rows={4}
      />
      <p className="meta soft link-picker-words" role="status">
        {isChecking ? 'Looking them up…' : judged.length === 0 ? '' : countWords({ judged, good })}
      </p>
      {note}
      <ForeignNotes
        hosts={pasted.foreignHosts}
        onTake={(host) => settle(() => pasted.isThisServer(host))}
      />
      {judged.length === 0 ? null : (
        <ul className="link-pasted" aria-label="What the list becomes">
          {judged.map((line) => (
            <PastedLine
              key={line.key}
              line={line}
              options={options}
              onSense={(sense) => pasted.choose(line, sense)}
              onInsist={(id) => settle(() => pasted.insist(id))}
            />
          ))}
        </ul>
      )}
      <div className="link-picker-actions">
        <Button
          ref={adder}
          size="small"
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden="true" />}
          isPending={isChecking && judged.length > 0}
          disabledReason={good.length === 0 ? 'No line of it can be added' : undefined}
          onClick={add}
        >
          Add {good.length} {good.length === 1 ? 'link' : 'links'}
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          Back to one
        </Button>
      </div>
    </div>
  );
}
