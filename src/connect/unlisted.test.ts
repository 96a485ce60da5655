import { expect, test } from 'vitest';
import type { Server } from '~/api/signIn/servers';
import { serverAt } from './chosenServer';
import { unlistedAt } from './unlisted';

test.each([
  ['https://tuleap.example', 'https://tuleap.example'],
  ['  https://Tuleap.Example/ ', 'https://tuleap.example'],
  ['tuleap.example', 'https://tuleap.example'],
  ['tuleap.example:8443', 'https://tuleap.example:8443'],
  ['localhost', 'http://localhost'],
  ['localhost:8080/', 'http://localhost:8080'],
  ['[::1]:8080', 'http://[::1]:8080'],
])('C1: %j can be offered as it is typed, at %s', (typed, url) => {
  const { why, line } = unlistedAt(typed);
  expect(why).toBeUndefined();
  expect(JSON.parse(line ?? '')).toMatchObject({ url, kind: 'tuleap' });
});

test.each([
  ['https://tuleap.example/plugins/tracker/', /root of its host.*without "\/plugins\/tracker\/"/],
  ['tuleap.example/x?y=1', /without "\/x\?y=1"/],
])('C1: the path of %j is told, and is not in the line', (typed, words) => {
  const { why, line } = unlistedAt(typed);
  expect(why).toMatch(words);
  expect(JSON.parse(line ?? '')).toMatchObject({ url: 'https://tuleap.example' });
});

test.each([
  ['not an address', /is not an address/],
  ['http://::1', /IPv6 stands in brackets/],
  ['::1', /IPv6 stands in brackets/],
  ['ftp://tuleap.example', /ftp: is not a way/],
  ['https://tuleap.example:99999', /is not an address/],
  ['javascript:alert(1)', /is not an address/],
  ['https://anna:pass@tuleap.example', /user name in it is not asked/],
])('C1: %j gets a reason and no line', (typed, words) => {
  const { why, line } = unlistedAt(typed);
  expect(why).toMatch(words);
  expect(why).not.toContain('anna:pass');
  expect(line).toBeUndefined();
});

test('C1: a listed server is found by what a person types of it', () => {
  const url = 'https://tuleap.example';
  const server: Server = { id: 'a', label: 'A', url, color: 'teal', kind: 'tuleap' };
  for (const typed of ['tuleap.example', ' https://TULEAP.example/', 'tuleap.example/plugins/']) {
    expect(serverAt([server], typed)).toBe(server);
  }
  expect(serverAt([server], 'http://tuleap.example')).toBeUndefined();
  expect(serverAt([server], 'not an address')).toBeUndefined();
});
