import { beforeEach, expect, test, vi } from 'vitest';
import { readStored, SHARED_KEY, storedKeys, writeStored } from './storage';

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', memory());
  vi.stubGlobal('sessionStorage', memory());
});

test('Z9: a shared computer keeps nothing but the switches that protect', () => {
  expect(writeStored('parterre.theme', 'dark')).toBe(true);
  writeStored(SHARED_KEY, 'on');
  expect(writeStored('parterre.recent.x.1', '[]')).toBe(false);
  expect(writeStored('parterre.session', '[]', 'session')).toBe(false);
  expect(writeStored('parterre.readOnly', 'on')).toBe(true);
  expect(storedKeys('local')).toEqual(['parterre.theme', SHARED_KEY, 'parterre.readOnly']);
  expect(storedKeys('session')).toEqual([]);
  expect(writeStored('parterre.theme', null)).toBe(true);
  expect(readStored('parterre.theme')).toBeNull();
});

test('Z9: a browser that stores nothing is no fault', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  vi.stubGlobal('localStorage', {
    ...memory(),
    getItem: refuse,
    setItem: refuse,
    removeItem: refuse,
  });
  expect(readStored('x')).toBeNull();
  expect(writeStored('x', 'y')).toBe(false);
  expect(writeStored('x', null)).toBe(false);
});
