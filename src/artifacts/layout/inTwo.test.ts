import { expect, test } from 'vitest';
import { field } from '../../../tests/fixtures/snapshots';
import { inTwo } from './inTwo';
import type { LayoutNode } from './layout';

let last = 0;

function node(type: string, content: LayoutNode[] = [], more: object = {}): LayoutNode {
  last += 1;
  return { field: field(last, `${type} ${last}`, { type, ...more }), content };
}

const texts = () => node('fieldset', [node('string'), node('text')]);
const facts = (count: number, more: object = {}) =>
  node(
    'fieldset',
    [
      node(
        'column',
        Array.from({ length: count }, () => node('sb')),
      ),
    ],
    more,
  );

test('V1: fieldsets of short facts after the last text stand beside what comes before them', () => {
  const [one, two, three] = [texts(), facts(10), facts(30, { collapsed: true })];
  expect(inTwo([one, two, three])).toEqual({
    main: [one],
    facts: [two, three],
  });
  // Between two texts they keep their place.
  const after = node('fieldset', [node('art_link')]);
  expect(inTwo([one, two, after])).toEqual({ main: [one, two, after], facts: [] });
});

test.each([
  ['no text is there', () => [facts(3), facts(3)]],
  ['there are too many facts', () => [texts(), facts(17)]],
  ['all the facts are folded away', () => [texts(), facts(3, { collapsed: true })]],
  ['fields of no fieldset follow', () => [texts(), node('sb')]],
  [
    'the tracker has columns of its own there',
    () => [node('fieldset', [node('column', [node('text')])]), facts(3)],
  ],
])('V1: nothing stands beside where %s', (_, nodes) => {
  const all = nodes();
  expect(inTwo(all)).toEqual({ main: all, facts: [] });
});
