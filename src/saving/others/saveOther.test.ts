import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import type { ArtifactLinks } from '~/fields/artifactLink/mergeLinks';
import type { LinkEnd } from '~/links/linkTypes';
import { ben, changeset, field, snapshot } from '../../../tests/fixtures/snapshots';
import { createDraft } from '../draft/draft';
import { changeOf, type DraftState, emptyDraft } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import type { SaveOutcome } from '../machine/states';
import { freeDraft } from './freeDraft';
import { otherParts } from './parts';
import { isMissing, isUnclear, lookAgainAt, type OtherHands, saveOther } from './saveOther';
import { othersAgain, withOthers } from './wholeSave';

const links = field(9, 'Links', { type: 'art_link', allowed_types: [] });

function entry(forward: readonly LinkEnd[], reverse: readonly LinkEnd[] = []) {
  const full = ({ id, type }: LinkEnd) => ({
    ...{ id, type, uri: `artifacts/${id}` },
    tracker: { id: 11, uri: 'trackers/11', label: 'Requirements', color: 'inca-silver' },
  });
  const ends = { links: forward.map(full), reverse_links: reverse.map(full) };
  return { field_id: 9, type: 'art_link', label: 'Links', ...ends };
}

/** Artifact `id` with these links of its own. */
function linked(id: number, forward: readonly LinkEnd[], second = 10): ArtifactSnapshot {
  const plain = snapshot(second);
  const values = [...(plain.artifact.values ?? []), entry(forward)];
  const artifact = { ...plain.artifact, id, xref: `req #${id}`, values };
  return { ...plain, artifact, fields: [...plain.fields, links] };
}

/** Artifact 431, over which a person has typed these links of others. */
function draftWith(reverse: readonly LinkEnd[]): DraftState {
  const value: ArtifactLinks = { forward: [], reverse };
  return { ...emptyDraft(linked(431, [])), values: new Map([[9, value]]) };
}

const parent = { id: 12, type: '_is_child' };
const mine = { id: 431, type: '_is_child' };
const [part] = otherParts(draftWith([parent]));
if (!part) throw new Error('Nothing is changed at #12');

/** Answers one after the other; keeps what was to be sent. */
function hands(there: ArtifactSnapshot | ApiError, outcomes: readonly SaveOutcome[]) {
  const sent: unknown[] = [];
  const left = [...outcomes];
  const port: OtherHands = {
    async open() {
      if (there instanceof ApiError) throw there;
      return there;
    },
    lost: async () => null,
    async save(draft) {
      sent.push(changeOf(draft).values);
      const outcome = left.shift();
      if (!outcome) throw new Error('one save too many');
      return outcome;
    },
  };
  return { port, sent };
}

const failed = (status: number) =>
  new ApiError('http', `HTTP ${status}`, { request: { method: 'PUT', path: '/' }, status });

/** Saved as changeset 21, over `over`, with `overtaken` between. */
function savedAs(
  version: ArtifactSnapshot,
  { over, overtaken = [] }: { over: ArtifactSnapshot; overtaken?: ReturnType<typeof by>[] },
): SaveOutcome {
  const own = { ...by([mine], 20), id: 21 };
  const values = [{ field_id: 9, links: [mine] }];
  return {
    kind: 'saved',
    news: { version, since: [...overtaken, own] },
    changeset: own,
    overtaken,
    joined: [],
    how: 'answered',
    isPhantom: false,
    attempt: {
      over,
      change: { values },
      condition: { kind: 'compared' },
      joined: [],
      isPhantom: false,
    },
    despite: null,
  };
}

/** What Ben saved at #12. */
function by(forward: readonly LinkEnd[], second: number) {
  const plain = changeset(20, { by: ben, second });
  return { ...plain, values: [...plain.values, entry(forward)] };
}

test('D4: a link of another artifact is sent to that one, with all that it links to by then', async () => {
  const there = linked(12, [{ id: 7, type: 'blocks' }]);
  const { port, sent } = hands(there, [savedAs(there, { over: there })]);
  const end = { kind: 'saved', changeset: 21, replaced: [] };
  expect(await saveOther(part, port)).toEqual({ id: 12, xref: 'req #12', end });
  expect(sent).toEqual([[{ field_id: 9, links: [{ id: 7, type: 'blocks' }, mine] }]]);
});

