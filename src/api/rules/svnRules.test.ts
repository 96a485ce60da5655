import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notificationFaults, repositoryNameFault, tagPathsFault } from './svnRules';

const server = /^[a-zA-Z][A-Za-z0-9-_.]{2,254}$/;

test('N1: the name rule says no exactly where the server does', () => {
  const characters = fc.constantFrom(...'abzAZ019-_. /äß\n#😀');
  const names = fc.oneof(fc.string(), fc.string({ unit: characters, maxLength: 8 }));
  fc.assert(
    fc.property(names, (name) => {
      expect(repositoryNameFault(name) === undefined).toBe(server.test(name));
    }),
  );
  expect(repositoryNameFault('a'.repeat(255))).toBeUndefined();
  expect(repositoryNameFault('a'.repeat(256))).toMatch(/at most 255/);
});

test('N1: each broken rule has its reason', () => {
  expect(repositoryNameFault('a b')).toMatch(/^A space is not allowed/);
  expect(repositoryNameFault('with/slash')).toMatch(/^“\/” is not allowed/);
  expect(repositoryNameFault('1abc')).toMatch(/start with a letter/);
  expect(repositoryNameFault('ab')).toMatch(/at least 3/);
});

const nobody = { emails: [], users: [], user_groups: [] };

test('N1: notifications: what the server would refuse is found at its row', () => {
  const faults = notificationFaults([
    { path: '/trunk', ...nobody, emails: ['a@example.org'] },
    { path: '/trunk', ...nobody, users: [102] },
    { path: '/tags', ...nobody },
    { path: '/branches', ...nobody, emails: ['b@example.org', 'b@example.org'] },
    { path: '', ...nobody, user_groups: ['122_3'] },
    { path: '/Trunk', ...nobody, user_groups: ['122_3'] },
  ]);
  expect([...faults.keys()]).toEqual([1, 2, 3, 4]);
  expect(faults.get(1)).toMatch(/twice/);
  expect(faults.get(2)).toMatch(/^Nobody/);
  expect(faults.get(3)).toMatch(/b@example.org is listed twice/);
});

test('N3: a list of tag paths has room for 65,535 bytes', () => {
  expect(tagPathsFault(['x'.repeat(65_535)])).toBeUndefined();
  expect(tagPathsFault(['ä'.repeat(32_768)])).toMatch(/65536 bytes/);
});
