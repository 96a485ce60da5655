import { expect, test } from 'vitest';
import { networksOf, worldHost } from './networks';

const networks = [
  { name: 'gzip', says: '' },
  { name: 'far', says: '' },
];

test('C3: links to the sandbox behind a proxy lead to the world of this page', () => {
  expect(worldHost('localhost:5173', networks)).toBe('default.localhost:5173');
  expect(worldHost('acme.localhost:5173', networks)).toBe('acme.localhost:5173');
  expect(worldHost('far-gzip-my-world.localhost', networks)).toBe('my-world.localhost');
});

test('C3: a server that lists nothing readable offers no such links', () => {
  expect(networksOf([{ networks: 'gzip' }, {}])).toEqual([]);
  expect(networksOf([{ networks }])).toEqual(networks);
});
