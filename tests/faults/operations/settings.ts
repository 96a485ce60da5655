import { ApiError } from '~/api/error';
import type { SettingsToSend } from '~/api/svn';
import {
  createRepository,
  deleteRepository,
  findRepository,
  type NewRepository,
  readRepository,
} from '~/api/svn';
import { restSvnPort } from '~/saving/svn/restSvnPort';
import { saveSvn } from '~/saving/svn/saveSvn';
import { toSend } from '~/saving/svn/svnSnapshot';
import { makeRepository } from '~/svn/create/makeRepository';
import { followDeletion } from '~/svn/delete/followDeletion';
import { ask, type Operation } from '../wish';

export const saveSettings: Operation = {
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

export const makeOne: Operation = {
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
export const removeRepository: Operation = {
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
