import { expect, test } from 'vitest';
import { openBrowserSession, platformOf } from './auth';
import { askAs, messageOf } from './doors/ask';
import { openWorld } from './doors/node';
import { sandboxPeople } from './people';

const { accessKey, password } = sandboxPeople.anna;
const basic = (text: string) => ({
  Authorization: `Basic ${Buffer.from(text).toString('base64')}`,
});

test.each([
  ['nothing', {}, 'Unauthorized'],
  [
    'a malformed key',
    { 'X-Auth-AccessKey': 'abc' },
    'Unauthorized: Key or token incorrectly formatted',
  ],
  ['a wrong secret', { 'X-Auth-AccessKey': 'tlp-k1-1.aaaa' }, 'Unauthorized: Invalid access key'],
  [
    'a bearer',
    { Authorization: `Bearer ${accessKey}` },
    'Unauthorized: Invalid OAuth2 access token',
  ],
  [
    'an unknown token',
    { 'X-Auth-Token': 'dead', 'X-Auth-UserId': '102' },
    'Unauthorized: Invalid Token',
  ],
  ['a token without its user', { 'X-Auth-Token': 'dead' }, 'Unauthorized'],
  ['a wrong password', basic('anna:wrong'), 'Unauthorized: Basic Authentication Required'],
  [
    'what is no base64',
    { Authorization: 'Basic <credentials>' },
    'Unauthorized: Basic Authentication Required',
  ],
])('%s is refused as recorded', async (_, headers, message) => {
  const ask = askAs(openWorld('shared-reads'), null);
  const answer = await ask('GET users/self', undefined, headers);
  expect([answer.status, messageOf(answer)]).toEqual([401, message]);
  expect(answer.headers.get('www-authenticate')).toMatch(
    /^Basic realm="Restricted Tuleap API Token/,
  );
});

test('A key, a password and a token each sign in; the token ends after a day or on sign-out', async () => {
  const open = openWorld();
  const ask = askAs(open, null);
  expect((await askAs(open, 'anna')('GET users/self')).body).toMatchObject({ username: 'anna' });
  const byBasic = await ask('GET users/self', undefined, basic(`anna:${password}`));
  expect(byBasic.body).toMatchObject({ id: 102, display_name: 'Anna Berger (anna)', status: 'A' });

  const made = await ask('POST tokens', { username: 'anna', password });
  const { token } = made.body as { token: string };
  expect(made).toMatchObject({ status: 201, body: { user_id: 102, uri: `tokens/${token}` } });
  const pair = { 'X-Auth-Token': token, 'X-Auth-UserId': '102' };
  expect((await ask('GET users/self', undefined, pair)).status).toBe(200);
  const other = { ...pair, 'X-Auth-UserId': '103' };
  expect((await ask('GET users/self', undefined, other)).status).toBe(401);
  expect(await ask(`DELETE tokens/${token}`, undefined, pair)).toMatchObject({
    status: 200,
    body: '',
  });
  expect((await ask('GET users/self', undefined, pair)).status).toBe(401);

  const second = (await ask('POST tokens', { username: 'anna', password })).body as {
    token: string;
  };
  expect(second.token).not.toBe(token);
  open.world.clockOffset += 86_401_000;
  const late = { 'X-Auth-Token': second.token, 'X-Auth-UserId': '102' };
  expect((await ask('GET users/self', undefined, late)).status).toBe(401);
});

test('A suspended account is refused with 403, a wrong password of POST tokens with its own words', async () => {
  const open = openWorld();
  expect((await askAs(open, 'fiona')('GET users/self')).status).toBe(403);
  const wrong = await askAs(open, null)('POST tokens', { username: 'anna', password: 'x' });
  expect(messageOf(wrong)).toBe('Unauthorized: Invalid Password Or User Name');
});

test('Access keys: made once, listed without their secret, deleted, and refused when they have expired', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const expires = new Date(open.world.now() + 60_000).toISOString().replace(/\.\d+Z/, 'Z');
  const made = await ask('POST access_keys', { description: 'laptop', expiration_date: expires });
  const { identifier } = made.body as { identifier: string };
  expect([made.status, identifier]).toEqual([
    201,
    expect.stringMatching(/^tlp-k1-\d+\.[0-9a-f]{64}$/),
  ]);
  const mine = { 'X-Auth-AccessKey': identifier };
  const self = await askAs(open, null)('GET access_keys/self', undefined, mine);
  expect(self.body).toMatchObject({
    description: 'laptop',
    scopes: [{ identifier: 'write:rest' }],
  });
  expect(JSON.stringify((await ask('GET users/102/access_keys')).body)).not.toContain(identifier);
  open.world.clockOffset += 120_000;
  const late = await askAs(open, null)('GET users/self', undefined, mine);
  expect(messageOf(late)).toBe('Unauthorized: Invalid access key');
});

test.each([
  [
    {},
    'Invalid value specified for `access_key`. Expecting an item of type `Tuleap\\User\\AccessKey\\REST\\AccessKeyPOSTRepresentation`',
  ],
  [
    { description: 'x', expiration_date: 'tomorrow' },
    'Please provide a valid ISO-8601 date for expiration_date',
  ],
  [
    { description: 'x', expiration_date: '2020-01-31T12:00:00+01:00' },
    'You cannot create an already expired access key',
  ],
  [
    { description: 'x', scopes: ['read:unknown'] },
    'No valid access key scope identifier has been given',
  ],
  [
    { description: 'x', scopes: ['REST'] },
    'REST does not have the expected format of an access key scope identifier',
  ],
])('Access keys: %j is refused as recorded', async (body, message) => {
  const answer = await askAs(openWorld('shared-reads'), 'anna')('POST access_keys', body);
  expect([answer.status, messageOf(answer)]).toEqual([400, `Bad Request: ${message}`]);
});

test('C2: on an open platform nobody reads what is public, and nothing else', async () => {
  const open = openWorld();
  const ask = askAs(open, null);
  expect((await ask('GET projects?limit=1')).status).toBe(401);
  platformOf(open.world).isOpen = true;
  const { body, status } = await ask('GET projects?limit=50');
  expect(status).toBe(200);
  const accesses = (body as { access: string }[]).map(({ access }) => access);
  expect(new Set(accesses)).toEqual(new Set(['public', 'unrestricted']));
  for (const line of ['GET users/self', 'GET access_keys/self', 'PUT artifacts/431']) {
    expect((await ask(line)).status).toBe(401);
  }
  const wrong = { 'X-Auth-AccessKey': 'tlp-k1-1.aaaa' };
  expect((await ask('GET projects?limit=1', undefined, wrong)).status).toBe(401);
});

test('C2: Tuleap’s own sign-in counts for requests of its own origin only', async () => {
  const open = openWorld();
  const ask = askAs(open, null);
  const cookie = openBrowserSession(open.world, 102).split(';')[0] ?? '';
  const own = { cookie, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
  expect((await ask('GET users/self', undefined, own)).body).toMatchObject({ username: 'anna' });
  const foreign = { ...own, 'sec-fetch-site': 'cross-site' };
  expect(await ask('GET users/self', undefined, foreign)).toMatchObject({
    status: 403,
    body: { error: "Referer doesn't match host. CSRF tentative ?" },
  });
});
