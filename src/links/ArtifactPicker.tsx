import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { TextField } from '~/ui/form/TextField';
import type { LinkPlaceFacts } from './LinkPlace';
import type { LinkedArtifact } from './linkedArtifacts';
import { useCandidates } from './useCandidates';
import './links.css';

export interface ArtifactPickerProps {
  place: LinkPlaceFacts;
  /** What is done with the chosen one, before its number: "Add". */
  verb: string;
  /** Why this artifact cannot be chosen; undefined when it can. */
  whyNot(id: number): string | undefined;
  onPick(id: number): void;
}

function Candidate({
  candidate,
  reason,
  verb,
  onPick,
}: {
  candidate: { id: number; facts: LinkedArtifact | null };
  reason: string | undefined;
  verb: string;
  onPick(): void;
}) {
  const { id, facts } = candidate;
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
        onClick={onPick}
      >
        {verb}
      </Button>
    </li>
  );
}

/**
 * Finds an artifact by its number, reference or address, or by words of its title in one tracker. A number that nobody
 * can see is offered all the same: whether it exists is the server's word.
 */
export function ArtifactPicker({ place, verb, whyNot, onPick }: ArtifactPickerProps) {
  const [text, setText] = useState('');
  const [trackerId, setTrackerId] = useState(place.tracker.id);
  const input = useRef<HTMLInputElement>(null);
  // It is there because somebody asked for it.
  useEffect(() => input.current?.focus(), []);
  const results = useRef<HTMLUListElement>(null);
  const { candidates, trackers, words, isSearching } = useCandidates(place, { text, trackerId });
  function pick(id: number): void {
    if (whyNot(id) !== undefined) return;
    onPick(id);
    setText('');
    input.current?.focus();
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || text.trim() === '') return;
    event.preventDefault();
    const [first, second] = candidates;
    if (first && !second) pick(first.id);
    else results.current?.querySelector('button')?.focus();
  }
  return (
    <div className="link-picker">
      <div className="link-picker-fields">
        <TextField
          ref={input}
          label="Artifact"
          placeholder="#12, its address, or words of its title"
          value={text}
          onChange={setText}
          onKeyDown={key}
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
              reason={whyNot(candidate.id)}
              verb={verb}
              onPick={() => pick(candidate.id)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
