import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readArtifact } from '~/api/artifacts';
import { createDraft, type Draft } from '~/saving/draft/draft';
import { snapshotOf } from '~/saving/draft/snapshot';
import { keepUnstored } from '~/saving/draft/unstored';
import { restPort } from '~/saving/restPort';
import { saveArtifact } from '~/saving/saveArtifact';
import { saveJobOf } from '~/saving/saveJob';
import { racesWorld } from '../races/racesWorld';
import { armFault } from '../sandbox/faults';
import { sandboxPeople } from '../sandbox/people';
import { reverseLinks } from '../sandbox/tracker/linkIndex';
import { openNetwork } from './network';
import { keepSignedIn } from './signedInAgain';

/** A save that also writes links of others is not one thing: the artifact first, then each of them (features D4). */

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
  const draft = createDraft(snapshotOf(loaded, loaded.tracker?.fields ?? []));
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
  const outcome = await saveArtifact(saveJobOf(sent, sandboxPeople.anna.id), restPort, { ask });
  if (outcome.kind === 'saved' && outcome.news) {
    draft.accept(sent, outcome.news.version);
    if (outcome.how !== 'answered') keepUnstored(draft, sent, outcome.news.version);
  }
  return outcome;
}

beforeEach(keepSignedIn);

test.each([
  { status: 400, from: [401, 402] },
  { status: 500, from: [407, 408] },
])(
  'D4: of two links of others the second fails with $status: what is stored is told, and once more stores the rest',
  async ({ status, from }) => {
    const { world, artifact, draft, title, links, sources } = await opened(from);
    draft.set(title, `Half ${status}`);
    armFault(world, { match: `LINK artifacts/${from[1]}`, answer: { status } });
    expect(await save(draft)).toMatchObject({ kind: 'saved', how: 'found' });
    expect(sources()).toEqual(from.slice(0, 1));
    expect(draft.isChanged(title)).toBe(false);
    expect(draft.isChanged(links)).toBe(true);
    expect(await save(draft)).toMatchObject({ kind: 'saved', despite: null });
    expect(sources()).toEqual(from);
    expect(artifact.changesets).toHaveLength(2);
  },
);

test('D4: where only links of others were changed and one of them is stored, it is not told that nothing was', async () => {
  const { world, draft, links, sources } = await opened([403, 404]);
  armFault(world, { match: 'LINK artifacts/404', answer: { status: 400 } });
  const outcome = await save(draft);
  expect(sources()).toEqual([403]);
  expect(outcome).toMatchObject({ kind: 'saved' });
  expect(draft.isChanged(links)).toBe(true);
  expect(await save(draft)).toMatchObject({ kind: 'saved', despite: null });
  expect(sources()).toEqual([403, 404]);
});

test('D4: where the first of them is refused, nothing is stored and the draft stays as it is', async () => {
  const { world, draft, links, sources } = await opened([405, 406]);
  armFault(world, { match: 'LINK artifacts/405', answer: { status: 400 } });
  expect(await save(draft)).toMatchObject({ kind: 'refused' });
  expect(sources()).toEqual([]);
  expect(draft.isChanged(links)).toBe(true);
});
