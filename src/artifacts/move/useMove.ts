import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { moveArtifact } from '~/api/artifacts/move';
import { readArtifact } from '~/api/artifacts/read';
import { scope } from '~/api/session';
import { oneProfile } from '~/api/signIn/oneProfile';
import { trackerRowsKey } from '~/api/trackerArtifacts';
import { useOneMutation } from '~/api/useOneMutation';
import { type Moved, moveAll } from './moveAll';
import { moveOne } from './moveOne';
import { atStake, UNREAD } from './moveReport';
import type { Mover } from './useMoveList';

/** What the journal of this browser keeps of a move: the values that it takes away. */
export function moveFacts({ artifact, report }: Mover) {
  const changes = atStake(report ?? []).map(({ label, value }) => ({
    label,
    before: value ?? UNREAD,
    after: '',
  }));
  return { name: [artifact.xref, artifact.title].filter(Boolean).join(' '), changes };
}

/** Moves artifacts one after the other; `onEnd` hears how each ended, unless another profile was chosen meanwhile. */
export function useMove(onEnd: (all: readonly Moved[]) => void) {
  const queryClient = useQueryClient();
  const [profile] = useState(oneProfile);
  const [done, setDone] = useState(0);
  const mutation = useOneMutation({
    mutationFn: ({ movers, trackerId }: { movers: readonly Mover[]; trackerId: number }) =>
      moveAll(
        movers,
        (mover) => {
          const about = moveFacts(mover);
          return moveOne(mover.artifact.id, trackerId, {
            move: profile.write((id: number) => moveArtifact(id, { trackerId, about })),
            read: profile.read(readArtifact),
          });
        },
        setDone,
      ),
    async onSuccess(all, { movers, trackerId }) {
      if (!profile.isCurrent()) return;
      onEnd(all);
      const trackers = [trackerId, ...movers.map(({ artifact }) => artifact.tracker.id)];
      for (const id of new Set(trackers)) {
        await queryClient.invalidateQueries({ queryKey: trackerRowsKey(id) });
      }
      await queryClient.invalidateQueries({ queryKey: [...scope(), 'artifacts'] });
    },
  });
  return { ...mutation, done };
}
