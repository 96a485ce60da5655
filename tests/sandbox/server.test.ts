import { expect, test } from 'vitest';
import { askAs, messageOf } from './doors/ask';
import { openWorld } from './doors/node';

test('Sandbox: version answers anybody, with the headers of the real server', async () => {
  const answer = await askAs(openWorld(), null)('GET version');
  expect(answer.body).toEqual({
    flavor_name: 'Tuleap Enterprise Edition',
    version_number: '17.4',
  });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
    expires: '0',
    'content-language': 'en',
    vary: 'Accept-Encoding, Accept, Sec-Fetch-Site',
  });
});

test('Sandbox: an unknown route is the 404 of Tuleap, a real one that is not played a loud 501', async () => {
  const ask = askAs(openWorld(), 'anna');
  expect(await ask('GET no_such_route')).toMatchObject({
    status: 404,
    body: { error: { code: 404, message: 'Not Found' } },
  });
  const real = await ask('GET system_event');
  expect([real.status, messageOf(real)]).toEqual([
    501,
    expect.stringContaining('GET /api/system_event'),
  ]);
});

test.each([
  ['PUT projects', 405, 'Method Not Allowed'],
  ['DELETE projects/122', 404, 'Not Found'],
  ['GET projects/abc', 400, 'Bad Request: invalid value specified for `id`'],
  [
    'GET projects/99999999999999999999',
    400,
    'Bad Request: Invalid value specified for `id`. Expecting integer value',
  ],
  ['GET v2/projects/122', 404, 'Not Found'],
  ['GET projects/122/nothing', 404, 'Not Found'],
])('Sandbox: %s answers %i as recorded', async (call, status, message) => {
  const answer = await askAs(openWorld('shared-reads'), 'anna')(call);
  expect([answer.status, messageOf(answer)]).toEqual([status, message]);
});

test.each(['v1/projects/122', 'projects/122/', 'projects/122.json'])(
  'Sandbox: %s is the same project',
  async (path) => {
    const answer = await askAs(openWorld('shared-reads'), 'anna')(`GET ${path}`);
    expect(answer.body).toMatchObject({ id: 122, shortname: 'acme' });
  },
);

test('Sandbox: HEAD has the headers and no body, and a POST may say that it is a PUT', async () => {
  const ask = askAs(openWorld(), 'anna');
  const head = await ask('HEAD projects/122');
  expect([head.status, head.body, head.headers.get('allow')]).toEqual([
    200,
    '',
    'OPTIONS, GET, POST, PATCH',
  ]);
  const override = await ask('POST user_groups/131/users', [{ id: 103 }], {
    'X-HTTP-Method-Override': 'PUT',
  });
  expect([override.status, override.body]).toEqual([200, '']);
});

test.each([
  ['{"a":', undefined, 400, 'Bad Request: Error encoding/decoding JSON: Syntax error'],
  ['null', undefined, 400, 'Bad Request: Error parsing JSON'],
  [
    '\uFEFF{"username":"anna"}',
    undefined,
    400,
    'Bad Request: Error encoding/decoding JSON: Syntax error',
  ],
  ['hello', 'text/plain', 403, 'Forbidden: Content type `text/plain` is not supported.'],
  [
    '{"username":"anna"}',
    'application/json; charset=utf-8',
    400,
    'Bad Request: `password` is required.',
  ],
  [
    'username=anna',
    'application/x-www-form-urlencoded',
    400,
    'Bad Request: `password` is required.',
  ],
  [
    '<r><username>anna</username></r>',
    'application/xml',
    400,
    'Bad Request: `password` is required.',
  ],
  [
    '<request><username>',
    'application/xml',
    400,
    'Bad Request: Malformed XML. Premature end of data in tag username line 1 at line 1',
  ],
])(
  'Sandbox: the body %s of type %s answers %i as recorded',
  async (body, type, status, message) => {
    const answer = await askAs(openWorld('shared-reads'), null)('POST tokens', body, {
      'Content-Type': type ?? 'application/json',
    });
    expect([answer.status, messageOf(answer)]).toEqual([status, message]);
  },
);

test('Sandbox: what the framework does with Accept', async () => {
  const ask = askAs(openWorld(), 'anna');
  const csv = await ask('GET projects', undefined, { Accept: 'text/csv' });
  expect([csv.status, messageOf(csv), csv.headers.get('vary')]).toEqual([
    406,
    'Not Acceptable: Content negotiation failed. Try `application/json` instead.',
    'Sec-Fetch-Site',
  ]);
  const xml = await ask('GET users/self', undefined, { Accept: 'application/xml' });
  expect(xml.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(xml.body).toContain('<response><id>102</id><uri>users/102</uri>');
});

test.each([
  ['projects', 200, 'OPTIONS, GET, POST, PATCH'],
  ['artifacts/123', 200, 'OPTIONS, GET, PUT, DELETE, PATCH'],
  ['users/102', 200, 'OPTIONS, GET, PATCH'],
  ['users/self', 400, null],
  ['users/102/membership', 404, null],
  ['users/self/artifacts', 200, 'OPTIONS, GET'],
  ['user_groups/129_3/users', 400, null],
  ['user_groups/103/users', 200, 'OPTIONS, GET, PUT'],
  ['trackers/50/used_artifact_links', 404, null],
  ['projects/122/banner', 404, null],
])('C3: the preflight of %s answers %i, without credentials', async (path, status, allow) => {
  const answer = await askAs(openWorld('shared-reads'), null)(`OPTIONS ${path}`);
  expect([answer.status, answer.headers.get('access-control-allow-methods')]).toEqual([
    status,
    allow,
  ]);
  expect(answer.headers.get('access-control-allow-headers')).not.toContain('If-Match');
});
