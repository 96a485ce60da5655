import { ApiError } from '~/api/error';
import { atStart, type Position, sendFile } from '~/attachments/upload/sendFile';
import { restUploadPort } from '~/attachments/upload/uploadPort';
import type { Draft } from '~/saving/draft/draft';
import type { LostTry } from '~/saving/machine/states';
import { restPort } from '~/saving/restPort';
import { saveArtifact } from '~/saving/saveArtifact';
import { saveJobOf } from '~/saving/saveJob';
import { ask, begin, draftOf, type Ending, fieldOf, me, type Operation } from '../wish';

/** As the page saves: after an unknown outcome "send again", which looks first. */
function saver(draft: Draft): () => Promise<Ending> {
  let earlier: LostTry | undefined;
  return async () => {
    const sent = draft.state();
    const job = { ...saveJobOf(sent, me), earlier };
    const outcome = await saveArtifact(job, restPort, { ask });
    earlier = undefined;
    if (outcome.kind === 'saved') return { kind: 'done' };
    if (outcome.kind === 'refused') return { kind: 'not', error: outcome.error };
    if (outcome.kind === 'conflict') return { kind: 'conflict' };
    if (outcome.kind !== 'unknown') return { kind: 'not', error: null };
    const { attempt, error } = outcome;
    earlier = { attempt, error };
    return { kind: 'unknown', error };
  };
}

const artifactOperation = (
  name: string,
  tracker: number,
  type: (draft: Draft, mark: string) => void,
): Operation => ({
  name,
  writes: ['putArtifactWrite'],
  async prepare(world, mark) {
    const artifact = begin(world, tracker);
    const draft = await draftOf(artifact.id);
    type(draft, mark);
    return { attempt: saver(draft), count: () => artifact.changesets.length - 1 };
  },
});

export const saveFields = artifactOperation('save fields', 0, (draft, mark) => {
  draft.set(fieldOf(draft, 'string'), mark);
});

export const comment = artifactOperation('comment', 0, (draft, mark) => {
  draft.setComment({ body: mark, format: 'commonmark' });
});

export const links = artifactOperation('links', 0, (draft) => {
  draft.set(fieldOf(draft, 'art_link'), { forward: [{ id: 409, type: '' }], reverse: [] });
});

export const attach: Operation = {
  name: 'files',
  writes: ['postTemporaryFileWrite', 'putTemporaryFileWrite', 'putArtifactWrite'],
  async prepare(world, mark) {
    const artifact = begin(world, 1);
    const draft = await draftOf(artifact.id);
    const save = saver(draft);
    let at: Position = atStart;
    const before = new Set(world.open.world.files.keys());
    const job = {
      file: new Blob([mark]),
      name: `${mark}.txt`,
      mimetype: 'text/plain',
      isForeign: (id: number) => before.has(id),
    };
    const hooks = {
      isCancelled: () => false,
      onPosition(position: Position) {
        at = position;
      },
    };
    const attempt = async (): Promise<Ending> => {
      const field = fieldOf(draft, 'file');
      if (!draft.isChanged(field)) {
        try {
          const file = await sendFile(job, at, { hooks, port: restUploadPort() });
          draft.set(field, [file]);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          return { kind: 'unknown', error };
        }
      }
      return save();
    };
    return { attempt, count: () => artifact.changesets.length - 1 };
  },
};
