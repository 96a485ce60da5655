import { expect, test, vi } from 'vitest';
import { artifactQuery, readArtifact } from '~/api/artifacts/read';
import { ApiError } from '~/api/error';
import { createQueryClient } from '~/api/queryClient';
import { beginSession, type Connection, endSession } from '~/api/session';
import { oneProfile } from '~/api/signIn/oneProfile';
import { openFetchDoor } from '../../tests/fetchDoor';
import { fullTracker, snapshot } from '../../tests/fixtures/snapshots';
import { openWorld } from '../../tests/sandbox/doors/node';
import { type PersonName, sandboxPeople } from '../../tests/sandbox/people';
import { createArtifact } from './create/createArtifact';
import { restCreatePortOf } from './create/restCreatePort';
import { snapshotOf } from './draft/snapshot';
import { newestKeeper } from './keepNewest';
import { restPortOf } from './restPort';
import { saveArtifact } from './saveArtifact';

const open = openWorld();

function become(name: PersonName, server: string): void {
  const { id, username, realName, accessKey } = sandboxPeople[name];
  const connection: Connection = {
    ...{ id: server, label: server, url: open.origin, color: 'teal', kind: 'tuleap' },
  };
  beginSession(
    { connection, person: { id, username, realName } },
    { way: 'accessKey', key: accessKey },
  );
}

/** Anna at one server; once `isMoment` sees an answer, the window goes on as Ben at another. */
function switchingAfter(isMoment: (method: string, path: string) => boolean) {
  vi.stubGlobal('location', { origin: 'https://parterre.example.net' });
  const log = openFetchDoor(async ({ method, url, init }) => {
    const answer = await open.fetch(url, init);
    if (isMoment(method, url.pathname)) become('ben', 'two');
    return answer;
  });
  become('anna', 'one');
  return {
    writes: () => log.filter(({ method }) => method !== 'GET'),
    keys: () => new Set(log.map(({ headers }) => headers.get('x-auth-accesskey'))),
  };
}

const change = { values: [], comment: { body: 'Mine', format: 'text' as const } };
const blocked = { kind: 'blocked', reason: 'somebodyElse' };
const me = sandboxPeople.anna.id;

test('C1: a save does not follow the switch to another profile between its look and its write', async () => {
  let isArmed = false;
  const { writes } = switchingAfter((_, path) => isArmed && path.endsWith('/changesets'));
  const base = snapshotOf(await readArtifact(431));
  isArmed = true;
  const outcome = await saveArtifact({ base, change, me }, restPortOf(oneProfile()));
  expect(outcome).toMatchObject({ kind: 'refused', error: blocked });
  expect(writes()).toEqual([]);
});

test('C1: what another profile reads is no proof of what became of a save', async () => {
  const { writes, keys } = switchingAfter((method) => method === 'PUT');
  const base = snapshotOf(await readArtifact(431));
  const outcome = await saveArtifact({ base, change, me }, restPortOf(oneProfile()));
  expect(outcome).toMatchObject({ kind: 'saved', news: null });
  expect(writes()).toHaveLength(1);
  expect(keys()).toEqual(new Set([sandboxPeople.anna.accessKey]));
});

test('C1: making an artifact does not follow the switch to another profile', async () => {
  const { writes } = switchingAfter((_, path) => /trackers\/\d+\/artifacts$/.test(path));
  const trackerId = (await readArtifact(431)).artifact.tracker.id;
  const job = { trackerId, fields: [], values: [], me, triedAfter: null };
  const outcome = await createArtifact(job, restCreatePortOf(oneProfile()));
  expect(outcome).toMatchObject({ kind: 'refused', error: blocked });
  expect(writes()).toEqual([]);
});

test('C1: a write that was answered is not undone by a switch meanwhile; the next one does not leave', async () => {
  become('anna', 'one');
  const put = oneProfile().write(async () => {
    become('ben', 'two');
    return 'stored';
  });
  expect(await put()).toBe('stored');
  await expect(put()).rejects.toBeInstanceOf(ApiError);
});

test('C1: what a save read stays in the cache of its own profile', async () => {
  const queryClient = createQueryClient();
  become('anna', 'one');
  const [annas, keepNewest] = [artifactQuery(431).queryKey, newestKeeper(queryClient, 431)];
  become('ben', 'two');
  const newest = { ...snapshot(10), tracker: fullTracker([]) };
  await keepNewest(newest);
  expect(queryClient.getQueryData(annas)).toEqual(newest);
  expect(queryClient.getQueryData(artifactQuery(431).queryKey)).toBeUndefined();
  endSession();
});
