import { expect, test } from 'vitest';
import { faultOf } from './serverFaults';
import { sortServers } from './servers';

const here = 'https://parterre.example.org';
const sorted = (...written: unknown[]) => sortServers(written, here);
const good = { id: 'a', label: 'A', url: '', color: 'teal', kind: 'tuleap' };
const at = (url: string) => ({ ...good, id: 'b', label: 'B', url });

test.each([
  ['https://tuleap.example.org', 'https://tuleap.example.org'],
  ['https://tuleap.example.org/', 'https://tuleap.example.org'],
  ['  HTTPS://Tuleap.Example.ORG//\n', 'https://tuleap.example.org'],
  ['https://tuleap.example.org:443', 'https://tuleap.example.org'],
  ['http://localhost:8080/', 'http://localhost:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  [here, ''],
])('C1: a listed address %j is asked as %j', (written, url) => {
  expect(sorted(good, at(written))).toMatchObject({
    servers: [{ id: 'a' }, { id: 'b', url }],
    faulty: [],
  });
});

const faults: [string, unknown, RegExp][] = [
  ['a path', at('https://t.example/plugins/tracker/'), /write "https:\/\/t.example", without/],
  ['the path of the API', at('https://t.example/api'), /without "\/api"/],
  ['a query', at('https://t.example?x=1'), /without "\?x=1"/],
  ['no scheme', at('tuleap.example.org'), /no scheme. Write "https:\/\/" before it/],
  ['no scheme, with a port', at('localhost:8080'), /no scheme/],
  ['a slash at first', at('/tuleap'), /no scheme/],
  ['another scheme', at('ftp://t.example'), /ftp: is not a way/],
  ['IPv6 without brackets', at('http://::1'), /not an address. IPv6 stands in brackets/],
  ['a blank inside', at('https://t example.org'), /not an address/],
  ['a port that is none', at('https://t.example:99999'), /not an address/],
  ['an id that is taken', { ...at(''), id: 'a' }, /the same "id"/],
  ['no id', { ...at(''), id: '' }, /"id" wants/],
  ['no label', { ...good, id: 'b', label: '' }, /"label" wants/],
  ['another colour', { ...at(''), color: 'red' }, /teal, purple, orange or blue/],
  ['another kind', { ...at(''), kind: 'gitlab' }, /"kind" wants/],
  ['an address that is none', { ...good, id: 'b', url: 7 }, /"url" wants/],
  ['people of another shape', { ...at(''), people: ['anna'] }, /Leave it out/],
  ['nothing', {}, /"id" wants/],
  ['null', null, /It wants "id"/],
  ['a text', 'https://t.example', /It wants "id"/],
];

test.each(faults)('C1: an entry with %s is told, and costs itself only', (_, entry, why) => {
  const last = { ...good, id: 'z' };
  const { servers, faulty } = sorted(good, entry, last);
  expect(servers.map(({ id }) => id)).toEqual(['a', 'z']);
  expect(faulty.map(({ index }) => index)).toEqual([1]);
  expect(faulty.map((each) => faultOf(each).why)).toEqual([expect.stringMatching(why)]);
});

test('C1: a password in a listed address is never said back', () => {
  const [fault] = sorted(at('https://anna:secret@t.example')).faulty.map(faultOf);
  expect(fault?.label).toBe('B');
  expect(fault?.why).toMatch(/user name in it/);
  expect(JSON.stringify(fault)).not.toContain('secret');
});

test('C1: a server of another kind stands in the list and is no fault', () => {
  expect(sorted({ kind: 'blueprint', url: 'nowhere' })).toEqual({ servers: [], faulty: [] });
});
