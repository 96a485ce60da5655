import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { cutAnswer, neverAnswer, openFetchDoor } from '../../tests/fetchDoor';
import { newestChangesets } from './changesets/read';
import { noBody, request } from './client';
import { ApiError } from './error';
import { readStatic } from './requests/readStatic';
import {
  beginSession,
  type Connection,
  endSession,
  type Session,
  subscribeToSession,
} from './session';
import { artifactPage } from './trackerArtifacts';

const connection: Connection = {
  id: 'there',
  label: 'There',
  url: 'https://tuleap.example.org',
  color: 'teal',
  kind: 'tuleap',
};
const anna: Session = { connection, person: { id: 102, username: 'anna', realName: 'Anna' } };
const key = { way: 'accessKey', key: 'tlp-k1-1.secretsecret' } as const;
const thing = z.looseObject({ id: z.int(), list: z.array(z.looseObject({ label: z.string() })) });

afterEach(() => endSession());

async function failure(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`no ApiError but ${String(error)}`);
  return error;
}

test('The key goes in its header to the chosen server, never along a redirect, never with cookies', async () => {
  const log = openFetchDoor(() => Response.json({ id: 1, list: [], more: 'kept' }));
  beginSession(anna, key);
  const { data, status } = await request('GET', 'things/1', thing, {
    query: { a: 'b c', no: undefined },
  });
  expect(data).toEqual({ id: 1, list: [], more: 'kept' });
  expect(status).toBe(200);
  const [sent] = log;
  expect(sent?.url.href).toBe('https://tuleap.example.org/api/things/1?a=b+c');
  expect(sent?.headers.get('x-auth-accesskey')).toBe(key.key);
  expect(sent?.headers.has('content-type')).toBe(false);
  expect(sent?.init).toMatchObject({
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
});

test('Nobody signed in is a 401 without any request', async () => {
  const log = openFetchDoor(() => Response.json({}));
  expect((await failure(request('GET', 'things', thing))).status).toBe(401);
  expect(log).toEqual([]);
});

test('An answer of another shape is reported with its paths', async () => {
  openFetchDoor(() => Response.json({ id: 'one', list: [{ label: 'a' }, { label: 2 }] }));
  beginSession(anna, key);
  const error = await failure(request('GET', 'things', thing));
  expect(error.kind).toBe('shape');
  expect(error.issues.map((issue) => issue.path)).toEqual(['id', 'list[1].label']);
});

const odd = [
  { id: 1, list: [] },
  { id: 'two', list: [] },
];

test('A6: an odd item is left out only of lists that a person reads; elsewhere it is a fault', async () => {
  openFetchDoor(() => Response.json(odd));
  beginSession(anna, key);
  const { data } = await request('GET', 'things', z.array(thing), { mayLeaveOut: true });
  expect(data).toEqual([odd[0]]);
  const error = await failure(request('GET', 'things', z.array(thing)));
  expect([error.kind, error.issues[0]?.path]).toEqual(['shape', '[1].id']);
});

test('A6: a list of nothing but odd items is a fault, not an empty list', async () => {
  openFetchDoor(() => Response.json(odd.slice(1)));
  beginSession(anna, key);
  const asked = request('GET', 'things', z.array(thing), { mayLeaveOut: true });
  expect((await failure(asked)).kind).toBe('shape');
});

test.each([
  ['changesets', () => newestChangesets(431, 10)],
  ['the look after a create', () => artifactPage(101, { offset: 0, limit: 50, order: 'desc' })],
])(
  'A6: an odd item among %s fails the look, so that the same is not sent twice',
  async (_, look) => {
    openFetchDoor(() => Response.json([{ id: 'one' }]));
    beginSession(anna, key);
    expect((await failure(look())).kind).toBe('shape');
  },
);

test.each([
  ['a web page', '<!doctype html><p>Sign in', 'text/html', 'html'],
  ['text', 'hello', 'text/plain', 'text'],
  ['nothing', '', 'application/json', 'empty'],
  ['broken JSON', '{"id":1,', 'application/json', 'json'],
])('%s in place of JSON is a shape error, not a crash', async (_, text, type, body) => {
  openFetchDoor(() => new Response(text, { headers: { 'content-type': type } }));
  beginSession(anna, key);
  const error = await failure(request('GET', 'things', thing));
  expect([error.kind, error.body, error.status]).toEqual(['shape', body, 200]);
});

test('An empty 200 labelled JSON is what a write answers', async () => {
  openFetchDoor(() => new Response('', { headers: { 'content-type': 'application/json' } }));
  beginSession(anna, key);
  const { data } = await request('PUT', 'things/1', noBody, { body: { values: [] } });
  expect(data).toBeUndefined();
});

test.each([
  [
    'envelope',
    { error: { code: 400, message: 'Bad Request: error: One.\nerror: Two.\n' } },
    ['One.', 'Two.'],
  ],
  [
    'translated',
    { error: { code: 400, message: 'Bad Request', i18n_error_message: 'Non.' } },
    ['Non.'],
  ],
  [
    'translated list',
    { error: { code: 400, message: 'Bad Request', i18n_error_messages: ['A', 'B'] } },
    ['A', 'B'],
  ],
  ['string', { error: "Referer doesn't match host." }, ["Referer doesn't match host."]],
])('The server’s own words are kept from the %s form', async (_, body, messages) => {
  openFetchDoor(() => Response.json(body, { status: 400 }));
  beginSession(anna, key);
  const error = await failure(request('GET', 'things', thing));
  expect([error.kind, error.status, error.serverMessages]).toEqual(['http', 400, messages]);
});

test.each(['', '<html>Bad gateway</html>'])(
  'A 502 with the body %j keeps its status',
  async (text) => {
    openFetchDoor(
      () => new Response(text, { status: 502, headers: { 'content-type': 'text/html' } }),
    );
    beginSession(anna, key);
    const error = await failure(request('GET', 'things', thing));
    expect([error.kind, error.status, error.serverMessages]).toEqual(['http', 502, []]);
  },
);

test('No answer in time, a cut answer, an unreachable server and an offline device are told apart', async () => {
  beginSession(anna, key);
  openFetchDoor(neverAnswer);
  expect((await failure(request('GET', 'things', thing, { timeout: 5 }))).reason).toBe('timeout');
  openFetchDoor(() => cutAnswer('{"id":'));
  expect((await failure(request('GET', 'things', thing))).reason).toBe('cut');
  openFetchDoor(() => Promise.reject(new TypeError('fetch failed')));
  expect((await failure(request('GET', 'things', thing))).reason).toBe('unreachable');
  vi.stubGlobal('navigator', { onLine: false });
  expect((await failure(request('GET', 'things', thing))).reason).toBe('offline');
});

test('The caller’s own abort stays an abort', async () => {
  openFetchDoor(neverAnswer);
  beginSession(anna, key);
  const stop = new AbortController();
  const asked = request('GET', 'things', thing, { signal: stop.signal });
  stop.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('C4: a 401 waits for the same person to sign in again, then asks once more with the new key', async () => {
  const log = openFetchDoor(({ headers }) =>
    headers.get('x-auth-accesskey') === 'tlp-k1-2.new'
      ? Response.json({ id: 1, list: [] })
      : Response.json({ error: { code: 401, message: 'Unauthorized' } }, { status: 401 }),
  );
  beginSession(anna, key);
  const asked = request('GET', 'things/1', thing);
  await new Promise<void>((expired) => {
    onTestFinished(subscribeToSession(expired));
  });
  beginSession(anna, { way: 'accessKey', key: 'tlp-k1-2.new' });
  expect((await asked).data.id).toBe(1);
  expect(log).toHaveLength(2);
});

test('A 401 that arrives after the same person signed in again is asked once more at once', async () => {
  const log = openFetchDoor(({ headers }) => {
    const isNew = headers.get('x-auth-accesskey') === 'tlp-k1-2.new';
    if (!isNew) beginSession(anna, { way: 'accessKey', key: 'tlp-k1-2.new' });
    return isNew ? Response.json({ id: 1, list: [] }) : new Response('', { status: 401 });
  });
  beginSession(anna, key);
  expect((await request('GET', 'things/1', thing)).data.id).toBe(1);
  expect(log).toHaveLength(2);
});

test('C4: a second 401 is told, and the request is not sent a third time', async () => {
  const log = openFetchDoor(() => new Response('', { status: 401 }));
  beginSession(anna, key);
  const asked = failure(request('PUT', 'things/1', noBody, { body: {} }));
  await new Promise<void>((expired) => {
    onTestFinished(subscribeToSession(expired));
  });
  beginSession(anna, { way: 'accessKey', key: 'tlp-k1-2.new' });
  expect((await asked).status).toBe(401);
  expect(log.map(({ headers }) => headers.get('x-auth-accesskey'))).toEqual([
    key.key,
    'tlp-k1-2.new',
  ]);
});

test('C4: somebody else signing in does not send the first person’s request, and it is said so', async () => {
  const log = openFetchDoor(() => new Response('', { status: 401 }));
  beginSession(anna, key);
  const asked = failure(request('PUT', 'things/1', noBody, { body: {} }));
  await vi.waitFor(() => expect(log).toHaveLength(1));
  beginSession({ ...anna, person: { id: 103, username: 'ben', realName: 'Ben' } }, key);
  expect(await asked).toMatchObject({ kind: 'blocked', reason: 'somebodyElse' });
  expect(log).toHaveLength(1);
});

test('No secret reaches an error, wherever it stood', async () => {
  openFetchDoor(() =>
    Response.json(
      { error: { code: 401, message: 'Unauthorized: bad tlp-k1-1.secretsecret' } },
      { status: 401 },
    ),
  );
  const error = await failure(
    request('DELETE', 'tokens/abcdef123456', noBody, {
      as: {
        connection,
        credentials: { way: 'token', userId: 102, token: 'abcdef123456', endsAt: 0 },
      },
    }),
  );
  const shown = JSON.stringify([error.message, error.serverMessages, error.request, error.stack]);
  expect(shown).not.toMatch(/secretsecret|abcdef123456/);
});

test.each([
  [{ way: 'token', userId: 102, token: '3f9a0c77e1', endsAt: 0 }, '3f9a0c77e1'],
  [{ way: 'basic', username: 'anna', password: 'p w ü!' }, 'p w ü!'],
  [{ way: 'accessKey', key: key.key }, 'secretsecret'],
] as const)(
  'A server that repeats the %j of a request does not bring it into an error',
  async (credentials, secret) => {
    openFetchDoor(({ headers }) => {
      const heard = ['x-auth-token', 'authorization', 'x-auth-accesskey'].map((name) =>
        headers.get(name),
      );
      const message = `Bad Request: ${heard.filter(Boolean).join()} ${secret} is not known`;
      return Response.json({ error: { code: 400, message } }, { status: 400 });
    });
    beginSession(anna, credentials);
    const error = await failure(request('GET', 'things', thing));
    const shown = JSON.stringify([error.message, error.serverMessages, error.request]);
    expect(shown).toContain('is not known');
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(btoa('anna:p w ').slice(0, 8));
  },
);

test('A static file of this app is read without credentials', async () => {
  vi.stubGlobal('location', new URL('https://parterre.example.org/connect'));
  const log = openFetchDoor(() => Response.json({ id: 1, list: [] }));
  beginSession(anna, key);
  expect(await readStatic('parterre.json', thing)).toMatchObject({ id: 1 });
  expect(log[0]?.url.href).toBe('https://parterre.example.org/parterre.json');
  expect([...(log[0]?.headers.keys() ?? [])]).toEqual(['accept']);
});
