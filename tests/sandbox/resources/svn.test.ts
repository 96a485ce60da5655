import { expect, test } from 'vitest';
import { type Asked, askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';

const settings = {
  commit_rules: { is_reference_mandatory: false, is_commit_message_change_allowed: true },
  immutable_tags: { paths: ['/tags'], whitelist: ['/tags/wip'] },
  access_file: '[/]\n* =\n@members = rw\n\n[/secret]\n@ghost = rw\nanna = rw\n',
  email_notifications: [
    { path: '/trunk', emails: ['dev@example.org'], users: [], user_groups: [] },
    { path: '/tags', emails: [], users: [102], user_groups: ['122_3'] },
  ],
  has_default_permissions: false,
};

type Settings = Omit<typeof settings, 'email_notifications'> & {
  email_notifications: { path: string }[];
};
const settingsOf = ({ body }: Asked) => (body as { settings?: Settings }).settings;
const shared = () => askAs(openWorld('shared-reads'), 'anna');

test('S1: repositories by name, with any limit; outsiders get nothing', async () => {
  const ask = shared();
  const all = await ask('GET projects/122/svn?limit=51');
  const { repositories } = all.body as { repositories: { name: string }[] };
  expect(repositories.map(({ name }) => name)).toEqual(['closed-plans', 'manuals', 'repo01']);
  expect(all.headers.get('x-pagination-limit-max')).toBe('50');
  const search = (value: string) => ask(`GET projects/122/svn?query=${encodeURIComponent(value)}`);
  expect((await search('{"name":"nope"}')).body).toEqual({ repositories: [] });
  expect(messageOf(await search('{"id":1}'))).toBe('Bad Request: You can only search on "name"');
  expect(messageOf(await search('repo'))).toBe('Bad Request: Query must be in Json');
});

test('S1: settings are absent for plain members, and outsiders are told 404', async () => {
  const open = openWorld();
  const read = 'GET svn/1';
  expect(settingsOf(await askAs(open, 'anna')(read))).toMatchObject({
    has_default_permissions: false,
  });
  expect((await askAs(open, 'ben')(read)).body).not.toHaveProperty('settings');
  const outsider = await askAs(open, 'ben')('GET svn/9999');
  expect(messageOf(outsider)).toBe('Not Found: Repository not found');
  const members = open.world.projects.get(122)?.groups.find(({ id }) => id === '122_3');
  if (members) members.memberIds = [102];
  const stranger = await askAs(open, 'ben')(read);
  expect([stranger.status, messageOf(stranger)]).toEqual([404, 'Not Found']);
});

test('D5: leaving out has_default_permissions opens a closed repository', async () => {
  const ask = askAs(openWorld(), 'anna');
  expect(settingsOf(await ask('PUT svn/3', { settings }))?.has_default_permissions).toBe(false);
  const { has_default_permissions: _, ...without } = settings;
  expect(settingsOf(await ask('PUT svn/3', { settings: without }))?.has_default_permissions).toBe(
    true,
  );
  expect(settingsOf(await ask('GET svn/3'))?.has_default_permissions).toBe(true);
});

test('D6: lines of unknown, empty and differently spelled groups are disabled without a word', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const qa = open.world.projects.get(122)?.groups.find(({ label }) => label === 'QA');
  if (qa) qa.memberIds = [];
  const file =
    '[groups]\r\nReviewers = anna\r\nNobody =\r\n[/]\r\n@members = r\r\n@Members = r\r\n@developers = r\r\n@Developers = rw\r\n@QA = r\r\n@Reviewers = rw\r\n@Nobody = r\r\n* =\r\n\r\n';
  const answer = await ask('PUT svn/1', { settings: { ...settings, access_file: file } });
  const stored =
    '[groups]\r\nReviewers = anna\r\nNobody =\r\n[/]\r\n@members = r\r\n# @Members = r\r\n# @developers = r\r\n@Developers = rw\r\n# @QA = r\r\n@Reviewers = rw\r\n# @Nobody = r\r\n* =';
  expect(settingsOf(answer)?.access_file).toBe(stored);
  expect(settingsOf(await ask('GET svn/1'))?.access_file).toBe(stored);
});

test('S2: what is PUT comes back, the empty access file and a second [/] too', async () => {
  const ask = askAs(openWorld(), 'anna');
  const answer = settingsOf(await ask('PUT svn/1', { settings }));
  expect(answer).toMatchObject({
    commit_rules: settings.commit_rules,
    immutable_tags: settings.immutable_tags,
    access_file: '[/]\n* =\n@members = rw\n\n[/secret]\n# @ghost = rw\nanna = rw',
  });
  expect(answer?.email_notifications).toEqual([
    {
      path: '/tags',
      emails: [],
      users: [expect.objectContaining({ id: 102, username: 'anna' })],
      user_groups: [expect.objectContaining({ id: '122_3', short_name: 'project_members' })],
    },
    { path: '/trunk', emails: ['dev@example.org'], users: [], user_groups: [] },
  ]);
  const emptied = await ask('PUT svn/1', { settings: { ...settings, access_file: '' } });
  expect(settingsOf(emptied)?.access_file).toBe('');
  const twice = await ask('PUT svn/1', {
    settings: { ...settings, has_default_permissions: true },
  });
  expect(settingsOf(twice)).toMatchObject({ has_default_permissions: true });
  expect(settingsOf(twice)?.access_file).toContain('[/]');
});

const without = (key: keyof typeof settings) => ({ settings: { ...settings, [key]: undefined } });
const notifying = (...list: unknown[]) => ({
  settings: { ...settings, email_notifications: list },
});
const trunk = {
  path: '/trunk',
  emails: ['a@b.c'],
  users: [] as number[],
  user_groups: [] as string[],
};

