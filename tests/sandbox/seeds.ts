import type { World } from './model';
import { seedPeople } from './platform/seedPeople';
import { seedProjects } from './platform/seedProjects';
import { seedRepositories } from './platform/seedRepositories';
import { seedTrackers } from './seed/seedTrackers';

/**
 * What fills a new world, in this order: people, projects, repositories, then trackers and artifacts.
 * Seeds take the time from `world.now()` and what they need from the world; they are the same in every world.
 */
export const seeds: readonly ((world: World) => void)[] = [
  seedPeople,
  seedProjects,
  seedRepositories,
  seedTrackers,
];
