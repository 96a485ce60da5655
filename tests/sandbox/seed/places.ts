import type { World } from '../model';

/** The people and groups of project `acme` that the seed speaks of, as ids. */
export interface SeedPlaces {
  projectId: number;
  members: string;
  admins: string;
  developers: string;
  qa: string;
  anna: number;
  ben: number;
  carl: number;
  /** A fourth person when the world has one, else ben. */
  dora: number;
  /** Unix seconds at which the world was seeded: every date is relative to it. */
  now: number;
}

/** Looks people and groups up by name, so that the frame of the sandbox is free to choose their ids. */
export function placesOf(world: World): SeedPlaces {
  const project = [...world.projects.values()].find((one) => one.shortname === 'acme');
  if (!project) throw new Error('The sample world needs the project acme before its trackers');
  const person = (username: string): number | undefined =>
    world.users.find((one) => one.username === username)?.id;
  const members = `${project.id}_3`;
  const group = (label: string): string =>
    project.groups.find((one) => one.label.toLowerCase() === label.toLowerCase())?.id ?? members;
  const anna = person('anna') ?? 102;
  const ben = person('ben') ?? 103;
  return {
    projectId: project.id,
    members,
    admins: `${project.id}_4`,
    developers: group('Developers'),
    qa: group('QA'),
    anna,
    ben,
    carl: person('carl') ?? 104,
    dora: person('dora') ?? ben,
    now: Math.floor(world.now() / 1000),
  };
}
