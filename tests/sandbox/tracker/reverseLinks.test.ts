import { expect, test } from 'vitest';
import { askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';
import type { World } from '../model';
import { linkField } from './fields';
import { reverseLinks } from './linkIndex';

const TARGET = 431;

function linkFieldOf({ artifacts, trackers }: World, id: number) {
  const tracker = trackers.get(artifacts.get(id)?.trackerId ?? 0);
  const field = tracker && linkField(tracker);
  if (!field) throw new Error(`#${id} has no links`);
  return field;
}

/** An artifact that does not link to the target, in a tracker with links. */
function sourceIn({ artifacts, ...world }: World, isTracker: (id: number) => boolean): number {
  const linked = new Set(reverseLinks({ artifacts, ...world }, TARGET).map(({ id }) => id));
  const source = [...artifacts.values()].find(({ id, trackerId }) => {
    const tracker = world.trackers.get(trackerId);
    return (
      id !== TARGET && isTracker(trackerId) && tracker && linkField(tracker) && !linked.has(id)
    );
  });
  if (!source) throw new Error('No other artifact');
  return source.id;
}

test('Sandbox: links of others are written one by one, each with the right to update there; what was written stays', async () => {
  const open = openWorld();
  const { world } = open;
  const own = world.artifacts.get(TARGET)?.trackerId;
  const allowed = sourceIn(world, (tracker) => tracker === own);
  const forbidden = sourceIn(world, (tracker) => tracker !== own);
  linkFieldOf(world, forbidden).permissions.update = [];
  const wanted = [
    ...reverseLinks(world, TARGET),
    ...[allowed, forbidden].map((id) => ({ id, type: '' })),
  ];
  const all_links = wanted.map((link) => ({ ...link, direction: 'reverse' }));
  const changesets = () => world.artifacts.get(TARGET)?.changesets.length;
  const before = changesets() ?? 0;
  const refused = await askAs(open, 'ben')(`PUT artifacts/${TARGET}`, {
    comment: { body: 'Linked.', format: 'text' },
    values: [{ field_id: linkFieldOf(world, TARGET).id, all_links }],
  });
  expect(refused.status).toBe(400);
  expect(messageOf(refused)).toContain('You are not allowed to update the field');
  expect(changesets()).toBe(before + 1);
  const sources = reverseLinks(world, TARGET).map(({ id }) => id);
  expect(sources).toContain(allowed);
  expect(sources).not.toContain(forbidden);
});
