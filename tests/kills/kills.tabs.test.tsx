import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import '../fixtures/indexedDb';
import { type RacesWorld, racesWorld } from '../races/racesWorld';
import { randomFor } from '../sandbox/seed/random';
import { artifactCase } from './artifactCase';
import { type Kill, openBrowser, type Trick } from './browser';
import type { Case, TabModule } from './cases';
import { createCase, settingsCase } from './otherCases';

/** `npm run test:kills` takes every place of every case, over many seeds; `npm test` a few. */
const SEEDS = Number(process.env.KILLS ?? 1);
const EVERY = process.env.KILLS !== undefined;
const SEED = Number(process.env.SEED ?? 20_261_121);
/** Milliseconds after which a tab that does not come to an end has failed. */
const LIMIT = 20_000;

interface Scenario {
  name: string;
  trick?: Trick;
  begin(world: RacesWorld, seed: number): Case;
}

const save = { isComment: false };

const scenarios: readonly Scenario[] = [
  { name: 'a save', begin: (world, seed) => artifactCase(world, { ...save, seed }) },
  {
    name: 'a comment',
    begin: (world, seed) => artifactCase(world, { ...save, seed, isComment: true }),
  },
  {
    name: 'a merged save',
    begin: (world, seed) => artifactCase(world, { ...save, seed, bens: 'another field' }),
  },
  {
    name: 'a save of a set to which Ben adds one',
    begin: (world, seed) => artifactCase(world, { ...save, seed, bens: 'same set' }),
  },
  {
    name: 'a save with links of others',
    begin: (world, seed) => artifactCase(world, { ...save, seed, linking: 'also' }),
  },
  {
    name: 'a save of links of others alone, answer lost',
    trick: 'answer lost',
    begin: (world, seed) => artifactCase(world, { ...save, seed, linking: 'alone' }),
  },
  {
    name: 'a save, answer lost',
    trick: 'answer lost',
    begin: (world, seed) => artifactCase(world, { ...save, seed }),
  },
  {
    name: 'a save, signed out',
    trick: 401,
    begin: (world, seed) => artifactCase(world, { ...save, seed }),
  },
  {
    name: 'a save, phantom 412',
    trick: 412,
    begin: (world, seed) => artifactCase(world, { ...save, seed }),
  },
  { name: 'a new artifact', begin: createCase },
  { name: 'a new artifact, answer lost', trick: 'answer lost', begin: createCase },
  { name: 'a new artifact, signed out', trick: 401, begin: createCase },
  {
    name: 'settings',
    begin: (world, seed) => settingsCase(world, { seed, isMerged: false }),
  },
  {
    name: 'settings, merged',
    begin: (world, seed) => settingsCase(world, { seed, isMerged: true }),
  },
  {
    name: 'settings, answer lost',
    trick: 'answer lost',
    begin: (world, seed) => settingsCase(world, { seed, isMerged: false }),
  },
];

const tabs: TabModule[] = [];
let known: RacesWorld | undefined;

/** One for all cases: each begins with an artifact of its own. */
function theWorld(): RacesWorld {
  known ??= racesWorld();
  return known;
}

/** Two tabs, one after the other, as two module graphs: nothing but the browser and the server joins them. */
async function openTabs(): Promise<[TabModule, TabModule]> {
  while (tabs.length < 2) {
    vi.resetModules();
    tabs.push(await import('./tab'));
  }
  const [first, second] = tabs;
  if (!first || !second) throw new Error('Two tabs are needed');
  return [first, second];
}

/** Until whatever still runs in a dead tab has come to its end before closed doors. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** The draft is dropped after the save, when it may: then the life is over, wherever it was to be killed. */
async function dropped(): Promise<void> {
  await vi.waitFor(async () => expect(await keptDrafts()).toBe(0), { timeout: 5_000 });
}

