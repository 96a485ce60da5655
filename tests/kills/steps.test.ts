import '../fixtures/indexedDb';
import { beforeEach, expect, test, vi } from 'vitest';
import { readArtifact } from '~/api/artifacts/read';
import { oneProfile } from '~/api/signIn/oneProfile';
import { createArtifact } from '~/saving/create/createArtifact';
import { restCreatePort } from '~/saving/create/restCreatePort';
import { emptyDraft } from '~/saving/draft/draftState';
import { type ArtifactSnapshot, snapshotOf } from '~/saving/draft/snapshot';
import { writerNow } from '~/saving/journal/journal';
import { journaledCreate, type ToldJob } from '~/saving/journal/journaledCreate';
import { journaledSave } from '~/saving/journal/journaledSave';
import { journaledSvn } from '~/saving/journal/journaledSvn';
import { DraftKeeper } from '~/saving/kept/session/keeper';
import { restOthersOf } from '~/saving/others/restOthers';
import { withOthers } from '~/saving/others/wholeSave';
import { restPort } from '~/saving/restPort';
import { saveArtifact } from '~/saving/saveArtifact';
import { saveJobOf } from '~/saving/saveJob';
import { createSteps, saveSteps, svnSaveSteps } from '~/saving/steps/steps';
import { restSvnPort } from '~/saving/svn/restSvnPort';
import { saveSvn } from '~/saving/svn/saveSvn';
import { toSend } from '~/saving/svn/svnSnapshot';
import { keepSignedIn } from '../faults/signedInAgain';
import { withStorage } from '../fixtures/browserStorage';
import { type RacesWorld, racesWorld } from '../races/racesWorld';
import { sandboxPeople } from '../sandbox/people';
import { openBrowser, type Trick } from './browser';

withStorage();
beforeEach(() => {
  keepSignedIn();
  vi.stubGlobal('location', new URL('http://races.localhost'));
});

const me = sandboxPeople.anna.id;
/** Signed in again, the person wants it sent. */
const ask = async () => true;
const tricks: readonly Trick[] = ['calm', 'answer lost', 401, 412];

/** Which steps were current when something was done outside, in one run. */
interface Seen {
  steps: string[];
  /** Deeds of no step. */
  outside: string[];
}

/** Does it in a browser where every deed is heard, and tells by the names that it gives which deed belongs to which step. */
async function watch(
  { world, trick }: { world: RacesWorld; trick: Trick },
  work: (onStep: (step: string) => void) => Promise<unknown>,
): Promise<Seen> {
  const seen: Seen = { steps: [], outside: [] };
  const browser = openBrowser(world.open.fetch);
  let current: string | null = null;
  let heard = 0;
  const account = () => {
    const deeds = browser.deeds.slice(heard);
    heard = browser.deeds.length;
    if (deeds.length === 0) return;
    if (current === null) seen.outside.push(...deeds);
    else seen.steps.push(current);
  };
  void browser.arm(null, trick);
  await work((step) => {
    account();
    current = step === 'done' ? null : step;
    // Its deed is a person's.
    if (step === 'asking') seen.steps.push(step);
  });
  account();
  return seen;
}

function artifactOf(world: RacesWorld) {
  const [tracker] = world.trackers;
  if (!tracker) throw new Error('No tracker');
  const now = Date.UTC(2026, 10, 21);
  const run = { mode: 'recorded' as const, seed: 1, now: () => now };
  return world.begin(tracker, { ...run, gap: () => Promise.resolve() });
}

/** A draft that lies in no browser yet, as the page keeps it. */
function keeper(): DraftKeeper {
  const head = {
    ...{ schema: 1 as const, place: 'artifact' as const, id: 1, name: '', title: '', within: '' },
    ...{ changed: [], hasComment: true, savedAt: 1, version: null },
  };
  const slot = { kind: 'drafts' as const, profile: ['x', me] as const, id: 'artifact 1' };
  return new DraftKeeper(slot, { head: () => head, parts: () => new Map([['comment', 'Mine']]) });
}

async function saveSeen(world: RacesWorld, trick: Trick, isBlind: boolean): Promise<Seen> {
  const { id } = artifactOf(world);
  openBrowser(world.open.fetch);
  const base: ArtifactSnapshot = snapshotOf(await readArtifact(id));
  const over = isBlind ? { ...base, etag: null, lastModified: null } : base;
  const comment = { body: `Said ${trick} ${isBlind}`, format: 'text' as const };
  const sent = { ...emptyDraft(over), comment };
  const job = { base: over, change: { values: [], comment }, me };
  return watch({ world, trick }, (onStep) =>
    journaledSave(sent, (onWrite) => saveArtifact(job, restPort, { onStep, onWrite, ask }), {
      keep: () => keeper().flush(),
      onStep,
    }),
  );
}

