import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { type Connection, currentSession, endSession } from '~/api/session';
import { signIn } from '~/api/signIn/signIn';
import { noteMangledTag } from '~/saving/mangledTag';
import { openWorld } from '../../tests/sandbox/doors/node';
import { type Network, networkNames } from '../../tests/sandbox/network/names';
import { sandboxPeople } from '../../tests/sandbox/people';
import type { Level } from './check';
import { checks } from './checks';
import { type Examined, examine } from './examine';

const opened = openWorld('doctor-reads');
const near: Connection = { id: 'near', label: 'Sandbox', url: '', color: 'teal', kind: 'sandbox' };
const far: Connection = { ...near, id: 'far', url: opened.farOrigin };
const { username, password } = sandboxPeople.anna;

/** Every check of a server, those on request included, as the person that is signed in. */
async function levels(connection: Connection, names: readonly Network[]) {
  opened.world.networks = [...names];
  const lines = new Map<string, Examined>();
  const person = currentSession()?.person ?? null;
  await examine({ connection, person, isReadOnly: false, artifact: 431 }, checks, {
    signal: new AbortController().signal,
    onLine: (line) => lines.set(line.check.id, line),
  });
  return lines;
}

/** What is not green, as `etag: amber`. */
async function troubles(connection: Connection, names: readonly Network[]): Promise<string[]> {
  const lines = await levels(connection, names);
  expect(lines.size).toBe(checks.length);
  return checks.flatMap(({ id }) => {
    const level = lines.get(id)?.finding?.level;
    return level === 'green' ? [] : [`${id}: ${level}`];
  });
}

async function enter(connection: Connection): Promise<void> {
  opened.world.networks = [];
  const result = await signIn(connection, { way: 'password', as: 'token', username, password });
  expect(result.outcome).toBe('signedIn');
}

beforeAll(() => {
  vi.stubGlobal('location', { origin: opened.origin });
});
beforeEach(() => {
  vi.stubGlobal('fetch', opened.browse);
});
afterAll(() => {
  endSession();
  vi.unstubAllGlobals();
});

const all = (level: Level, ...ids: string[]) => ids.map((id) => `${id}: ${level}`);
/** Where no answer of Tuleap comes at all. */
const nothing = [
  ...all('red', 'server', 'version'),
  ...all('unknown', 'clock', 'lists'),
  ...all('red', 'who', 'tokens'),
  ...all('amber', 'basic'),
  ...all('unknown', 'challenge', 'etag'),
  ...all('red', 'if-match', 'if-unmodified-since', 'changesets'),
  ...all('amber', 'upload'),
  ...all('red', 'body'),
  ...all('unknown', 'chunk', 'quota'),
  ...all('amber', 'download'),
  ...all('unknown', 'trackers', 'svn'),
];

/** Which lines each network turns, seen from its own origin; in the order of the page. */
const nearTable: Record<Network, string[]> = {
  far: [],
  nocors: [],
  gzip: all('amber', 'etag'),
  weak: all('amber', 'etag'),
  quoted: all('amber', 'etag'),
  noetag: all('amber', 'etag'),
  compress: all('amber', 'etag'),
  unmatched: all('red', 'if-match'),
  unsince: all('red', 'if-unmodified-since'),
  challenge: all('amber', 'challenge'),
  skew: all('red', 'clock'),
  login: nothing,
  down: nothing,
  slow: all('amber', 'server'),
  apionly: all('amber', 'upload', 'download'),
  notus: all('amber', 'upload'),
  nofiles: all('amber', 'download'),
  smallpages: all('red', 'lists'),
  nopages: [...all('amber', 'lists'), ...all('red', 'changesets')],
  noroom: all('amber', 'quota'),
  smallchunks: all('red', 'chunk'),
  smallbody: all('red', 'body'),
  notokens: all('red', 'tokens'),
  noauth: [
    ...all('unknown', 'lists'),
    ...all('red', 'who'),
    ...all('amber', 'basic'),
    ...all('unknown', 'etag'),
    ...all('red', 'if-match', 'if-unmodified-since', 'changesets'),
    ...all('unknown', 'chunk', 'quota', 'trackers', 'svn'),
  ],
  old: all('amber', 'version'),
  notrackers: all('red', 'trackers'),
  nosvn: all('amber', 'svn'),
  nobasic: all('amber', 'basic'),
};

