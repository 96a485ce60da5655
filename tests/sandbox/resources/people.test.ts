import { expect, test } from 'vitest';
import { type Asked, askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';

const query = (value: unknown): string => `query=${encodeURIComponent(JSON.stringify(value))}`;
const shared = () => askAs(openWorld('shared-reads'), 'anna');
const names = ({ body }: Asked) => (body as { username: string }[]).map(({ username }) => username);

test.each([
  [
    'users?query=re',
    400,
    'Bad Request: Invalid value specified for `query`. Minimum 3 characters required.',
  ],
  ['users', 400, 'Bad Request: `query` is required.'],
  [
    `users?${query({ username: 'a', loginname: 'b' })}`,
    400,
    'Bad Request: You cannot search on "username" and "loginname" at the same time',
  ],
  [
    `users?${query({ name: 'x' })}`,
    400,
    'Bad Request: You need to provide either a "username", "loginname" or "email"',
  ],
  ['users/abc', 400, 'Bad Request: Provided User Id is not well formed.'],
  ['users/99999', 404, 'Not Found: User Id not found'],
  ['users/103/membership', 403, "Forbidden: Cannot see other's membership"],
  ['users/103/access_keys', 403, 'Forbidden: You can only access to your own access keys'],
  ['users/self/access_keys', 400, 'Bad Request: invalid value specified for `id`'],
  ['users/self/artifacts', 400, 'Bad Request: `query` is required.'],
  [
    `users/103/artifacts?${query({ submitted_by: true })}`,
    403,
    'Forbidden: This route only support `self` pseudo id',
  ],
  [
    `users/self/artifacts?${query({ assigned_to: 'self' })}`,
    400,
    'Bad Request: assigned_to must be a boolean',
  ],
  ['user_groups/999999', 404, 'Not Found: User Group does not exist'],
  ['user_groups/abc_3', 400, 'Bad Request: Invalid ID format(abc_3)'],
  ['user_groups/2/users', 404, 'Not Found'],
  [
    'user_groups/122_3/users?limit=51',
    400,
    'Bad Request: Invalid value specified for `limit`. Maximum allowed value is 50.',
  ],
])('People: GET %s answers %i as recorded', async (path, status, message) => {
  const answer = await shared()(`GET ${path}`);
  expect([answer.status, messageOf(answer)]).toEqual([status, message]);
});

test('People: a search counts only as far as it looked, and takes any limit', async () => {
  const ask = shared();
  const first = await ask('GET users?query=lind&limit=1');
  expect(first.headers.get('x-pagination-size')).toBe('1');
  const all = await ask('GET users?query=lind&limit=1001');
  expect(names(all)).toContain('carl');
  expect(Number(all.headers.get('x-pagination-size'))).toBe(names(all).length);
  expect(names(await ask(`GET users?${query({ email: 'ben@example.org' })}`))).toEqual(['ben']);
});

test('People: membership in words, ids and objects', async () => {
  const ask = shared();
  const words = (await ask('GET users/self/membership')).body;
  expect(words).toEqual(expect.arrayContaining(['site_active', 'acme_project_admin']));
  const ids = (await ask('GET users/self/membership?scope=project&format=id')).body;
  expect(ids).toEqual(expect.arrayContaining(['122_3', '122_4']));
  const full = (await ask('GET users/self/membership?scope=project&format=full')).body;
  expect(full).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: '122_4', project: expect.objectContaining({ id: 122 }) }),
    ]),
  );
});

test("D12: a preference is one person's own text, cut at 65,535 bytes without a word", async () => {
  const ask = askAs(openWorld(), 'anna');
  const path = 'users/self/preferences';
  expect((await ask(`GET ${path}?key=layout`)).body).toEqual({ key: 'layout', value: false });
  const long = await ask(`PATCH ${path}`, { key: 'layout', value: `${'x'.repeat(65_534)}é!` });
  expect(long).toMatchObject({ status: 200, body: '' });
  const { value } = (await ask(`GET ${path}?key=layout`)).body as { value: string };
  expect(value).toBe('x'.repeat(65_534));
  await ask(`DELETE ${path}?key=layout`);
  expect((await ask(`GET ${path}?key=layout`)).body).toMatchObject({ value: false });
  const other = await ask('PATCH users/103/preferences', { key: 'x', value: 'y' });
  expect(messageOf(other)).toBe('Forbidden: You can only set your own preferences');
});

test('Groups: acme has the four dynamic groups and its own, system groups or not', async () => {
  const ask = shared();
  const plain = (await ask('GET projects/122/user_groups')).body as { id: string; label: string }[];
  expect(plain.map(({ id }) => id)).toEqual([
    '122_3',
    '122_4',
    '122_11',
    '122_14',
    '131',
    '132',
    '133',
  ]);
  const flagged = await ask(
    `GET projects/122/user_groups?${query({ with_system_user_groups: true })}`,
  );
  expect(flagged.body).toEqual(plain);
  expect((await ask('GET projects/122/user_groups?query=x')).status).toBe(400);
});

test('Groups: who may see and replace the people of a group', async () => {
  const open = openWorld();
  const [anna, ben] = [askAs(open, 'anna'), askAs(open, 'ben')];
  const before = await anna('GET user_groups/132/users');
  expect(names(before)).toContain('carl');
  expect(names(before)).toEqual([...names(before)].sort());
  expect((await ben('GET user_groups/132/users')).status).toBe(403);
  const wanted = { user_references: [{ username: 'ben' }, { username: 'carl' }] };
  expect(messageOf(await ben('PUT user_groups/132/users', wanted))).toBe(
    'Forbidden: Permission Denied',
  );
  const put = await anna('PUT user_groups/132/users', wanted);
  expect([put.status, put.body, put.headers.has('allow')]).toEqual([200, '', false]);
  expect(names(await anna('GET user_groups/132/users'))).toEqual(['ben', 'carl']);
  await anna('PUT user_groups/122_3/users', [{ id: 102 }, { id: 103 }]);
  expect(names(await anna('GET user_groups/132/users'))).toEqual(['ben']);
});

test.each([
  [[{ id: 102 }, { username: 'ben' }], 'References have to use the same type'],
  [[{ id: 102, username: 'anna' }], 'Invalid format provided for "user_references"'],
  [
    [{ id: 99999 }],
    'User with reference Tuleap\\Project\\REST\\UserRESTReferenceRepresentation Object\n(\n    [id] => 99999\n    [username] => \n    [email] => \n    [ldap_id] => \n)\n not known',
  ],
])('Groups: PUT %j is refused as recorded', async (list, message) => {
  const body = { user_references: list };
  const answer = await shared()('PUT user_groups/122_3/users', body);
  expect([answer.status, messageOf(answer)]).toEqual([400, `Bad Request: ${message}`]);
});

test('Groups: a new one has a name of its own', async () => {
  const ask = askAs(openWorld(), 'anna');
  const body = { project_id: 122, short_name: 'auditors', description: 'They audit' };
  expect(await ask('POST user_groups', body)).toMatchObject({
    status: 201,
    body: { label: 'auditors', project: { id: 122 }, additional_information: [] },
  });
  expect(messageOf(await ask('POST user_groups', body))).toBe(
    'Bad Request: User group already exists in this project. Please choose another name.',
  );
});
