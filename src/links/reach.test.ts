import { expect, test } from 'vitest';
import type { LoadedArtifact } from '~/api/artifacts/read';
import type { Field } from '~/api/trackers';
import { field, fullTracker, snapshot } from '../../tests/fixtures/snapshots';
import { reachOf } from './reach';
import { isWrongWay } from './wrongWay';

const links = field(9, 'Links', { type: 'art_link', allowed_types: [] });

function loaded(fields: readonly Field[]): LoadedArtifact {
  const { artifact, ...read } = snapshot(10);
  const tracker = fullTracker(fields, { label: 'Bugs', item_name: 'bug' });
  return { ...read, artifact: { ...artifact, xref: 'bug #40' }, tracker };
}

test('L5: an artifact may be written where its link field may be changed', () => {
  const { artifact } = loaded([links]);
  expect(reachOf(loaded([links]))).toEqual({ kind: 'open', artifact });
});

test.each([
  ['frozen or not mine', [{ ...links, permissions: ['read'] }], /may not change Links of bug #40/],
  ['no link field', [], /Bugs has no field for links/],
])('L5: it is refused beforehand with the reason: %s', (_, fields, reason) => {
  expect(reachOf(loaded(fields))).toEqual({
    kind: 'closed',
    reason: expect.stringMatching(reason),
  });
});

test('L5: without the structure nobody knows, and the server decides', () => {
  expect(reachOf({ ...loaded([]), tracker: null })).toEqual({ kind: 'unclear' });
});

const [requirements, tasks, bugs] = [
  { id: 81, parentId: null },
  { id: 83, parentId: 81 },
  { id: 82, parentId: null },
];

test('L3: a child that would be the parent of its parent is told by the pair of trackers', () => {
  const parentOf = { type: '_is_child', direction: 'forward' } as const;
  const childOf = { type: '_is_child', direction: 'reverse' } as const;
  expect(isWrongWay(parentOf, tasks, requirements)).toBe(true);
  expect(isWrongWay(childOf, requirements, tasks)).toBe(true);
  expect(isWrongWay(parentOf, requirements, tasks)).toBe(false);
  expect(isWrongWay(childOf, tasks, requirements)).toBe(false);
  expect(isWrongWay(parentOf, tasks, bugs)).toBe(false);
  expect(isWrongWay({ ...parentOf, type: 'blocks' }, tasks, requirements)).toBe(false);
});
