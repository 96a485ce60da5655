import { beforeEach, expect, test, vi } from 'vitest';
import { mangledTags, noteMangledTag } from './mangledTag';

const cupboard = new Map<string, string>();

beforeEach(() => {
  cupboard.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => cupboard.get(key) ?? null,
    setItem: (key: string, value: string) => cupboard.set(key, value),
  });
});

test('X9: a mangled tag is noted once a server, with its first and last time', () => {
  noteMangledTag('a', 'W/"1"', 10);
  noteMangledTag('b', '"2-gzip"', 20);
  noteMangledTag('a', 'W/"3"', 30);
  expect(mangledTags()).toEqual([
    { server: 'b', refused: '"2-gzip"', since: 20, last: 20 },
    { server: 'a', refused: 'W/"3"', since: 10, last: 30 },
  ]);
});

test('X9: what another program left there, or no storage at all, is no note and no fault', () => {
  cupboard.set('parterre.mangledTags', '{"a":');
  expect(mangledTags()).toEqual([]);
  cupboard.set('parterre.mangledTags', '[{"server":1}]');
  expect(mangledTags()).toEqual([]);
  vi.stubGlobal('localStorage', undefined);
  noteMangledTag('a', 'W/"1"', 10);
  expect(mangledTags()).toEqual([]);
});
