import { randomFor } from './random';

export type SeedTracker = 'requirements' | 'bugs' | 'tasks' | 'tests';

/** How many of each there are (journeys.md, ground data). */
export const seedCounts: Readonly<Record<SeedTracker, number>> = {
  requirements: 1_240,
  bugs: 318,
  tasks: 96,
  tests: 60,
};

/** Numbers that pictures, journeys and tests speak of. */
const named: Readonly<Record<number, SeedTracker>> = {
  ...Object.fromEntries(
    [
      ...[12, 40, 77, 80, 121, 233, 290, 305, 377, 412, 431, 433, 476, 588, 655, 719, 846, 867],
      ...[902, 940, 1034, 1050, 1099, 1121, 1187, 1203],
    ].map((id) => [id, 'requirements' as const]),
  ),
  640: 'tests',
  700: 'bugs',
  701: 'bugs',
  702: 'bugs',
  703: 'bugs',
  704: 'bugs',
  800: 'tasks',
};

/**
 * Deals the ids of one project to its trackers as years of work would: mixed, with holes where something was
 * deleted, and the named ones where they belong.
 */
export function allocate(): Readonly<Record<SeedTracker, readonly number[]>> {
  const random = randomFor(122);
  const ids: Record<SeedTracker, number[]> = { requirements: [], bugs: [], tasks: [], tests: [] };
  const left = { ...seedCounts };
  for (const tracker of Object.values(named)) left[tracker] -= 1;
  const trackers = Object.keys(left) as SeedTracker[];
  for (let id = 11; ; id += 1) {
    const own = named[id];
    if (own) {
      ids[own].push(id);
      continue;
    }
    const total = trackers.reduce((sum, tracker) => sum + left[tracker], 0);
    if (total === 0 && id > 1_203) return ids;
    if (total === 0 || random.chance(0.04)) continue;
    let draw = random.int(1, total);
    for (const tracker of trackers) {
      draw -= left[tracker];
      if (draw > 0) continue;
      ids[tracker].push(id);
      left[tracker] -= 1;
      break;
    }
  }
}
