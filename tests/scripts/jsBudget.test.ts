import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Chunk, initialFiles } from './jsBudget';

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

function names(...chunks: Chunk[]): string[] {
  return chunks.map(({ fileName }) => fileName).sort();
}

function loaded(module: string): string[] {
  return initialFiles(bundle, [module])
    .map(({ fileName }) => fileName)
    .sort();
}

const entry = chunk('main', { isEntry: true, imports: ['react'] });
const react = chunk('react');
const page = chunk('Page', { imports: ['react', 'kit', 'main'] });
const kit = chunk('kit', { imports: ['Page'] });
const other = chunk('Other');
const bundle = [entry, react, page, kit, other];

test('Budget: entry, page and their static imports count once, other pages not at all', () => {
  expect(loaded('src/Page.tsx')).toEqual(names(entry, react, page, kit));
  expect(loaded('src/Other.tsx')).toEqual(names(entry, react, other));
});

test('Budget: bytes are those of gzip at its best, the largest file first', () => {
  const big = chunk('Big', { code: 'x'.repeat(100_000) });
  expect(initialFiles([entry, react, big], ['src/Big.tsx'])[0]).toEqual({
    fileName: 'Big',
    bytes: gzipSync(big.code, { level: 9 }).length,
  });
});

test('Budget: a page that is in no chunk is an error, not 0 bytes', () => {
  expect(() => initialFiles(bundle, ['src/Gone.tsx'])).toThrow('No chunk holds src/Gone.tsx');
});