describe('from its own address', () => {
  beforeEach(() => enter(near));

  test('C3: nothing in front turns nothing', async () => {
    expect(await troubles(near, [])).toEqual([]);
  });

  test.each(networkNames)('C3: $name turns exactly its lines', async ({ name }) => {
    expect(await troubles(near, [name])).toEqual(nearTable[name]);
  });

  test('C3: the check of saving stores nothing, whatever stands in front', async () => {
    const before = structuredClone(opened.world.artifacts.get(431)?.changesets.length);
    await troubles(near, ['unmatched', 'unsince']);
    expect(opened.world.artifacts.get(431)?.changesets.length).toBe(before);
  });

  test('C3: a line that is not green says what fails and how to mend it; a mangled ETag is named', async () => {
    const lines = await levels(near, ['weak', 'challenge', 'noauth']);
    for (const { check, finding } of lines.values()) {
      if (finding?.level !== 'amber' && finding?.level !== 'red') continue;
      expect(finding.without, check.id).toMatch(/\.$/);
      expect(finding.mend, check.id).toMatch(/\.$/);
    }
    const etag = (await levels(near, ['weak'])).get('etag');
    expect(etag?.finding?.came).toMatch(/weak \(W\/\).*quotes/);
    expect(etag?.steps.at(-1)?.asked).toBe('GET /api/artifacts/431');
  });
});

test('C3: each line is seen red or amber behind something that can stand in front, in `npm start` too', () => {
  // Without a network of its own: seen at another address, from what saves met, or where CORS headers are missing.
  const elsewhere = ['origin', 'cors', 'tags'];
  const turned = Object.values(nearTable)
    .flat()
    .filter((line) => /: (red|amber)$/.test(line))
    .map((line) => line.replace(/: .*/, ''));
  expect(new Set([...turned, ...elsewhere])).toEqual(new Set(checks.map(({ id }) => id)));
});

test('X9, C3: a save that was refused for a mangled tag is a line of the doctor, at its server only', async () => {
  await enter(near);
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  });
  onTestFinished(() => void vi.stubGlobal('localStorage', undefined));
  noteMangledTag('far', 'W/"1"', Date.parse('2026-11-01T10:00:00Z'));
  expect(await troubles(near, [])).toEqual([]);
  noteMangledTag('near', '"1795-gzip"', Date.parse('2026-11-02T10:00:00Z'));
  expect(await troubles(near, [])).toEqual(all('amber', 'tags'));
  const { finding } = (await levels(near, [])).get('tags') ?? {};
  expect(finding?.came).toMatch(/2026.*quotes.*adds -gzip to it \("1795-gzip"\)/);
  expect(finding?.mend).toContain('compression');
});

describe('from another address', () => {
  beforeEach(() => enter(far));

  const fallback = [
    ...all('amber', 'origin'),
    ...all('unknown', 'clock'),
    ...all('amber', 'etag', 'if-match', 'if-unmodified-since'),
    ...all('unknown', 'chunk', 'quota'),
    ...all('amber', 'download'),
  ];

  test('D1, C3: another address is told as fallback, in the words of the journey', async () => {
    expect(await troubles(far, [])).toEqual(fallback);
    const etag = (await levels(far, [])).get('etag');
    expect(etag?.finding?.without).toContain(
      'Conflict detection runs in fallback mode: changeset comparison',
    );
  });

  test('D1, C3: without CORS headers nothing can be read, and the doctor says why', async () => {
    const lines = await levels(far, ['nocors']);
    expect(lines.get('server')?.finding?.level).toBe('red');
    expect(lines.get('cors')?.finding?.came).toMatch(/Access-Control-Allow-Origin/);
  });
});
