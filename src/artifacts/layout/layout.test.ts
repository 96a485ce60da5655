import { expect, test } from 'vitest';
import { field } from '../../../tests/fixtures/snapshots';
import { type LayoutNode, layoutOf, unplacedFields } from './layout';

const set = field(1, 'Details', { type: 'fieldset' });
const column = field(2, 'Left', { type: 'column' });
const title = field(3, 'Title', { type: 'string' });
const effort = field(4, 'Effort', { type: 'int' });
const leaf = (id: number) => ({ id, content: null });

function ids(nodes: readonly LayoutNode[]): unknown[] {
  return nodes.map(({ field: of, content }) =>
    content.length > 0 ? [of.field_id, ids(content)] : of.field_id,
  );
}

test('V1: the layout is that of the structure', () => {
  const structure = [{ id: 1, content: [{ id: 2, content: [leaf(4), leaf(3)] }] }];
  expect(ids(layoutOf(structure, [set, column, title, effort]))).toEqual([[1, [[2, [4, 3]]]]]);
});

test('V1: an id that this person may not read vanishes, and what it contains stays', () => {
  const structure = [{ id: 99, content: [{ id: 2, content: [leaf(98), leaf(3)] }] }];
  expect(ids(layoutOf(structure, [column, title]))).toEqual([[2, [3]]]);
});

test('V1: a container with nothing readable in it is not shown', () => {
  expect(layoutOf([{ id: 1, content: [leaf(99)] }], [set])).toEqual([]);
});

test('V1: a field without a place is not lost', () => {
  const structure = [{ id: 1, content: [leaf(3)] }];
  expect(unplacedFields(structure, [set, title, effort])).toEqual([effort]);
});
