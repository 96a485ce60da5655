import { expect } from 'vitest';
import * as z from 'zod/mini';
import { errorEnvelopeSchema } from '~/api/answers/serverMessages';
import { fullRepositorySchema, type RepositorySettings, type SettingsToSend } from '~/api/svn';
import { toSend } from '~/saving/svn/svnSnapshot';
import { type Answer, ask, type Server } from './server';

/** One promise about the settings of the repository that may be written to; they are put back afterwards. */
export interface RepositoryAssertion {
  says: string;
  hold(server: Server, repositoryId: number): Promise<void>;
}

function settingsIn({ status, body }: Answer): RepositorySettings {
  expect(status).toBe(200);
  const { settings } = z.parse(fullRepositorySchema, body);
  if (!settings) throw new Error('this person does not administer the repository');
  return settings;
}

async function read(server: Server, id: number): Promise<RepositorySettings> {
  return settingsIn(await ask(server, `svn/${id}`));
}

function put(server: Server, id: number, settings: Partial<SettingsToSend>): Promise<Answer> {
  return ask(server, `svn/${id}`, { method: 'PUT', body: { settings } });
}

/** Does `work` with the settings as they are, and puts them back whatever comes of it. */
async function undone(
  server: Server,
  id: number,
  work: (settings: SettingsToSend) => Promise<void>,
): Promise<void> {
  const before = toSend(await read(server, id));
  try {
    await work(before);
  } finally {
    settingsIn(await put(server, id, before));
  }
}

export const repositories: readonly RepositoryAssertion[] = [
  {
    says: 'PUT of settings answers what is stored, and what is read can be written back',
    hold: (server, id) =>
      undone(server, id, async (before) => {
        const answer = settingsIn(await put(server, id, before));
        expect(toSend(answer)).toEqual(before);
        expect(await read(server, id)).toEqual(answer);
      }),
  },
  {
    says: 'a rule of an unknown group is disabled without a word, and the ends are trimmed (D6)',
    hold: (server, id) =>
      undone(server, id, async (before) => {
        const access_file = '\n[/contract]\n@no-such-group-here = rw\n* = r\n\n';
        settingsIn(await put(server, id, { ...before, access_file }));
        expect((await read(server, id)).access_file).toBe(
          '[/contract]\n# @no-such-group-here = rw\n* = r',
        );
      }),
  },
  {
    says: 'PUT without has_default_permissions turns them on (D5); without another key it is refused',
    hold: (server, id) =>
      undone(server, id, async (before) => {
        settingsIn(await put(server, id, { ...before, has_default_permissions: false }));
        const { has_default_permissions: _, ...without } = before;
        expect(settingsIn(await put(server, id, without)).has_default_permissions).toBe(true);
        const { access_file: __, ...fileless } = before;
        const refused = await put(server, id, fileless);
        expect(refused.status).toBe(400);
        z.parse(errorEnvelopeSchema, refused.body);
      }),
  },
  {
    says: 'a notification twice, or for nobody, is refused and changes nothing',
    hold: (server, id) =>
      undone(server, id, async (before) => {
        const one = { path: '/contract', emails: ['a@example.org'], users: [], user_groups: [] };
        const twice = { ...before, email_notifications: [one, one] };
        const nobody = { ...before, email_notifications: [{ ...one, emails: [] }] };
        for (const settings of [twice, nobody]) {
          const refused = await put(server, id, settings);
          expect(refused.status).toBe(400);
          z.parse(errorEnvelopeSchema, refused.body);
        }
        expect(toSend(await read(server, id))).toEqual(before);
      }),
  },
];
