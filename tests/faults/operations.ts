import { copyArtifact } from '~/api/artifacts/create';
import { moveArtifact } from '~/api/artifacts/move';
import { readArtifact } from '~/api/artifacts/read';
import { deleteArtifact } from '~/api/artifacts/remove';
import { ApiError } from '~/api/error';
import type { SettingsToSend } from '~/api/svn';
import {
  createRepository,
  deleteRepository,
  findRepository,
  type NewRepository,
  readRepository,
} from '~/api/svn';
import { moveOne } from '~/artifacts/move/moveOne';
import { removeArtifact } from '~/artifacts/remove/removeArtifact';
import { atStart, type Position, sendFile } from '~/attachments/upload/sendFile';
import { restUploadPort } from '~/attachments/upload/uploadPort';
import { createArtifact, findCreated } from '~/saving/create/createArtifact';
import { restCreatePort } from '~/saving/create/restCreatePort';
import type { Draft } from '~/saving/draft/draft';
import type { LostTry } from '~/saving/machine/states';
import { restPort } from '~/saving/restPort';
import { saveArtifact } from '~/saving/saveArtifact';
import { saveJobOf } from '~/saving/saveJob';
import { restSvnPort } from '~/saving/svn/restSvnPort';
import { saveSvn } from '~/saving/svn/saveSvn';
import { toSend } from '~/saving/svn/svnSnapshot';
import { makeRepository } from '~/svn/create/makeRepository';
import { followDeletion } from '~/svn/delete/followDeletion';
import { linksOfOthers } from './linksOfOthers';
import { ask, begin, draftOf, type Ending, fieldOf, me, type Operation } from './wish';

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

const saveFields = artifactOperation('save fields', 0, (draft, mark) => {
  draft.set(fieldOf(draft, 'string'), mark);
});

const comment = artifactOperation('comment', 0, (draft, mark) => {
  draft.setComment({ body: mark, format: 'commonmark' });
});

const links = artifactOperation('links', 0, (draft) => {
  draft.set(fieldOf(draft, 'art_link'), { forward: [{ id: 409, type: '' }], reverse: [] });
});

