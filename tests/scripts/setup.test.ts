import { expect, test } from 'vitest';
import { isInstalled, nodeComplaint } from './setup.js';

const lock = {
  packages: {
    '': { name: 'parterre' },
    'node_modules/react': { version: '19.3.1' },
    'node_modules/@other/system': { version: '1.0.0', optional: true },
  },
};

test('Two commands: Node from 20.19 on is accepted, an older one gets a sentence', () => {
  for (const version of ['v20.19.0', 'v20.20.2', 'v22.0.0'])
    expect(nodeComplaint(version)).toBe(undefined);
  expect(nodeComplaint('v20.18.3')).toBe(
    'Parterre needs Node 20.19 or newer; this is Node 20.18.3.',
  );
  expect(nodeComplaint('v18.20.0')).toContain('Node 20.19');
});

test('Two commands: what is installed as the lock file says is not installed again', () => {
  expect(isInstalled(lock, { packages: { 'node_modules/react': { version: '19.3.1' } } })).toBe(
    true,
  );
});

test('Two commands: a missing, interrupted or outdated installation is made anew', () => {
  expect(isInstalled(lock, null)).toBe(false);
  expect(isInstalled(lock, { packages: {} })).toBe(false);
  expect(isInstalled(lock, { packages: { 'node_modules/react': { version: '19.3.0' } } })).toBe(
    false,
  );
});
