import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { beginSession, scope } from '~/api/session';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { anna, ben, changeset, effort, snapshot, title } from '../../../tests/fixtures/snapshots';
import type { DraftState } from '../draft/draftState';
import { emptyDraft } from '../draft/draftState';
import { overwrittenFields } from '../mergeBack';
import { type BegunEntry, beginEntry } from './journal';
import { openTries, resumed } from './resume';

withStorage();

const server = { id: 'acme', label: 'Acme', url: '', color: 'teal', kind: 'tuleap' } as const;

beforeEach(() => {
  const person = { id: anna.id ?? 0, username: 'anna', realName: 'Anna' };
  beginSession({ connection: server, person }, { way: 'accessKey', key: 'tlp-k1-1.abc' });
});

const comment = { body: 'Agreed.', format: 'text' as const };
const eight = { field_id: effort.field_id, value: 8 };
const change = { values: [eight], comment };

const draft: DraftState = {
  ...emptyDraft(snapshot(10)),
  values: new Map<number, unknown>([
    [effort.field_id, '8'],
    [title.field_id, 'Typed after it was sent'],
  ]),
  comment,
};

function begun(subject = 431, body: unknown = change): Promise<BegunEntry> {
  return beginEntry({
    ...{ place: 'artifact', subject, name: 'req #431', title: '' },
    ...{ request: { method: 'PUT', path: '', body }, changes: [], comment: '' },
  });
}

const wanted = (landedSince: number) => ({ profile: scope(), artifactId: 431, landedSince });

const tried = { tries: [{ id: 'a', change, typed: change, joined: [] }], me: anna.id ?? 0 };

const landed = { outcome: 'landed', changeset: 12, message: '' } as const;

test('E16: a save whose end nobody saw is open, one of another artifact or of another shape is none', async () => {
  const { id } = await begun();
  await begun(7);
  await begun(431, 'not a change');
  expect(await openTries(wanted(Number.POSITIVE_INFINITY))).toEqual([
    { id, change, typed: change, joined: [] },
  ]);
});

test('E16: what was written from the page of another artifact is no save of this one’s draft', async () => {
  await beginEntry({
    ...{ place: 'artifact', subject: 431, name: 'req #431', title: '', from: 12 },
    ...{ request: { method: 'PUT', path: '', body: change }, changes: [], comment: '' },
  });
  expect(await openTries(wanted(0))).toEqual([]);
});

test('E16: what was refused is closed; what landed counts only when it is not longer ago than the draft', async () => {
  const refused = await begun();
  await refused.end({ outcome: 'refused', changeset: null, message: '' });
  const unknown = await begun();
  await unknown.end({ outcome: 'unknown', changeset: null, message: '' });
  const stored = await begun();
  await stored.end(landed);
  const ids = async (since: number) =>
    ((await openTries(wanted(since))) ?? []).map(({ id }) => id).toSorted();
  expect(await ids(0)).toEqual([unknown.id, stored.id].toSorted());
  expect(await ids(Date.now() + 1_000)).toEqual([unknown.id]);
});

test('E16: a journal that cannot be read is not one without an open save', async () => {
  await begun();
  vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementationOnce(() => {
    throw new DOMException('slow', 'UnknownError');
  });
  expect(await openTries(wanted(0))).toBeNull();
  expect(await openTries(wanted(0))).toHaveLength(1);
});

test('E16: found among the changesets since the base: what was sent is told from what was typed since', () => {
  const mine = changeset(12, { by: anna, second: 30, held: { effort: 8 }, comment: 'Agreed.' });
  const news = { version: snapshot(30, { effort: 8 }), since: [mine] };
  const found = resumed(draft, tried, news);
  expect(found).toMatchObject({ id: 'a', changeset: { id: 12 } });
  expect([...(found?.sent.values ?? [])]).toEqual([[effort.field_id, '8']]);
});

test('E16: the same of somebody else, or nothing since, is not my save', () => {
  const bens = changeset(12, { by: ben, second: 30, held: { effort: 8 }, comment: 'Agreed.' });
  const version = snapshot(30, { effort: 8 });
  expect(resumed(draft, tried, { version, since: [bens] })).toBeNull();
  expect(resumed(draft, tried, { version, since: [] })).toBeNull();
});

test('E16: a killed save whose comment stands there is found, though the server stored its value otherwise', () => {
  const said = changeset(12, { by: anna, second: 30, held: { effort: 5 }, comment: 'Agreed.' });
  const found = resumed(draft, tried, { version: snapshot(30, { effort: 5 }), since: [said] });
  expect(found).toMatchObject({ changeset: { id: 12 }, sent: { comment: { body: 'Agreed.' } } });
  expect(found?.sent.values.size).toBe(0);
});

test('X8: whom a save of a killed tab replaced is told; what it was put together with is not', () => {
  const mine = changeset(13, { by: anna, second: 30, held: { effort: 8 }, comment: 'Agreed.' });
  const seen = changeset(11, { by: ben, second: 20, held: { title: 'Seen' } });
  const unseen = changeset(12, { by: ben, second: 30, held: { effort: 13 } });
  const news = { version: snapshot(30, { effort: 8 }), since: [seen, unseen, mine] };
  const tries = tried.tries.map((one) => ({ ...one, joined: [11] }));
  const saved = resumed(draft, { ...tried, tries }, news)?.saved;
  expect(saved).toMatchObject({ overtaken: [{ id: 12 }], joined: [{ id: 11 }], news });
  if (!saved) throw new Error('not found');
  expect(overwrittenFields(saved).map(({ label }) => label)).toEqual(['Effort']);
  const calm = resumed(draft, { ...tried, tries }, { ...news, since: [seen, mine] })?.saved;
  expect(calm && overwrittenFields(calm)).toEqual([]);
});
