import { vi } from 'vitest';
import type { SandboxArtifact } from '../sandbox/model';
import { sandboxPeople } from '../sandbox/people';
import { randomFor } from '../sandbox/seed/random';
import { judge, overlapOf, type Verdict } from './oracle';
import { linkable, type RacesWorld, racesWorld } from './racesWorld';
import { type EditorRecord, emptyRecord } from './record';
import { createScheduler } from './scheduler';
import type * as Tab from './tab';

/** An ideal server, one that is faithful to Tuleap, and that one seen from another origin: no version check at all. */
export type RaceKind = 'ideal' | 'faithful' | 'elsewhere';

type TabModule = typeof Tab;

export interface RunResult extends Verdict {
  conflicts: number;
  warnings: number;
  refusals: string[];
  overlap: { overlapping: number; all: number };
  /** What the server holds at the end: the same for the same seed. */
  trace: string;
}

export interface Arena {
  race(kind: RaceKind, seed: number): Promise<RunResult>;
  writableKinds: readonly string[];
}

const ELSEWHERE = 'http://elsewhere.localhost';
const START = Date.UTC(2026, 10, 21, 8);
/** Two tabs may be of one person. */
const castings = [
  ['anna', 'ben'],
  ['anna', 'anna'],
  ['anna', 'ben', 'dora'],
  ['anna', 'ben', 'anna', 'dora'],
  ['ben', 'dora', 'ben'],
] as const;

type Artifacts = readonly SandboxArtifact[];

function attribute(record: EditorRecord, all: readonly EditorRecord[], artifacts: Artifacts): void {
  const known = new Set(all.flatMap(({ changesets }) => [...changesets]));
  for (const { changesets } of artifacts) {
    for (const { id } of changesets.slice(1)) if (!known.has(id)) record.changesets.add(id);
  }
}

function traceOf(artifacts: Artifacts): string {
  const changesets = artifacts.flatMap((artifact) => artifact.changesets);
  return JSON.stringify(changesets.map((one) => ({ ...one, values: [...one.values] })));
}

/** Four tabs as four module graphs, and the world they meet in. `vi` is given back its fetch by the caller. */
export async function openArena(): Promise<Arena> {
  const world = racesWorld();
  const tabs: TabModule[] = [];
  for (let index = 0; index < 4; index += 1) {
    vi.resetModules();
    const tab = await import('./tab');
    await tab.loadAll();
    tabs.push(tab);
  }
  return {
    writableKinds: tabs[0]?.writableKinds() ?? [],
    race: (kind, seed) => race({ world, tabs }, kind, seed),
  };
}

interface Stage {
  world: RacesWorld;
  tabs: readonly TabModule[];
}

async function race({ world, tabs }: Stage, kind: RaceKind, seed: number) {
  const random = randomFor(seed);
  const time = createScheduler(START + random.int(0, 999));
  const tracker = random.pick(world.trackers);
  const gap = () => time.wait(random.int(0, 400));
  const artifact = world.begin(tracker, {
    mode: kind === 'ideal' ? 'ideal' : 'faithful',
    seed,
    now: time.now,
    gap,
  });
  const neighbours = world.neighbours(tracker);
  const artifacts = [artifact, ...neighbours];
  const cast = random.pick(castings);
  // Now and then the last one works at the other end of a link.
  const [neighbour] = neighbours;
  const isVisited = neighbour !== undefined && random.chance(0.4);
  const placeOf = (index: number) =>
    isVisited && index === cast.length - 1 ? neighbour : artifact;
  const records = cast.map((_, index) => emptyRecord(index, placeOf(index).id));
  let count = 0;
  const favourites = [random.int(0, 5), random.int(0, 5)];
  const door =
    (record: EditorRecord): typeof fetch =>
    async (input, init) => {
      await time.wait(random.int(3, 90));
      const answer = await world.open.fetch(input, init);
      attribute(record, records, artifacts);
      await time.wait(random.int(3, 90));
      return answer;
    };
  const doors = new Map<string, typeof fetch>();
  vi.stubGlobal('location', new URL('http://races.localhost'));
  vi.stubGlobal('fetch', (input: URL, init: RequestInit = {}) => {
    const open = doors.get(new Headers(init.headers).get('x-auth-accesskey') ?? '');
    if (!open) throw new Error('A request of nobody');
    return open(input, init);
  });
  const editors = cast.map((person, index) => {
    const tab = tabs[index];
    const record = records[index];
    if (!tab || !record) throw new Error('More people than tabs');
    const { id } = sandboxPeople[person];
    const key = world.keyFor(index, id);
    tab.signInTab(sandboxPeople[person], { url: kind === 'elsewhere' ? ELSEWHERE : '', key });
    doors.set(key, door(record));
    const own = index * 3;
    const files = [0, 1, 2].map((at) => id * 100 + own + at);
    const place = placeOf(index);
    const others = artifacts.flatMap(({ id }) => (id === place.id ? [] : [id]));
    const isLinked = place !== artifact;
    const links = [...linkable.slice(own, own + 5), ...(isLinked ? [artifact.id] : [])];
    return tab.edit(person, {
      artifactId: place.id,
      sources: isLinked ? [artifact.id] : others,
      random,
      now: time.now,
      wait: time.wait,
      count: () => {
        count += 1;
        return count;
      },
      favourites,
      files,
      links,
      record,
    });
  });
  await time.run(Promise.all(editors));
  return {
    ...judge({ artifacts: new Map(artifacts.map((one) => [one.id, one])), editors: records }),
    conflicts: records.reduce((sum, { conflicts }) => sum + conflicts, 0),
    warnings: records.reduce((sum, { warnings }) => sum + warnings, 0),
    refusals: records.flatMap(({ refusals }) => refusals),
    overlap: overlapOf(records),
    trace: traceOf(artifacts),
  };
}