/** A comment, and a link of another artifact to this one. */
async function linkSeen(world: RacesWorld): Promise<Seen> {
  const { id } = artifactOf(world);
  const [tracker] = world.trackers;
  const [source] = tracker ? world.neighbours(tracker) : [];
  openBrowser(world.open.fetch);
  const base = snapshotOf(await readArtifact(id));
  const field = base.fields.find(({ type }) => type === 'art_link')?.field_id ?? 0;
  const links = { forward: [], reverse: [{ id: source?.id ?? 0, type: 'blocks' }] };
  const comment = { body: 'Linked', format: 'text' as const };
  const sent = { base, comment, values: new Map([[field, links]]) };
  const by = { profile: oneProfile(), by: writerNow(), me, from: id, entries: new Map() };
  return watch({ world, trick: 'calm' }, async (onStep) => {
    const telling = { keep: () => keeper().flush(), onStep };
    const { outcome } = await journaledSave(
      sent,
      (onWrite) => saveArtifact(saveJobOf(sent, me), restPort, { onStep, onWrite, ask }),
      telling,
    );
    const hands = restOthersOf({ ...by, sender: { ask } });
    const { others } = await withOthers(outcome, sent, { hands, onStep });
    // Those too whose links an earlier file of this worker left in the world: here they are taken off.
    expect(new Set(others.map(({ end }) => end.kind))).toEqual(new Set(['saved']));
  });
}

test('E16: the list of steps of a save is whole: everything it does outside happens in one of them, and each is met', async () => {
  const world = racesWorld();
  const all: Seen[] = [];
  for (const trick of tricks) all.push(await saveSeen(world, trick, false));
  all.push(await saveSeen(world, 'calm', true), await linkSeen(world));
  expect(all.flatMap(({ outside }) => outside)).toEqual([]);
  expect(new Set(all.flatMap(({ steps }) => steps))).toEqual(new Set(saveSteps));
});

test('E16: the list of steps of creating is whole', async () => {
  const world = racesWorld();
  const { id } = artifactOf(world);
  const all: Seen[] = [];
  for (const trick of tricks) {
    openBrowser(world.open.fetch);
    const { fields } = snapshotOf(await readArtifact(id));
    const title = fields.find(({ type }) => type === 'string')?.field_id ?? 0;
    const values = [{ field_id: title, value: `Made ${trick}` }];
    const job: ToldJob = {
      trackerId: world.trackers[0]?.id ?? 0,
      fields,
      values,
      changes: [],
      me,
      triedAfter: null,
    };
    const seen = await watch({ world, trick }, (onStep) =>
      journaledCreate(
        job,
        (begin) =>
          createArtifact(job, restCreatePort, {
            onStep,
            ask,
            note: async () => void (await begin()),
          }),
        { onStep },
      ),
    );
    all.push(seen);
  }
  expect(all.flatMap(({ outside }) => outside)).toEqual([]);
  expect(new Set(all.flatMap(({ steps }) => steps))).toEqual(new Set(createSteps));
});

test('E16: the list of steps of saving settings is whole', async () => {
  const world = racesWorld();
  const [repository] = [...world.open.world.repositories.values()].filter((one) => !one.isDeleted);
  const all: Seen[] = [];
  for (const trick of tricks) {
    openBrowser(world.open.fetch);
    const base = await restSvnPort.read(repository?.id ?? 0);
    if (!base) throw new Error('No settings');
    const mine = { ...toSend(base.settings), access_file: `[/]\n* = r\n[/${trick}]\n* = r\n` };
    const job = { base, mine, mayHaveLanded: null };
    all.push(
      await watch({ world, trick }, (onStep) =>
        journaledSvn(job, () => saveSvn(job, restSvnPort, { onStep, ask }), {
          keep: () => keeper().flush(),
          onStep,
        }),
      ),
    );
  }
  expect(all.flatMap(({ outside }) => outside)).toEqual([]);
  expect(new Set(all.flatMap(({ steps }) => steps))).toEqual(new Set(svnSaveSteps));
});