test('D4: what stands there already is not sent; what somebody made another link is left to a person', async () => {
  const agreed = hands(linked(12, [mine]), []);
  expect((await saveOther(part, agreed.port)).end).toEqual({ kind: 'agreed' });
  const lost = async () => Promise.reject(failed(503));
  expect((await saveOther(part, { ...agreed.port, lost })).end).toEqual({ kind: 'agreed' });
  const changed = hands(linked(12, [{ id: 431, type: 'blocks' }]), []);
  const told = await saveOther(part, changed.port);
  expect([told.end.kind, isMissing(told)]).toEqual(['changed', true]);
});

test('D4: an artifact without links, one that may not be changed and one that cannot be read are told, and nothing is sent', async () => {
  const there = linked(12, []);
  const frozen = { ...links, permissions: ['read'] };
  const fields = [...snapshot(10).fields, frozen];
  for (const [what, message] of [
    [snapshot(10), /no field for it/],
    [{ ...there, fields }, /may not change Links of req #12 now/],
    [failed(404), /\w/],
  ] as const) {
    const { end } = await saveOther(part, hands(what, []).port);
    expect(end).toEqual({ kind: 'refused', message: expect.stringMatching(message) });
  }
});

test('E16: what was looked for and is not there is told as not stored, and not as uncertain', async () => {
  const { port } = hands(linked(12, []), [{ kind: 'refused', error: failed(500) }]);
  const { end } = await saveOther(part, port);
  const message = expect.stringMatching(/\(500\)\. Nothing was changed on the server/);
  expect(end).toEqual({ kind: 'refused', message });
});

test('X8: what somebody linked there in the server’s blind second is put back at once', async () => {
  const over = linked(12, []);
  const stands = linked(12, [mine], 20);
  const bens = by([{ id: 900, type: 'blocks' }], 20);
  const outcomes = [
    savedAs(stands, { over, overtaken: [bens] }),
    savedAs(linked(12, [mine, { id: 900, type: 'blocks' }], 21), { over: stands }),
  ];
  const { port, sent } = hands(over, outcomes);
  expect((await saveOther(part, port)).end).toMatchObject({ kind: 'saved', replaced: [] });
  expect(sent[1]).toEqual([{ field_id: 9, links: [mine, { id: 900, type: 'blocks' }] }]);
});

test('X8: where both set the same link in that second, who was replaced is told', async () => {
  const over = linked(12, []);
  const bens = by([{ id: 431, type: 'blocks' }], 20);
  const outcome = savedAs(linked(12, [mine], 20), { over, overtaken: [bens] });
  const { end } = await saveOther(part, hands(over, [outcome]).port);
  expect(end).toEqual({ kind: 'saved', changeset: 21, replaced: [bens] });
});

const attempt = {
  ...{ over: linked(12, []), change: { values: [] }, joined: [], isPhantom: false },
  condition: { kind: 'compared' } as const,
};

test('E16: without a clear answer it is unclear, and the next try goes on from there', async () => {
  const there = linked(12, []);
  const lost = { kind: 'unknown', search: 'notFound', error: failed(504), attempt } as const;
  const first = await saveOther(part, hands(there, [lost]).port);
  expect([isUnclear(first), isMissing(first)]).toEqual([true, true]);
  const { port, sent } = hands(failed(500), [savedAs(there, { over: there })]);
  const again = await lookAgainAt(first, { hands: port, isWanted: true });
  expect(again).toMatchObject({ xref: 'req #12', end: { kind: 'saved', changeset: 21 } });
  expect(sent).toHaveLength(1);
});

test('D4: others come after the own save, each once: none where that was refused, none that is done', async () => {
  const draft = draftWith([parent, { id: 13, type: 'blocks' }]);
  const there = linked(12, []);
  const refused = hands(there, []);
  const no = { kind: 'refused', error: failed(400) } as const;
  expect(await withOthers(no, draft, { hands: refused.port })).toMatchObject({ others: [] });
  const lost = { kind: 'unknown', search: 'notFound', error: failed(504), attempt } as const;
  const { port } = hands(there, [savedAs(there, { over: there }), lost]);
  const whole = await withOthers({ kind: 'unchanged' }, draft, { hands: port });
  expect(whole.others.map(({ id, end }) => [id, end.kind])).toEqual([
    [12, 'saved'],
    [13, 'unclear'],
  ]);
  expect(whole.outcome).toEqual({ kind: 'unchanged', version: there });
  const again = { ids: [13], wanted: [13] };
  const next = hands(failed(503), [savedAs(there, { over: there })]);
  const ended = await othersAgain({ ...whole, sent: draft, again }, { hands: next.port });
  expect(ended.others.map(({ end }) => end.kind)).toEqual(['saved', 'saved']);
  expect(next.sent).toHaveLength(1);
  // What stands here then could not be read.
  expect(ended.isBehind).toBe(true);
});

test('E16: what a person took back meanwhile is only looked for, and is not put back into the form', async () => {
  const draft = createDraft(linked(431, []), draftWith([parent, { id: 13, type: 'blocks' }]));
  const sent = draft.state();
  const stood = hands(linked(12, []), []);
  stood.port.save = async (_, { isWanted }) => {
    asked.push(isWanted);
    return { kind: 'unknown', search: 'notFound', error: failed(504), attempt };
  };
  const asked: boolean[] = [];
  const whole = await withOthers({ kind: 'unchanged' }, sent, { hands: stood.port });
  draft.discard();
  const ended = { ...whole, sent, again: { ids: [12, 13], wanted: [13] } };
  const next = await othersAgain(ended, { hands: stood.port });
  expect(asked).toEqual([true, true, false, true]);
  expect(next.others.map(({ end }) => end.kind)).toEqual(['takenBack', 'unclear']);
  const version = linked(431, [], 40);
  freeDraft(draft, { ...next, sent, again: ended.again }, version);
  expect(draft.value(links)).toEqual({ forward: [], reverse: [{ id: 13, type: 'blocks' }] });
});

test('E16: what is looked for after a discard stays open until the look succeeds, and is not sent', async () => {
  const sent = draftWith([parent]);
  const lost = { kind: 'unknown', search: 'notFound', error: failed(504), attempt } as const;
  const port = hands(linked(12, []), [lost, { ...lost, search: 'failed' }, lost]).port;
  const whole = await withOthers({ kind: 'unchanged' }, sent, { hands: port });
  const unread = await othersAgain({ ...whole, sent, again: null }, { hands: port });
  expect(unread.others.map(isUnclear)).toEqual([true]);
  const looked = await othersAgain({ ...unread, sent, again: null }, { hands: port });
  expect(looked.others.map(({ end }) => end)).toEqual([{ kind: 'takenBack' }]);
  expect(looked.others.filter(isMissing)).toEqual([]);
});

test('X8: where what was replaced cannot be put back, the link is told as saved, and who was replaced', async () => {
  const over = linked(12, []);
  const bens = by([{ id: 900, type: 'blocks' }], 20);
  const first = savedAs(linked(12, [mine], 20), { over, overtaken: [bens] });
  const told = { kind: 'saved', changeset: 21, replaced: [bens] };
  for (const second of [
    { kind: 'refused', error: failed(403) } as const,
    { kind: 'held' } as const,
  ]) {
    const { port } = hands(over, [first, second]);
    expect((await saveOther(part, port)).end).toEqual(told);
  }
  const putBack = hands(over, [first, { kind: 'unchanged' }]);
  expect((await saveOther(part, putBack.port)).end).toEqual({ ...told, replaced: [] });
  const lost = { kind: 'unknown', search: 'notFound', error: failed(504), attempt } as const;
  const unclear = await saveOther(part, hands(over, [first, lost]).port);
  expect(isUnclear(unclear)).toBe(true);
  const no = hands(over, [{ kind: 'refused', error: failed(403) }]);
  const again = await lookAgainAt(unclear, { hands: no.port, isWanted: true });
  expect(again.end).toEqual(told);
});

test('X8: what stands there because a killed tab had sent it is looked at: whom that replaced is put back', async () => {
  const over = linked(12, []);
  const stands = linked(12, [mine], 20);
  const bens = by([{ id: 900, type: 'blocks' }], 20);
  const { port, sent } = hands(stands, [savedAs(linked(12, [mine], 21), { over: stands })]);
  const lost = savedAs(stands, { over, overtaken: [bens] });
  port.lost = async () => (lost.kind === 'saved' ? lost : null);
  expect((await saveOther(part, port)).end).toMatchObject({ kind: 'saved', replaced: [] });
  expect(sent).toEqual([[{ field_id: 9, links: [mine, { id: 900, type: 'blocks' }] }]]);
});