const attach: Operation = {
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

const create: Operation = {
  name: 'create',
  writes: ['postArtifactWrite'],
  async prepare(world, mark) {
    const draft = await draftOf(begin(world, 0).id);
    const title = fieldOf(draft, 'string');
    const tracker = world.trackers[0]?.id ?? 0;
    const values = [{ field_id: title.field_id, value: mark }];
    const job = { trackerId: tracker, fields: draft.state().base.fields, values, me };
    let lost: { triedAfter: number; error: ApiError } | null = null;
    const send = async () => {
      const first = { ...job, triedAfter: lost?.triedAfter ?? null };
      const found = lost && (await findCreated(first, restCreatePort, lost));
      const isThere = found?.kind === 'created';
      const isDark = found?.kind === 'unknown' && found.search === 'failed';
      return isThere || isDark ? found : createArtifact(first, restCreatePort, { ask });
    };
    return {
      async attempt() {
        const outcome = await send();
        lost = outcome.kind === 'unknown' ? outcome : null;
        if (outcome.kind === 'created') return { kind: 'done' };
        if (outcome.kind === 'unknown') return { kind: 'unknown', error: outcome.error };
        return { kind: 'not', error: outcome.kind === 'refused' ? outcome.error : null };
      },
      count: () =>
        [...world.open.world.artifacts.values()].filter(
          (one) =>
            one.trackerId === tracker && one.changesets[0]?.values.get(title.field_id) === mark,
        ).length,
    };
  },
};

/** A copy takes the title of the other artifact, so that is what it is looked for by. */
const copy: Operation = {
  name: 'copy',
  writes: ['copyArtifactWrite'],
  async prepare(world, wanted) {
    // Told from what "create" made in the same tracker.
    const mark = `copy ${wanted}`;
    const source = begin(world, 0);
    const draft = await draftOf(source.id);
    const title = fieldOf(draft, 'string');
    const last = source.changesets.at(-1);
    if (last) last.values = new Map(last.values).set(title.field_id, mark);
    const trackerId = world.trackers[0]?.id ?? 0;
    const values = [{ field_id: title.field_id, value: mark }];
    const job = { trackerId, fields: draft.state().base.fields, values, me };
    const port = { ...restCreatePort, create: (id: number) => copyArtifact(id, source.id) };
    let lost: { triedAfter: number; error: ApiError } | null = null;
    return {
      async attempt() {
        const again = { ...job, triedAfter: lost?.triedAfter ?? null };
        const found = lost && (await findCreated(again, port, lost));
        const isKnown =
          found?.kind === 'created' || (found?.kind === 'unknown' && found.search === 'failed');
        const outcome = isKnown ? found : await createArtifact(again, port, { ask });
        lost = outcome.kind === 'unknown' ? outcome : null;
        if (outcome.kind === 'created') return { kind: 'done' };
        if (outcome.kind === 'unknown') return { kind: 'unknown', error: outcome.error };
        return { kind: 'not', error: outcome.kind === 'refused' ? outcome.error : null };
      },
      count: () =>
        [...world.open.world.artifacts.values()].filter(
          (one) => one.id !== source.id && one.changesets[0]?.values.get(title.field_id) === mark,
        ).length,
    };
  },
};

const move: Operation = {
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

const remove: Operation = {
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

const saveSettings: Operation = {
  name: 'SVN settings',
  writes: ['putSettingsWrite'],
  async prepare(world, mark) {
    const [repository] = [...world.open.world.repositories.values()].filter(
      ({ isDeleted }) => !isDeleted,
    );
    const base = repository && (await restSvnPort.read(repository.id));
    if (!base) throw new Error('No repository to save');
    const mine: SettingsToSend = {
      ...toSend(base.settings),
      access_file: `${toSend(base.settings).access_file}\n[/${mark}]\n* = r\n`,
    };
    let mayHaveLanded: SettingsToSend | null = null;
    return {
      async attempt() {
        const outcome = await saveSvn({ base, mine, mayHaveLanded }, restSvnPort, { ask });
        mayHaveLanded = outcome.kind === 'unknown' ? outcome.attempt.sent : null;
        if (outcome.kind === 'unknown') return { kind: 'unknown', error: outcome.error };
        if (outcome.kind === 'refused') return { kind: 'not', error: outcome.error };
        if (outcome.kind === 'conflict') return { kind: 'conflict' };
        return 'version' in outcome ? { kind: 'done' } : { kind: 'not', error: null };
      },
      count: () => repository.settings.accessFile.split(`[/${mark}]`).length - 1,
    };
  },
};

const plainSettings: SettingsToSend = {
  commit_rules: { is_reference_mandatory: false, is_commit_message_change_allowed: false },
  immutable_tags: { paths: [], whitelist: [] },
  access_file: '',
  email_notifications: [],
  has_default_permissions: true,
};

const makeOne: Operation = {
  name: 'new SVN repository',
  writes: ['createRepositoryWrite'],
  async prepare(world, mark) {
    const projectId = world.trackers[0]?.projectId ?? 0;
    const wanted: NewRepository = {
      projectId,
      name: `r${mark}`,
      settings: plainSettings,
      layout: [],
    };
    const port = {
      create: (one: NewRepository) => createRepository(one),
      find: (project: number, name: string) => findRepository(project, name),
    };
    return {
      async attempt() {
        const made = await makeRepository(wanted, port);
        if (made.kind === 'unknown') return { kind: 'unknown', error: made.error };
        if (made.kind === 'refused') return { kind: 'not', error: made.error };
        // "This name is used by …": there, and said so.
        return made.kind === 'taken' && !made.repository
          ? { kind: 'not', error: null }
          : { kind: 'done' };
      },
      count: () =>
        [...world.open.world.repositories.values()].filter(({ name }) => name === wanted.name)
          .length,
    };
  },
};

/** The server only queues it; the looks afterwards tell when it is gone. */
const removeRepository: Operation = {
  name: 'delete SVN repository',
  writes: ['deleteRepositoryWrite'],
  async prepare(world, mark) {
    const projectId = world.trackers[0]?.projectId ?? 0;
    const made = await createRepository({
      projectId,
      name: `gone${mark}`,
      settings: plainSettings,
      layout: [],
    });
    const repository = () => world.open.world.repositories.get(made.id);
    const port = {
      remove: (id: number) => deleteRepository(id),
      read: (id: number) => readRepository(id),
      wait: () => Promise.resolve(),
    };
    return {
      async attempt() {
        try {
          const end = await followDeletion(made.id, port);
          return end === 'gone' ? { kind: 'done' } : { kind: 'not', error: null };
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          return { kind: 'unknown', error };
        }
      },
      count: () => (repository()?.isDeleted === false ? 0 : 1),
    };
  },
};

export const operations: readonly Operation[] = [
  linksOfOthers,
  ...[saveFields, comment, links, attach, create, copy, move, remove],
  ...[saveSettings, makeOne, removeRepository],
];

export function operationNamed(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`No operation ${name}`);
  return found;
}
