import type { World } from './model';
import { seedPeople } from './platform/seedPeople';

/**
 * What fills a new world, in this order: people, projects, repositories, then trackers and artifacts.
 * Seeds take the time from `world.now()` and what they need from the world; they never draw at random.
 */
export const seeds: readonly ((world: World) => void)[] = [seedPeople];
