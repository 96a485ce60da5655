import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Chunk, initialBytes } from './jsBudget';

function chunk(fileName: string, more: Partial<Chunk> = {}): Chunk {
  const code = `${fileName} `.repeat(50);
  return {
    fileName,
    code,
    imports: [],
    moduleIds: [`/x/src/${fileName}.tsx`],
    isEntry: false,
    ...more,
  };
}

function size(...chunks: Chunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

const entry = chunk('main', { isEntry: true, imports: ['react'] });
const react = chunk('react');
const page = chunk('Page', { imports: ['react', 'kit', 'main'] });
const kit = chunk('kit', { imports: ['Page'] });
const other = chunk('Other');
const bundle = [entry, react, page, kit, other];

test('Budget: entry, page and their static imports count once, other pages not at all', () => {
  expect(initialBytes(bundle, ['src/Page.tsx'])).toBe(size(entry, react, page, kit));
  expect(initialBytes(bundle, ['src/Other.tsx'])).toBe(size(entry, react, other));
});

test('Budget: a page that is in no chunk is an error, not 0 bytes', () => {
  expect(() => initialBytes(bundle, ['src/Gone.tsx'])).toThrow('No chunk holds src/Gone.tsx');
});
