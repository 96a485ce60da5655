import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFetchDoor, type Sent } from '../../../tests/fetchDoor';
import { askBlueprint } from '../blueprint/client';
import { beginBlueprintSession, endBlueprintSession } from '../blueprint/session';
import { beginSession, type Connection, endSession } from '../session';
import { deleteAccessKey } from '../signIn/accessKeys';
import { revoke } from '../signIn/signOut';
import { createToken, deleteToken } from '../signIn/tokens';
import { setReadOnly } from './readOnly';
import { type PlannedWrite, send } from './write';

const connection: Connection = {
  id: 'there',
  label: 'There',
  url: 'https://tuleap.example.org',
  color: 'teal',
  kind: 'tuleap',
};

const newProject = { template: { kind: 'project', id: 1 }, categories: [], fields: [] };

/** What each write of the app is tried with: a new one without a line here fails. */
const facts: Record<string, readonly unknown[]> = {
  putArtifactWrite: [1, { values: [] }, 'unconditional'],
  postArtifactWrite: [1, []],
  copyArtifactWrite: [1, 2],
  moveArtifactWrite: [1, { trackerId: 2 }],
  deleteArtifactWrite: [1],
  postTemporaryFileWrite: [{ name: 'a.txt', mimetype: 'text/plain' }, 'YQ=='],
  putTemporaryFileWrite: [1, 2, 'YQ=='],
  deleteTemporaryFileWrite: [1],
  createRepositoryWrite: [{ projectId: 1, name: 'r' }],
  putSettingsWrite: [1, {}],
  deleteRepositoryWrite: [1],
  createTokenWrite: ['anna', 'a password'],
  deleteTokenWrite: ['abcdef'],
  createAccessKeyWrite: [{ description: 'k', scopes: ['write:rest'], expiresAt: null }],
  deleteAccessKeyWrite: [1],
  checkNewProjectWrite: [newProject],
  createProjectWrite: [newProject],
};

/** Every write is planned as a value by a function of such a name (held by the architecture test). */
const modules = import.meta.glob<Record<string, unknown>>(['../**/*.ts', '!../**/*.test.ts'], {
  eager: true,
});
const writes = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .filter(([name, value]) => /Write$/.test(name) && typeof value === 'function')
  .map(([name, value]) => [name, value as (...facts: unknown[]) => PlannedWrite] as const);

let sent: Sent[];
beforeEach(() => {
  sent = openFetchDoor(
    () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
  );
  beginSession(
    { connection, person: { id: 102, username: 'anna', realName: 'Anna' } },
    { way: 'accessKey', key: 'tlp-k1-1.secretsecret' },
  );
  setReadOnly(true);
});
afterEach(() => {
  setReadOnly(false);
  endSession();
  endBlueprintSession();
});

test('C8: the table knows every write of the app, and no other', () => {
  expect(writes.map(([name]) => name).sort()).toEqual(Object.keys(facts).sort());
});

test.each(writes)(
  'C8: %s does not leave while read-only is on, and does again after',
  async (name, plan) => {
    const planned = plan(...(facts[name] ?? []));
    expect(planned.method).not.toBe('GET');
    await expect(send(planned)).rejects.toMatchObject({
      kind: 'blocked',
      reason: 'readOnly',
      message: 'Read-only is on: nothing is sent.',
    });
    expect(sent).toEqual([]);
    setReadOnly(false);
    await send(planned).catch(() => {});
    expect(sent.map(({ method }) => method)).toEqual([planned.method]);
  },
);

test('C8: signing in and out still works: the switch is about what is on the server', async () => {
  await createToken(connection, 'anna', 'a password').catch(() => {});
  await deleteToken('abcdef', { connection, credentials: null }).catch(() => {});
  expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
    'POST /api/tokens',
    'DELETE /api/tokens/abcdef',
  ]);
});

test('C8: signing out also revokes the key that was made for this session alone; any other key stays', async () => {
  const own = { way: 'accessKey', key: 'tlp-k1-7.secretsecret', isOwn: true } as const;
  await revoke(connection, own);
  const as = { connection, credentials: own };
  const { isOwn: _, ...pasted } = own;
  await expect(deleteAccessKey(8, as)).rejects.toMatchObject({ reason: 'readOnly' });
  await expect(deleteAccessKey(7, { connection, credentials: pasted })).rejects.toMatchObject({
    reason: 'readOnly',
  });
  expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
    'DELETE /api/access_keys/7',
  ]);
});

test('C8: of a Blueprint only what asks is sent', async () => {
  beginBlueprintSession(
    {
      server: {
        id: 'b',
        label: 'B',
        url: 'https://blueprint.example.org',
        path: '/blueprint-api',
        color: 'orange',
        kind: 'blueprint',
      },
      username: 'anna',
      endsAt: null,
    },
    'token',
  );
  const request = { method: 'POST', path: '/api/v1/x', headers: {}, body: '{}' } as const;
  await expect(askBlueprint(request)).rejects.toMatchObject({ reason: 'readOnly' });
  expect(sent).toEqual([]);
  await askBlueprint({ ...request, headers: { 'X-HTTP-Method-Override': 'GET' } });
  expect(sent).toHaveLength(1);
});
