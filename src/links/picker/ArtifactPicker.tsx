import { type ClipboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { TextField } from '~/ui/form/TextField';
import { referencedArtifact } from '../artifactReference';
import type { LinkPlaceFacts } from '../LinkPlace';
import { useReach } from '../useReach';
import { Candidate } from './Candidate';
import { useCandidates } from './useCandidates';
import { useForeignAddress } from './useForeignAddress';
import { useTaking } from './useTaking';
import '../links.css';

interface ArtifactPickerProps {
  place: LinkPlaceFacts;
  /** What is done with the chosen one, before its number: "Add". */
  verb: string;
  icon: ReactNode;
  /** Why this artifact cannot be chosen; undefined when it can. */
  whyNot(id: number): string | undefined;
  /** The chosen one is written too: whether that is allowed is looked up for each that is found. */
  isWritten?: boolean;
  /** Said of a number that nobody here can see, which is offered all the same. */
  unseenNote?: string;
  onPick(id: number): void;
  /** A text of several lines was pasted: it is no single artifact. */
  onList?(text: string): void;
}

/** Gives `onList` a pasted text of several lines; any other stays the text's own. */
function pasteList(event: ClipboardEvent, onList: (text: string) => void): void {
  const pasted = event.clipboardData.getData('text');
  if (!pasted.trim().includes('\n')) return;
  event.preventDefault();
  onList(pasted);
}

const hindranceOf = (reason: string | undefined) => (reason === undefined ? undefined : { reason });

/**
 * Finds an artifact by its number, reference or address, by words of its title in one tracker, or among those seen
 * lately. A number that nobody can see is offered all the same: whether it exists is the server's word. An address of
 * another server is not: its number means another artifact, until the person says that it is this server.
 */
export function ArtifactPicker(props: ArtifactPickerProps) {
  const { place, verb, icon, whyNot, isWritten = false, unseenNote, onPick, onList } = props;
  const [text, setText] = useState('');
  const [trackerId, setTrackerId] = useState(place.tracker.id);
  const input = useRef<HTMLInputElement>(null);
  // It is there because somebody asked for it.
  useEffect(() => input.current?.focus(), []);
  const results = useRef<HTMLUListElement>(null);
  const { candidates, trackers, words, isSearching } = useCandidates(place, { text, trackerId });
  const reach = useReach(isWritten ? candidates.map(({ id }) => id) : []);
  const isEmpty = text.trim() === '';
  const foreign = useForeignAddress(text, () => input.current?.focus());
  const named = referencedArtifact(text);
  const isFree = named !== null && foreign === undefined && whyNot(named) === undefined;
  const takeNamed = isFree ? () => pick(named) : undefined;
  const count = candidates.length;
  const taking = useTaking(input, results, { count, isSearching, isEmpty, takeNamed });
  function type(next: string): void {
    taking.forget();
    setText(next);
  }
  function pick(id: number): void {
    onPick(id);
    setText('');
    input.current?.focus();
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
          onKeyDown={(event) => {
            taking.key(event);
            taking.walk(event);
          }}
          onPaste={onList && ((event) => pasteList(event, onList))}
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
        <ul
          ref={results}
          className="link-candidates"
          aria-label="Found artifacts"
          onKeyDown={taking.walk}
        >
          {candidates.map((candidate) => (
            <Candidate
              key={candidate.id}
              candidate={candidate}
              verb={verb}
              icon={icon}
              hindrance={hindranceOf(whyNot(candidate.id)) ?? foreign}
              reach={reach.get(candidate.id)}
              unseenNote={unseenNote}
              onPick={pick}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
