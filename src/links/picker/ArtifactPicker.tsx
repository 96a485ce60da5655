import { Plus } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { TextField } from '~/ui/form/TextField';
import type { LinkPlaceFacts } from './LinkPlace';
import type { LinkedArtifact } from './linkedArtifacts';
import { useCandidates } from './useCandidates';
import { useReach } from './useReach';
import './links.css';

interface ArtifactPickerProps {
  place: LinkPlaceFacts;
  /** What is done with the chosen one, before its number: "Add". */
  verb: string;
  /** Why this artifact cannot be chosen; undefined when it can. */
  whyNot(id: number): string | undefined;
  /** The chosen one is written too: whether that is allowed is looked up for each that is found. */
  isWritten?: boolean;
  onPick(id: number): void;
  /** A text of several lines was pasted: it is no single artifact. */
  onList?(text: string): void;
}

interface CandidateProps extends Pick<ArtifactPickerProps, 'verb' | 'whyNot' | 'onPick'> {
  candidate: { id: number; facts: LinkedArtifact | null };
  isWritten: boolean;
}

function Candidate({ candidate, verb, whyNot, isWritten, onPick }: CandidateProps) {
  const { id, facts } = candidate;
  const reach = useReach(isWritten ? [id] : []).get(id);
  const reason = whyNot(id) ?? (reach?.kind === 'closed' ? reach.reason : undefined);
  const name = facts ? `${verb} #${id} ${facts.title}` : `${verb} #${id}`;
  return (
    <li className="link-row">
      <span className="tabular">#{id}</span>
      <span className="link-title">
        {facts ? facts.title : <span className="soft">no such artifact that you may see</span>}
      </span>
      {facts ? (
        <span className="link-facts meta">
          {facts.status?.label} {facts.tracker.label}
        </span>
      ) : null}
      <Button
        size="small"
        aria-label={name}
        icon={<Plus size={14} strokeWidth={1.75} aria-hidden="true" />}
        disabledReason={reason}
        onClick={() => onPick(id)}
      >
        {verb}
      </Button>
      {reason === undefined ? null : <span className="link-row-note meta">{reason}.</span>}
    </li>
  );
}

/**
 * Finds an artifact by its number, reference or address, by words of its title in one tracker, or among those seen
 * lately. A number that nobody can see is offered all the same: whether it exists is the server's word.
 */
export function ArtifactPicker({
  place,
  verb,
  whyNot,
  isWritten = false,
  onPick,
  onList,
}: ArtifactPickerProps) {
  const [text, setText] = useState('');
  const [trackerId, setTrackerId] = useState(place.tracker.id);
  const input = useRef<HTMLInputElement>(null);
  // It is there because somebody asked for it.
  useEffect(() => input.current?.focus(), []);
  const results = useRef<HTMLUListElement>(null);
  /** Enter was pressed while the search ran. */
  const isAwaited = useRef(false);
  const { candidates, trackers, words, isSearching } = useCandidates(place, { text, trackerId });
  function type(next: string): void {
    isAwaited.current = false;
    setText(next);
  }
  function pick(id: number): void {
    onPick(id);
    setText('');
    input.current?.focus();
  }
  function take(): void {
    const button = results.current?.querySelector('button');
    // Where there is a choice, it is not made by a key that was meant for the text; what cannot be taken says why.
    const canTake = button?.getAttribute('aria-disabled') !== 'true';
    if (candidates.length === 1 && canTake) button?.click();
    else button?.focus();
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || text.trim() === '') return;
    event.preventDefault();
    // What stands there was found for an earlier text: Enter means what this one will find.
    if (isSearching) isAwaited.current = true;
    else take();
  }
  const takeFound = useEffectEvent(take);
  useEffect(() => {
    if (isSearching || !isAwaited.current) return;
    isAwaited.current = false;
    takeFound();
  }, [isSearching]);
  function paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text');
    if (!onList || !pasted.trim().includes('\n')) return;
    event.preventDefault();
    onList(pasted);
  }
  return (
    <div className="link-picker">
      <div className="link-picker-fields">
        <TextField
          ref={input}
          label="Artifact"
          placeholder="#12, its address, or words of its title"
          value={text}
          onChange={type}
          onKeyDown={key}
          onPaste={paste}
          autoComplete="off"
        />
        <NativeSelect
          label="Search titles in"
          value={String(trackerId)}
          onChange={(id) => setTrackerId(Number(id))}
          options={trackers.map(({ id, label }) => ({ value: String(id), label }))}
        />
      </div>
      <p className="meta soft link-picker-words" role="status">
        {isSearching ? 'Searching…' : words}
      </p>
      {candidates.length === 0 ? null : (
        <ul ref={results} className="link-candidates" aria-label="Found artifacts">
          {candidates.map((candidate) => (
            <Candidate
              key={candidate.id}
              candidate={candidate}
              verb={verb}
              whyNot={whyNot}
              isWritten={isWritten}
              onPick={pick}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
