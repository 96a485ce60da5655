import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Artifact } from '~/api/artifacts/read';
import { hasStatus } from '~/api/error';
import { projectTrackersQuery, trackerQuery } from '~/api/trackers';
import { useForeignHosts } from '~/links/useForeignHosts';
import { usePaused } from '~/links/usePaused';
import { TextButton } from '~/ui/button/TextButton';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { TextField } from '~/ui/form/TextField';

const ELSEWHERE = 'elsewhere';

interface MoveTargetProps {
  artifact: Artifact;
  /** Null while none is named. */
  onTracker(id: number | null): void;
}

/** `85`, or the address of a tracker here or in Tuleap (`?tracker=85`), with the host that it names. */
function trackerIn(text: string): { id: number | null; host: string | null } {
  const trimmed = text.trim();
  const id = /^(\d{1,10})$|[?&]tracker=(\d{1,10})\b|\/trackers\/(\d{1,10})\b/.exec(trimmed);
  const number = Number(id?.slice(1).find((part) => part !== undefined));
  const host = URL.canParse(trimmed) ? new URL(trimmed).host : null;
  return { id: number > 0 ? number : null, host };
}

/**
 * A tracker of another project by its number or address; its name stands under it before anything is moved there. One of
 * another server is refused: its numbers mean other trackers.
 */
function TrackerElsewhere({ onTracker }: Pick<MoveTargetProps, 'onTracker'>) {
  const [text, setText] = useState('');
  const foreign = useForeignHosts();
  const named = trackerIn(usePaused(text));
  const host = foreign.has(named.host) ? named.host : null;
  const id = host === null ? named.id : null;
  useEffect(() => onTracker(id), [onTracker, id]);
  const { data, error } = useQuery({ ...trackerQuery(id ?? 0), enabled: id !== null });
  const isHidden = hasStatus(error, 404) || hasStatus(error, 403);
  return (
    <>
      <TextField
        label="Number or address of the tracker"
        value={text}
        onChange={setText}
        autoComplete="off"
        help={data ? `${data.label} in ${data.project.label}` : ''}
        error={
          host === null
            ? isHidden
              ? 'There is no such tracker that you may see.'
              : undefined
            : `The address is of ${host}, another server than this one.`
        }
      />
      {host === null ? null : (
        <TextButton onClick={() => foreign.take(host)}>It is this server</TextButton>
      )}
    </>
  );
}

/** The tracker to move to: one of the same project by its name, any other by its number or address. */
export function MoveTarget({ artifact, onTracker }: MoveTargetProps) {
  const { data = [], error } = useQuery(projectTrackersQuery(artifact.project.id));
  const [choice, setChoice] = useState('');
  const others = data.filter(({ id }) => id !== artifact.tracker.id);
  return (
    <>
      <NativeSelect
        label="To the tracker"
        value={choice}
        onChange={(next) => {
          setChoice(next);
          onTracker(next === ELSEWHERE ? null : Number(next) || null);
        }}
        options={[
          { value: '', label: 'Choose a tracker' },
          ...others.map(({ id, label }) => ({ value: String(id), label })),
          { value: ELSEWHERE, label: 'In another project…' },
        ]}
        {...(error
          ? { help: 'The trackers of this project could not be read: give a number.' }
          : {})}
      />
      {choice === ELSEWHERE ? <TrackerElsewhere onTracker={onTracker} /> : null}
    </>
  );
}
