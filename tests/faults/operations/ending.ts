import { moveArtifact } from '~/api/artifacts/move';
import { readArtifact } from '~/api/artifacts/read';
import { deleteArtifact } from '~/api/artifacts/remove';
import { moveOne } from '~/artifacts/move/moveOne';
import { removeArtifact } from '~/artifacts/remove/removeArtifact';
import { begin, type Operation } from '../wish';

export const move: Operation = {
  name: 'move',
  writes: ['moveArtifactWrite'],
  async prepare(world) {
    const artifact = begin(world, 0);
    const target = world.trackers[1]?.id ?? 0;
    const port = {
      move: (id: number, trackerId: number) => moveArtifact(id, { trackerId }),
      read: readArtifact,
    };
    return {
      async attempt() {
        const outcome = await moveOne(artifact.id, target, port);
        if (outcome.kind === 'moved') return { kind: 'done' };
        if (outcome.kind === 'unknown') return { kind: 'unknown', error: outcome.error };
        return { kind: 'not', error: outcome.error };
      },
      count: () => (artifact.trackerId === target ? 1 : 0),
    };
  },
};

export const remove: Operation = {
  name: 'delete',
  writes: ['deleteArtifactWrite'],
  async prepare(world) {
    const artifact = begin(world, 0);
    const port = { remove: deleteArtifact, read: readArtifact };
    return {
      async attempt() {
        const outcome = await removeArtifact(artifact.id, port);
        if (outcome.kind === 'deleted') return { kind: 'done' };
        if (outcome.kind === 'unknown') return { kind: 'unknown', error: outcome.error };
        return { kind: 'not', error: outcome.error };
      },
      count: () => (artifact.isDeleted ? 1 : 0),
    };
  },
};
