import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants } from './list.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

test.each(mutants)(
  'G20: the defect "$name" can still be put in, and its test is there',
  (mutant) => {
    const { file, search, replace, test: testFile, title } = mutant;
    expect(read(file).split(search)).toHaveLength(2);
    expect(replace).not.toBe(search);
    expect(existsSync(new URL(testFile, root))).toBe(true);
    expect(read(testFile)).toContain(title);
    expect(title.length).toBeGreaterThan(10);
  },
);

test('G20: there are at least twenty defects, each of another name', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  expect(mutants.length).toBeGreaterThanOrEqual(20);
});
