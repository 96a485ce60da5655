import { expect, test } from 'vitest';
import { askAs } from '../../doors/ask';
import { openWorld } from '../../doors/node';
import type { World } from '../../model';

/** Artifact 431 holds two of its regions; the tracker of bugs gets such a list with these labels. */
function withRegions(world: World, labels: readonly string[]): void {
  const field = world.trackers.get(81)?.fields.find(({ name }) => name === 'regions');
  const last = world.artifacts.get(431)?.changesets.at(-1);
  if (!field || !last) throw new Error('the seed has changed');
  const ids = field.values?.flatMap(({ id, label }) => (['EU', 'US'].includes(label) ? [id] : []));
  last.values = new Map([...last.values, [field.id, ids]]);
  const values = labels.map((label, at) => ({ id: 7_000 + at, label, isHidden: false, color: '' }));
  world.trackers.get(82)?.fields.push({ ...field, id: 6_999, values });
}

test.each([
  ['fields_migrated', ['US', 'EU']],
  ['fields_partially_migrated', ['US']],
  ['fields_not_migrated', ['Elsewhere']],
])('Move: a dry run has a list under %s where the other tracker has %o', async (fate, labels) => {
  const open = openWorld();
  withRegions(open.world, labels);
  const { body } = await askAs(open, 'anna')('PATCH artifacts/431', {
    move: { tracker_id: 82, dry_run: true },
  });
  const { fields } = (body as { dry_run: { fields: Record<string, { name: string }[]> } }).dry_run;
  const fates = Object.keys(fields).filter((one) =>
    fields[one]?.some(({ name }) => name === 'regions'),
  );
  expect(fates).toEqual([fate]);
});
