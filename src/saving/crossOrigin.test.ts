import { expect, test, vi } from 'vitest';
import { readArtifact } from '~/api/artifacts/read';
import { beginSession } from '~/api/session';
import { openFetchDoor } from '../../tests/fetchDoor';
import { openWorld } from '../../tests/sandbox/doors/node';
import { sandboxPeople } from '../../tests/sandbox/people';
import { snapshotOf } from './draft/snapshot';
import { conditionOf } from './machine/condition';
import { restPort } from './restPort';
import { saveArtifact } from './saveArtifact';

const { anna, ben } = sandboxPeople;

/** Artifact 431 as a page of another origin sees it: the headers that CORS hides are not there. */
async function acrossOrigins() {
  const open = openWorld();
  vi.stubGlobal('location', { origin: 'https://parterre.example.net' });
  const log = openFetchDoor(async ({ url, init }) => {
    const answer = await open.fetch(url, init);
    const headers = new Headers(answer.headers);
    headers.delete('etag');
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
  });
  const connection = {
    id: 'x',
    label: 'X',
    url: open.origin,
    color: 'teal',
    kind: 'tuleap',
  } as const;
  const person = { id: anna.id, username: 'anna', realName: 'Anna' };
  beginSession({ connection, person }, { way: 'accessKey', key: anna.accessKey });
  const base = snapshotOf(await readArtifact(431));
  const effort = base.fields.find(({ name }) => name === 'effort')?.field_id ?? 0;
  const put = (by: typeof ben, value: number) =>
    open.fetch('/api/artifacts/431', {
      method: 'PUT',
      headers: { 'X-Auth-AccessKey': by.accessKey, 'Content-Type': 'application/json' },
      body: JSON.stringify({ values: [{ field_id: effort, value }] }),
    });
  const save = () =>
    saveArtifact(
      { base, change: { values: [{ field_id: effort, value: 8 }] }, me: anna.id },
      restPort,
    );
  const refused = () =>
    log.flatMap(({ headers }) => [...headers.keys()].filter((name) => name.startsWith('if-')));
  const puts = () => log.filter(({ method }) => method === 'PUT');
  return { open, base, put, save, refused, puts };
}

test('D1: from another origin the newest changesets are compared before the write; no refused header leaves', async () => {
  const { base, save, refused, puts } = await acrossOrigins();
  expect(conditionOf(base)).toEqual({ kind: 'compared' });
  expect(await save()).toMatchObject({ kind: 'saved', overtaken: [] });
  expect(puts()).toHaveLength(1);
  expect(refused()).toEqual([]);
});

test('D1: what somebody saved meanwhile is a conflict before anything is sent', async () => {
  const { put, save, refused, puts } = await acrossOrigins();
  await put(ben, 13);
  expect(await save()).toMatchObject({ kind: 'conflict', since: [{ submitted_by: ben.id }] });
  expect(puts()).toEqual([]);
  expect(refused()).toEqual([]);
});

test('D1: what came between the comparison and the write is found by the look afterwards', async () => {
  const { base, put, open } = await acrossOrigins();
  const effort = base.fields.find(({ name }) => name === 'effort')?.field_id ?? 0;
  const outcome = await saveArtifact(
    { base, change: { values: [{ field_id: effort, value: 8 }] }, me: anna.id },
    {
      ...restPort,
      async write(...sent) {
        await put(ben, 13);
        return restPort.write(...sent);
      },
    },
  );
  expect(outcome).toMatchObject({ kind: 'saved', overtaken: [{ submitted_by: ben.id }] });
  expect(open.world.artifacts.get(431)?.changesets.at(-1)?.values.get(effort)).toBe(8);
});
