import type { World } from './model';
import { seeds } from './seeds';

const worlds = new Map<string, World>();

function emptyWorld(name: string): World {
  const world: World = {
    name,
    users: [],
    projects: new Map(),
    trackers: new Map(),
    artifacts: new Map(),
    files: new Map(),
    repositories: new Map(),
    tokens: new Map(),
    preferences: new Map(),
    accessKeys: new Map(),
    services: new Map(),
    banners: new Map(),
    armedFaults: [],
    networks: [],
    refusals: new Map(),
    nextId: {
      artifact: 20_001,
      changeset: 90_001,
      file: 5_001,
      repository: 101,
      project: 1_001,
      token: 1,
      accessKey: 101,
      group: 1_001,
      service: 10_001,
    },
    clockOffset: 0,
    now: () => Date.now() + world.clockOffset,
  };
  return world;
}

function seeded(name: string): World {
  const world = emptyWorld(name);
  for (const seed of seeds) seed(world);
  return world;
}

/**
 * The world of that name, seeded on first use; it lives as long as the process. A name that begins with `big` asks
 * for the world of 20,000 artifacts (the seeds look at `world.name`).
 */
export function worldOf(name: string): World {
  let world = worlds.get(name);
  if (!world) {
    world = seeded(name);
    worlds.set(name, world);
  }
  return world;
}

/** The world afresh, as seeded. Whoever holds the old object keeps a world that nobody asks any more. */
export function resetWorld(name: string): World {
  worlds.delete(name);
  return worldOf(name);
}
