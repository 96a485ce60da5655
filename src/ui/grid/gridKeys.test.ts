import { expect, test } from 'vitest';
import { nextSpot, type Pressed } from './gridKeys';

const extent = { rows: 100, columns: 4, page: 10 };

function press(key: string, row: number, column: number, held: Partial<Pressed> = {}) {
  const pressed = { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
  const spot = nextSpot(pressed, { row, column }, extent);
  return spot && [spot.row, spot.column];
}

test('Arrows move by one cell and stop at the edges', () => {
  expect(press('ArrowDown', 5, 1)).toEqual([6, 1]);
  expect(press('ArrowUp', 0, 1)).toEqual([-1, 1]);
  expect(press('ArrowUp', -1, 1)).toEqual([-1, 1]);
  expect(press('ArrowDown', 99, 1)).toEqual([99, 1]);
  expect(press('ArrowLeft', 5, 0)).toEqual([5, 0]);
  expect(press('ArrowRight', 5, 3)).toEqual([5, 3]);
});

test('Home and End go along the row, with Ctrl over the whole table', () => {
  expect(press('Home', 5, 2)).toEqual([5, 0]);
  expect(press('End', 5, 2)).toEqual([5, 3]);
  expect(press('Home', 5, 2, { ctrlKey: true })).toEqual([0, 0]);
  expect(press('End', 5, 2, { ctrlKey: true })).toEqual([99, 3]);
});

test('PageUp, PageDown and Space move by what fits into the view', () => {
  expect(press('PageDown', 5, 2)).toEqual([15, 2]);
  expect(press('PageDown', 95, 2)).toEqual([99, 2]);
  expect(press('PageUp', 5, 2)).toEqual([0, 2]);
  expect(press(' ', 5, 2)).toEqual([15, 2]);
  expect(press(' ', 15, 2, { shiftKey: true })).toEqual([5, 2]);
  expect(press(' ', -1, 2)).toBeNull();
});

test('Other keys are not the table’s', () => {
  expect(press('a', 5, 2)).toBeNull();
  expect(press('ArrowLeft', 5, 2, { altKey: true })).toBeNull();
});

test('A table without rows keeps the focus in its header', () => {
  const none = { rows: 0, columns: 3, page: 10 };
  const pressed = { ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
  expect(nextSpot({ key: 'End', ...pressed }, { row: -1, column: 0 }, none)).toEqual({
    row: -1,
    column: 2,
  });
});
