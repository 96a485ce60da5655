import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readArtifact } from '~/api/artifacts/read';
import { oneProfile } from '~/api/signIn/oneProfile';
import { createDraft, type Draft } from '~/saving/draft/draft';
import { snapshotOf } from '~/saving/draft/snapshot';
import { writerNow } from '~/saving/journal/journal';
import { freeDraft, versionAfter } from '~/saving/others/freeDraft';
import { restOthersOf } from '~/saving/others/restOthers';
import { withOthers } from '~/saving/others/wholeSave';
import { restPort } from '~/saving/restPort';
import { saveArtifact } from '~/saving/saveArtifact';
import { saveJobOf } from '~/saving/saveJob';
import { racesWorld } from '../races/racesWorld';
import { armFault } from '../sandbox/faults';
import { sandboxPeople } from '../sandbox/people';
import { reverseLinks } from '../sandbox/tracker/linkIndex';
import { openNetwork } from './network';
import { keepSignedIn } from './signedInAgain';

/** A save that also writes links of others is not one thing: the artifact first, then each of them, guarded (features D4). */

const ends = z.array(z.object({ id: z.int(), type: z.string() }));
const artifactLinks = (value: unknown) =>
  z.parse(z.object({ forward: ends, reverse: ends }), value);

const ask = async () => true;

/** `from`: artifacts that are to link to the one that is edited; each test has its own, as the world is one. */
async function opened(from: readonly number[]) {
  const world = racesWorld();
  const [tracker] = world.trackers;
  if (!tracker) throw new Error('No tracker');
  const run = { mode: 'recorded' as const, seed: 1, now: () => Date.UTC(2026, 10, 21) };
  const artifact = world.begin(tracker, { ...run, gap: () => Promise.resolve() });
  openNetwork(world.open.fetch);
  const loaded = await readArtifact(artifact.id);
  const draft = createDraft(snapshotOf(loaded));
  const field = (type: string) => {
    const found = draft.state().base.fields.find((one) => one.type === type);
    if (!found) throw new Error(`No field of type ${type}`);
    return found;
  };
  const links = field('art_link');
  const { forward, reverse } = artifactLinks(draft.value(links));
  draft.set(links, {
    forward,
    reverse: [...reverse, ...from.map((id) => ({ id, type: '_is_child' }))],
  });
  const sources = () =>
    reverseLinks(world.open.world, artifact.id).flatMap(({ id }) => (from.includes(id) ? id : []));
  return { world: world.open.world, artifact, draft, title: field('string'), links, sources };
}

/** As the page saves. */
async function save(draft: Draft) {
  const sent = draft.state();
  const me = sandboxPeople.anna.id;
  const profile = oneProfile();
  const own = await saveArtifact(saveJobOf(sent, me), restPort, { ask });
  const from = sent.base.artifact.id;
  const by = { profile, by: writerNow(), me, from, sender: { ask }, entries: new Map() };
  const whole = await withOthers(own, sent, { hands: restOthersOf(by) });
  const { outcome, others } = whole;
  const version = versionAfter(whole);
  if (version) freeDraft(draft, { ...whole, sent, again: null }, version);
  return { own: outcome.kind, others: others.map(({ id, end }) => `${id} ${end.kind}`) };
}

beforeEach(keepSignedIn);

test.each([
  { status: 400, from: [401, 402], end: 'refused' },
  { status: 500, from: [407, 408], end: 'refused' },
])(
  'D4: of two links of others one fails with $status: what is stored is told, and once more stores the rest',
  async ({ status, from, end }) => {
    const { world, artifact, draft, title, links, sources } = await opened(from);
    draft.set(title, `Half ${status}`);
    armFault(world, { match: `PUT artifacts/${from[1]}`, answer: { status } });
    const told = { own: 'saved', others: [`${from[0]} saved`, `${from[1]} ${end}`] };
    expect(await save(draft)).toEqual(told);
    expect(sources()).toEqual(from.slice(0, 1));
    expect(draft.isChanged(title)).toBe(false);
    expect(draft.isChanged(links)).toBe(true);
    expect(await save(draft)).toEqual({ own: 'unchanged', others: [`${from[1]} saved`] });
    expect(sources()).toEqual(from);
    expect(artifact.changesets).toHaveLength(2);
    expect(draft.isChanged(links)).toBe(false);
  },
);

test('D4: where nothing of it is stored, the draft stays as it is', async () => {
  const { world, artifact, draft, links, sources } = await opened([405]);
  armFault(world, { match: 'PUT artifacts/405', answer: { status: 403 } });
  expect(await save(draft)).toEqual({ own: 'unchanged', others: ['405 refused'] });
  expect(sources()).toEqual([]);
  expect(draft.isChanged(links)).toBe(true);
  expect(artifact.changesets).toHaveLength(1);
});

test('D4: a lost answer is looked up at the other artifact, and what stands there already is not sent', async () => {
  const { world, draft, links, sources } = await opened([403, 404]);
  armFault(world, { match: 'PUT artifacts/404', answer: 'drop-after-write' });
  const before = draft.state();
  expect(await save(draft)).toEqual({ own: 'unchanged', others: ['403 saved', '404 saved'] });
  expect(sources()).toEqual([403, 404]);
  expect(draft.isChanged(links)).toBe(false);
  draft.become(before);
  const count = () => world.artifacts.get(404)?.changesets.length;
  const stored = count();
  expect(await save(draft)).toEqual({ own: 'unchanged', others: ['403 agreed', '404 agreed'] });
  expect(count()).toBe(stored);
});
