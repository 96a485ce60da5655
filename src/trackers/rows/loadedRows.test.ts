import { expect, test } from 'vitest';
import type { ArtifactRow } from './artifactRow';
import {
  agedRows,
  type LoadedPage,
  type LoadedRows,
  missingRanges,
  progressOf,
  rowsOf,
  withPages,
} from './loadedRows';

function row(id: number): ArtifactRow {
  return { id, title: `Row ${id}`, changed: '2026-11-21T10:00:00+01:00', cells: new Map() };
}

/** A page of `count` visible rows out of `limit`. */
function page(offset: number, limit: number, count = limit): LoadedPage {
  const rows = Array.from({ length: count }, (_, index) => row(offset + index));
  return { offset, limit, rows, isOld: false };
}

const start = (size: number): LoadedRows => ({ id: 'q', size, pages: [page(0, 50)] });

test('What is missing is asked for in larger pages', () => {
  expect(missingRanges(start(720), 250)).toEqual([
    { offset: 50, limit: 250 },
    { offset: 300, limit: 250 },
    { offset: 550, limit: 170 },
  ]);
  expect(missingRanges(start(50), 250)).toEqual([]);
});

test('Pages come in any order; gaps between them are asked for', () => {
  const loaded = withPages(start(800), [page(550, 250), page(50, 250)], 800);
  expect(loaded.pages.map(({ offset }) => offset)).toEqual([0, 50, 550]);
  expect(missingRanges(loaded, 250)).toEqual([{ offset: 300, limit: 250 }]);
});

test('A page that the server cut smaller, or larger, than asked goes on where it ends', () => {
  const smaller = withPages(start(400), [page(50, 100)], 400);
  expect(missingRanges(smaller, 250)).toEqual([{ offset: 150, limit: 250 }]);
  const larger = withPages(start(400), [page(0, 100)], 400);
  expect(larger.pages).toHaveLength(1);
  expect(missingRanges(larger, 250)).toEqual([
    { offset: 100, limit: 250 },
    { offset: 350, limit: 50 },
  ]);
});

test('A short page is no end; what it lacks is counted as not visible', () => {
  const loaded = withPages(start(300), [page(50, 250, 247)], 300);
  expect(missingRanges(loaded, 250)).toEqual([]);
  expect(progressOf(loaded)).toEqual({ asked: 300, hidden: 3 });
  expect(rowsOf(loaded)).toHaveLength(297);
});

test('Old rows stay in sight and are asked for again, as they were cut', () => {
  const all = withPages(start(300), [page(50, 250)], 300);
  const aged = withPages(agedRows(all), [page(0, 50)], 301);
  expect(rowsOf(aged)).toHaveLength(300);
  expect(missingRanges(aged, 250)).toEqual([
    { offset: 300, limit: 1 },
    { offset: 50, limit: 250 },
  ]);
});

test('A result that became smaller loses its last pages', () => {
  const all = withPages(start(600), [page(50, 250), page(300, 250), page(550, 50)], 600);
  expect(withPages(all, [page(0, 50)], 280).pages.map(({ offset }) => offset)).toEqual([0, 50]);
});

test('An artifact that moved between two pages is listed once', () => {
  const loaded = withPages(start(60), [{ ...page(50, 10), rows: [row(49), row(50)] }], 60);
  expect(rowsOf(loaded).filter(({ id }) => id === 49)).toHaveLength(1);
});
