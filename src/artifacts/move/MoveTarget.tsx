import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Artifact } from '~/api/artifacts';
import { projectTrackersQuery } from '~/api/trackers';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { TextField } from '~/ui/form/TextField';

const ELSEWHERE = 'elsewhere';

interface MoveTargetProps {
  artifact: Artifact;
  /** Null while none is named. */
  onTracker(id: number | null): void;
}

/** `85`, or the address of a tracker here or in Tuleap (`?tracker=85`). */
function trackerIn(text: string): number | null {
  const id = /^(\d{1,10})$|[?&]tracker=(\d{1,10})\b|\/trackers\/(\d{1,10})\b/.exec(text.trim());
  const number = Number(id?.slice(1).find((part) => part !== undefined));
  return number > 0 ? number : null;
}

/** The tracker to move to: one of the same project by its name, any other by its number or address. */
export function MoveTarget({ artifact, onTracker }: MoveTargetProps) {
  const { data = [], error } = useQuery(projectTrackersQuery(artifact.project.id));
  const [choice, setChoice] = useState('');
  const [text, setText] = useState('');
  const others = data.filter(({ id }) => id !== artifact.tracker.id);
  return (
    <>
      <NativeSelect
        label="To the tracker"
        value={choice}
        onChange={(next) => {
          setChoice(next);
          onTracker(next === ELSEWHERE ? trackerIn(text) : Number(next) || null);
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
      {choice === ELSEWHERE ? (
        <TextField
          label="Number or address of the tracker"
          value={text}
          onChange={(next) => {
            setText(next);
            onTracker(trackerIn(next));
          }}
          autoComplete="off"
        />
      ) : null}
    </>
  );
}