/** The same promise, but what stands still is a fault with a name. */
async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It stands still: ${what}`)), LIMIT);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Result {
  deeds: readonly string[];
  faults: string[];
  /** Milliseconds from the opening of the page to the offer. */
  offer: number;
}

/** One case: a first life that ends at `kill` (or does not), a second one that finds what there is and saves it. */
async function run(
  scenario: Scenario,
  { seed, kill, pause }: { seed: number; kill: Kill | null; pause?: number },
): Promise<Result> {
  const [first, second] = await openTabs();
  const world = theWorld();
  window.happyDOM.setURL(world.open.origin);
  const browser = openBrowser(world.open.fetch);
  const one = scenario.begin(world, seed);
  const page = one.open(first);
  await inTime('typing', page.type());
  const died = browser.arm(kill, scenario.trick);
  const saved = page.save();
  if (!kill) await inTime('saving', saved);
  else {
    await inTime('dying', Promise.race([died, saved.then(dropped)]));
  }
  if (!kill) await rest();
  const deeds = [...browser.deeds];
  page.close();
  await rest();
  if (!kill) return { deeds, faults: one.wrong(false), offer: 0 };
  browser.reopen(pause);
  const done = kill.when === 'after' ? deeds : deeds.slice(0, -1);
  const isLastKey = !done.includes('keep drafts');
  const isKept = (await keptDrafts()) > 0;
  const start = performance.now();
  const again = one.open(second);
  await inTime('offering', again.offered(isKept));
  const offer = performance.now() - start;
  const faults = again.lost(isLastKey);
  await inTime('saving again', again.save());
  again.close();
  await rest();
  return { deeds, faults: [...faults, ...one.wrong(isLastKey)], offer };
}

/** How many drafts lie in the browser now. */
async function keptDrafts(): Promise<number> {
  const { listKept } = await import('~/kept/inventory');
  const listed = await listKept();
  return 'value' in listed
    ? (listed.value.sums.find(({ kind }) => kind === 'drafts')?.count ?? 0)
    : 0;
}

// The pages' code is evaluated twice.
beforeAll(openTabs);

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  for (const tab of await openTabs()) tab.keepSignedIn();
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
});

test.each(scenarios)(
  'E16: $name, killed at each step: nothing lost, nothing twice, the draft offered',
  async (scenario) => {
    const random = randomFor(SEED + scenario.name.length);
    const faults: string[] = [];
    let cells = 0;
    let slowest = 0;
    const start = performance.now();
    for (let at = 0; at < SEEDS; at += 1) {
      const seed = SEED + at;
      const calm = await run(scenario, { seed, kill: null });
      expect(calm.faults).toEqual([]);
      const kills = calm.deeds.flatMap((_, place): Kill[] => [
        { place, when: 'before' },
        { place, when: 'after' },
      ]);
      for (const kill of kills) {
        if (!EVERY && !random.chance(0.15)) continue;
        const where = `SEED=${seed} killed ${kill.when} ${kill.place} ${calm.deeds[kill.place]}`;
        const { faults: found, offer } = await run(scenario, { seed, kill }).catch(
          (error: unknown) => {
            throw new Error(`${where}: ${error instanceof Error ? error.message : error}`);
          },
        );
        cells += 1;
        slowest = Math.max(slowest, offer);
        faults.push(...found.map((fault) => `${where}: ${fault}`));
      }
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(
      `kills, ${scenario.name}: ${cells} kills, slowest offer ${slowest.toFixed(0)} ms, ${seconds} s, SEED=${SEED}\n`,
    );
    expect(faults).toEqual([]);
    // Part of `npm run test:kills` only: a machine that runs other tests beside may stand still for longer.
    if (EVERY) expect(slowest).toBeLessThan(2_000);
  },
  60_000 + SEEDS * 60_000,
);

test('E16: on a slow server too it becomes clear what a killed tab had stored here and at others', async () => {
  const scenario = scenarios.find(({ name }) => name === 'a save with links of others');
  if (!scenario) throw new Error('No such case');
  const calm = await run(scenario, { seed: SEED, kill: null });
  // All of it has landed; the tab dies before it notes the last of it.
  const kill: Kill = { place: calm.deeds.lastIndexOf('keep journal'), when: 'before' };
  const { faults } = await run(scenario, { seed: SEED, kill, pause: 200 });
  expect(faults).toEqual([]);
});
