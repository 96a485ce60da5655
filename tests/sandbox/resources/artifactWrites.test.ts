import { expect, test } from 'vitest';
import { requirements, storedOf } from '../../fixtures/setups/requirements';
import { askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';
import { setWriteGap } from '../tracker/concurrency';
import { worldOf } from '../worlds';

const stale =
  'Precondition Failed: Artifact has been modified since you last requested it. Please edit the latest version';

test('The bare second of Etag matches, everything else is the 412 of the server', async () => {
  const { ask, field } = await requirements();
  const before = await ask('GET artifacts/431');
  const etag = before.headers.get('etag') ?? '';
  const since = before.headers.get('last-modified') ?? '';
  expect(etag).toMatch(/^\d{10}$/);
  const body = { values: [{ field_id: field('bp_id'), value: 'BP-1' }] };
  for (const wrong of [`"${etag}"`, `W/"${etag}"`, '*', 'garbage', String(Number(etag) - 1)]) {
    const refused = await ask('PUT artifacts/431', body, { 'If-Match': wrong });
    expect([wrong, refused.status, messageOf(refused)]).toEqual([wrong, 412, stale]);
  }
  const old = await ask('PUT artifacts/431', body, { 'If-Unmodified-Since': 'not a date' });
  expect(old.status).toBe(412);
  const both = { 'If-Match': etag, 'If-Unmodified-Since': since };
  const saved = await ask('PUT artifacts/431', body, both);
  expect([saved.status, saved.body]).toEqual([200, '']);
  expect(saved.headers.get('etag')).not.toBe(etag);
});

test('What ben writes in his own session is what anna reads, and her old version is refused', async () => {
  const { open, ask, field } = await requirements();
  const before = await ask('GET artifacts/431');
  const version = { 'If-Match': before.headers.get('etag') ?? '' };
  const title = field('title');
  const ben = askAs(open, 'ben');
  await ben('PUT artifacts/431', { values: [{ field_id: title, value: 'By ben' }] }, version);
  expect(storedOf(await ask('GET artifacts/431'), title)?.value).toBe('By ben');
  const late = await ask(
    'PUT artifacts/431',
    { values: [{ field_id: title, value: 'By anna' }] },
    version,
  );
  expect(late.status).toBe(412);
});

test('Trap: two writers with one version both pass when the check is done before either writes', async () => {
  const { open, ask, field } = await requirements(openWorld('write-gap'));
  const version = { 'If-Match': (await ask('GET artifacts/40')).headers.get('etag') ?? '' };
  const world = worldOf('write-gap');
  let arrived = 0;
  let release = (): void => undefined;
  const bothAreChecked = new Promise<void>((resolve) => {
    release = resolve;
  });
  setWriteGap(world, () => {
    arrived += 1;
    if (arrived === 2) release();
    return bothAreChecked;
  });
  const write = (value: string) => ({ values: [{ field_id: field('title'), value }] });
  const both = [
    ask('PUT artifacts/40', write('first'), version),
    askAs(open, 'ben')('PUT artifacts/40', write('second'), version),
  ];
  expect((await Promise.all(both)).map((answer) => answer.status)).toEqual([200, 200]);
  setWriteGap(world, null);
});

test('Saving what is already so writes no changeset; a comment alone writes one', async () => {
  const { ask, field } = await requirements();
  const size = async () =>
    (await ask('GET artifacts/431/changesets?limit=1')).headers.get('x-pagination-size');
  const before = await ask('GET artifacts/431');
  const effort = storedOf(before, field('effort'))?.value;
  const same = await ask('PUT artifacts/431', {
    values: [{ field_id: field('effort'), value: effort }],
  });
  expect([same.status, same.headers.get('etag'), await size()]).toEqual([
    200,
    before.headers.get('etag'),
    '14',
  ]);
  const comment = { body: 'Some **markdown**', format: 'commonmark' };
  expect((await ask('PUT artifacts/431', { values: [], comment })).status).toBe(200);
  expect(await size()).toBe('15');
  const [last] = (await ask('GET artifacts/431/changesets?offset=14&limit=1')).body as [
    { last_comment: unknown },
  ];
  expect(last.last_comment).toMatchObject({
    body: '<p>Some <strong>markdown</strong></p>\n',
    format: 'html',
    commonmark: 'Some **markdown**',
  });
});

test('Traps of dates: a malformed one is 1970, a zone may change the day', async () => {
  const { ask, field } = await requirements();
  const due = field('due_date');
  const write = async (value: string): Promise<unknown> => {
    await ask('PUT artifacts/431', { values: [{ field_id: due, value }] });
    return storedOf(await ask('GET artifacts/431'), due)?.value;
  };
  expect(await write('24/12/2026')).toBe('1970-01-01T00:00:00+01:00');
  expect(await write('2026-01-15T23:30:00-08:00')).toBe('2026-01-16T00:00:00+01:00');
  expect(await write('2026-07-15')).toBe('2026-07-15T00:00:00+02:00');
  expect(await write('')).toBeNull();
});

test('Texts: without a format, and with an unknown one, they become CommonMark', async () => {
  const { ask, field } = await requirements();
  const id = field('description');
  for (const value of ['a *b*', { content: 'a *b*' }, { content: 'a *b*', format: 'markdown' }]) {
    await ask('PUT artifacts/40', { values: [{ field_id: id, value }] });
    expect(storedOf(await ask('GET artifacts/40'), id)).toMatchObject({
      format: 'html',
      commonmark: 'a *b*',
      value: '<p>a <em>b</em></p>\n',
    });
  }
});

test('Links: the list replaces, all_links also writes the other artifact, a self-link is dropped', async () => {
  const { ask, field } = await requirements();
  const links = field('links');
  const write = (entry: object) =>
    ask('PUT artifacts/40', { values: [{ field_id: links, ...entry }] });
  await write({ links: [{ id: 40 }, { id: 12, type: 'blocks' }] });
  const linked = storedOf(await ask('GET artifacts/40'), links);
  expect(linked?.links).toMatchObject([{ id: 12, type: 'blocks' }]);
  const before = (await ask('GET artifacts/433/changesets?limit=1')).headers.get(
    'x-pagination-size',
  );
  await write({ all_links: [{ id: 433, direction: 'reverse', type: 'relates_to' }] });
  expect(storedOf(await ask('GET artifacts/40'), links)).toMatchObject({
    links: [],
    reverse_links: [{ id: 433, type: 'relates_to' }],
  });
  const after = (await ask('GET artifacts/433/changesets?limit=1')).headers.get(
    'x-pagination-size',
  );
  expect(Number(after)).toBe(Number(before) + 1);
  const both = await write({ links: [], all_links: [] });
  expect(messageOf(both)).toBe(
    'Bad Request: "all_links" key and "links" key cannot be used at the same time',
  );
  expect((await write({ links: [12] })).status).toBe(500);
});