test.each([
  [
    {},
    'Invalid value specified for `settings`. Expecting an item of type `\\Tuleap\\SVN\\REST\\v1\\SettingsPUTRepresentation`',
  ],
  [{ settings: null }, '`settings` is required.'],
  [without('commit_rules'), '`settings[commit_rules]` is required.'],
  [without('immutable_tags'), '`settings[immutable_tags]` is required.'],
  [without('email_notifications'), '`settings[email_notifications]` is required.'],
  [without('access_file'), '`settings[access_file]` is required'],
  [
    { settings: { ...settings, commit_rules: { is_reference_mandatory: true } } },
    '`settings[commit_rules][is_commit_message_change_allowed]` is required.',
  ],
  [
    { settings: { ...settings, immutable_tags: { paths: '/tags', whitelist: [] } } },
    'Invalid value specified for `settings[immutable_tags][paths]`',
  ],
  [
    { settings: { ...settings, immutable_tags: { paths: [], whitelist: [''] } } },
    '`settings[immutable_tags][whitelist][0]` is required.',
  ],
  [
    { settings: { ...settings, immutable_tags: { paths: ['/a'.repeat(40_000)], whitelist: [] } } },
    'The list of paths or allowed paths is too big and cannot be saved',
  ],
  [
    notifying({ ...trunk, path: undefined }),
    '`settings[email_notifications][0][path]` is required.',
  ],
  [notifying(trunk, trunk), 'One notification path or more are not unique: /trunk'],
  [
    notifying({ ...trunk, emails: [] }),
    'Notification should concern at least one email or one user or one user group for path: /trunk',
  ],
  [
    notifying({ ...trunk, emails: ['a@b.c', 'a@b.c'] }),
    'One email or more are not unique for path: /trunk',
  ],
  [notifying({ ...trunk, users: [99999] }), 'User 99999 not found'],
  [notifying({ ...trunk, users: [107] }), 'User 107 is neither active nor restricted.'],
  [
    notifying({ ...trunk, user_groups: ['122_1'] }),
    'Notifications cannot be sent to user groups Anonymous Authenticated and Registered',
  ],
  [
    notifying({ ...trunk, user_groups: ['131_3'] }),
    "You can't add a user group from a different project",
  ],
])('S3: PUT svn with %j is refused and changes nothing', async (body, message) => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const before = structuredClone(open.world.repositories.get(1));
  const answer = await ask('PUT svn/1', body);
  expect([answer.status, messageOf(answer)]).toEqual([400, `Bad Request: ${message}`]);
  expect(open.world.repositories.get(1)).toEqual(before);
});

test('S3: booleans as text are taken, and only admins write', async () => {
  const open = openWorld();
  const rules = { is_reference_mandatory: 'true', is_commit_message_change_allowed: 'false' };
  const answer = await askAs(open, 'anna')('PUT svn/1', {
    settings: { ...settings, commit_rules: rules },
  });
  expect(settingsOf(answer)?.commit_rules).toEqual({
    is_reference_mandatory: true,
    is_commit_message_change_allowed: false,
  });
  const ben = await askAs(open, 'ben')('PUT svn/1', { settings });
  expect(messageOf(ben)).toBe('Forbidden: User must be SVN admin to do this action');
});

const badName =
  'Conflict: Repository name is invalid.  Must start by a letter, have a length of 3 characters minimum, only - _ . specials characters are allowed.';

test.each([
  [{ name: 'repo01' }, 409, 'Conflict: Repository name is already used in this project.'],
  [{ name: 'a b' }, 409, badName],
  [{ name: '1abc' }, 409, badName],
  [{ name: 'x'.repeat(300) }, 409, badName],
  [{ name: '' }, 400, 'Bad Request: `name` is required.'],
  [{ name: 'with/slash' }, 500, 'Internal Server Error'],
  [{ name: 'abc', project_id: 99999 }, 400, 'Bad Request: Given project does not exist'],
  [
    { name: 'abc', settings: { commit_rules: { is_reference_mandatory: true } } },
    400,
    'Bad Request: `settings[commit_rules][is_commit_message_change_allowed]` is required.',
  ],
])('S4: POST svn %j answers %i as recorded', async (body, status, message) => {
  const answer = await shared()('POST svn', { project_id: 122, ...body });
  expect([answer.status, messageOf(answer)]).toEqual([status, message]);
});

test('S4: a new repository has its defaults; a deleted one is gone and keeps its name', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const made = await ask('POST svn', { project_id: '122', name: 'hydraulics' });
  expect(made).toMatchObject({
    status: 201,
    body: {
      svn_url: `${open.origin}/svnplugin/acme/hydraulics`,
      settings: {
        commit_rules: { is_reference_mandatory: false, is_commit_message_change_allowed: false },
        immutable_tags: { paths: [], whitelist: [] },
        access_file: '',
        email_notifications: [],
        has_default_permissions: true,
      },
    },
  });
  const { uri } = made.body as { uri: string };
  expect((await askAs(open, 'ben')(`DELETE ${uri}`)).status).toBe(403);
  expect(await ask(`DELETE ${uri}`)).toMatchObject({ status: 202, body: '' });
  expect(messageOf(await ask(`DELETE ${uri}`))).toBe(
    'Bad Request: Repository already in queue for deletion',
  );
  expect(messageOf(await ask(`GET ${uri}`))).toBe('Not Found: Repository not found');
  const again = await ask('POST svn', { project_id: 122, name: 'hydraulics' });
  expect(again.status).toBe(409);
});
