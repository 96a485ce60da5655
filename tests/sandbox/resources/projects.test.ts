import { expect, test } from 'vitest';
import { type Asked, askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';

interface Listed {
  id: number;
  shortname: string;
  access: string;
}

const listed = ({ body }: Asked): Listed[] => body as Listed[];
const query = (value: unknown): string => `query=${encodeURIComponent(JSON.stringify(value))}`;
const shared = () => askAs(openWorld('shared-reads'), 'anna');

test('P1: pages at 50 are needed, and some are short although more follow', async () => {
  const ask = shared();
  const found: Listed[] = [];
  const lengths: number[] = [];
  let size = 0;
  for (let offset = 0; offset === 0 || offset < size; offset += 50) {
    const page = await ask(`GET projects?limit=50&offset=${offset}`);
    size = Number(page.headers.get('x-pagination-size'));
    lengths.push(listed(page).length);
    found.push(...listed(page));
  }
  expect(size).toBeGreaterThan(100);
  expect(lengths[0]).toBeLessThan(50);
  expect(found.length).toBeLessThan(size);
  expect(found.map(({ id }) => id)).toEqual([...found.map(({ id }) => id)].sort((a, b) => a - b));
  expect(found.find(({ shortname }) => shortname === 'acme')?.id).toBe(122);
  expect(found.some(({ id }) => [100, 110, 111, 116].includes(id))).toBe(false);
});

test('P1: who lists decides what is listed', async () => {
  const sizeFor = async (person: 'anna' | 'dora' | 'emil') => {
    const answer = await askAs(openWorld('shared-reads'), person)('GET projects?limit=1');
    return Number(answer.headers.get('x-pagination-size'));
  };
  const [anna, dora, emil] = [await sizeFor('anna'), await sizeFor('dora'), await sizeFor('emil')];
  expect(dora).toBeGreaterThan(anna);
  expect(emil).toBeLessThan(anna);
});

test.each([
  ['limit=51', 'Invalid value specified for `limit`. Maximum allowed value is 50.'],
  ['limit=-1', 'Invalid value specified for `limit`. Minimum required value is 0.'],
  ['limit=abc', 'Invalid value specified for `limit`. Expecting integer value'],
  ['limit[]=1', 'Invalid value specified for `limit`. Expecting integer value'],
  ['query=private', 'query parameter must be a json object or empty'],
  [
    query({ is_member_of: false }),
    "Searching for projects you are not member of is not supported. Use 'is_member_of': true",
  ],
  [
    query({ nope: 1 }),
    "You can only search on 'shortname', 'is_member_of': true, 'is_admin_of': true,  'is_tracker_admin': true, 'with_status'. If the query is valid, your plugin is maybe not installed.",
  ],
])('P1: projects?%s is refused as recorded', async (search, message) => {
  const answer = await shared()(`GET projects?${search}`);
  expect([answer.status, messageOf(answer)]).toEqual([400, `Bad Request: ${message}`]);
  expect(answer.headers.has('allow')).toBe(false);
});

test('P1: the first criterion wins; is_tracker_admin counts what it then leaves out', async () => {
  const ask = shared();
  const both = await ask(`GET projects?${query({ is_member_of: true, shortname: 'acme' })}`);
  expect(listed(both).map(({ id }) => id)).toEqual([122]);
  expect((await ask('GET projects?limit=0')).body).toEqual([]);
  const mine = await ask(`GET projects?limit=50&${query({ is_member_of: true })}`);
  expect(listed(mine)).toHaveLength(19);
  const admin = await ask(`GET projects?limit=50&${query({ is_admin_of: true })}`);
  expect(listed(admin).map(({ shortname }) => shortname)).toContain('billing');
  const tracker = await ask(`GET projects?limit=50&${query({ is_tracker_admin: true })}`);
  expect(Number(tracker.headers.get('x-pagination-size'))).toBeGreaterThan(listed(tracker).length);
  const status = await ask(`GET projects?${query({ with_status: 'suspended' })}`);
  expect(messageOf(status)).toBe(
    "Forbidden: You don't have enough rights to perform a query using 'with_status'",
  );
  const dora = askAs(openWorld('shared-reads'), 'dora');
  const suspended = await dora(`GET projects?${query({ with_status: 'suspended' })}`);
  expect(listed(suspended).map(({ id }) => id)).toEqual([111]);
});

test.each([
  ['anna', 99999, 404, 'Not Found: Project does not exist'],
  ['anna', 111, 403, 'Forbidden: This project is suspended'],
  ['anna', 110, 403, 'Forbidden: This project is deleted'],
  ['anna', 116, 404, 'Not Found: Project does not exist'],
  ['anna', 100, 403, 'Forbidden'],
  ['dora', 110, 200, undefined],
] as const)('P2: %s opens project %i: %i', async (person, id, status, message) => {
  const answer = await askAs(openWorld('shared-reads'), person)(`GET projects/${id}`);
  expect([answer.status, messageOf(answer)]).toEqual([status, message]);
  expect(answer.headers.get('allow')).toBe('OPTIONS, GET, POST, PATCH');
});

test('P2: a project announces what it has, and every small part answers', async () => {
  const ask = shared();
  const project = (await ask('GET projects/122')).body as { resources: { uri: string }[] };
  const uris = project.resources.map(({ uri }) => uri);
  expect(uris).toContain('projects/122/svn');
  for (const uri of uris.filter((one) => !one.endsWith('trackers'))) {
    expect([uri, (await ask(`GET ${uri}`)).status]).toEqual([uri, 200]);
  }
  expect(messageOf(await ask('GET projects/122/banner'))).toBe(
    'Not Found: No banner set for this project',
  );
});

const good = { shortname: 'acme-valves', label: 'Acme valves', is_public: false, template_id: 115 };

test('P6: a dry run tells everything at once and makes nothing; the real one makes the project', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const bad = await ask('POST projects?dry_run=true', { ...good, shortname: 'x', label: 'y' });
  expect(bad).toMatchObject({
    status: 400,
    body: {
      error: {
        message: 'Bad Request',
        i18n_error_messages: [
          'Project shortname is invalid. The reason is: Name is too short. It must be at least 3 characters.',
          'Project fullname is invalid. The reason is: Name is too short. It must be at least 3 characters.',
        ],
      },
    },
  });
  expect(await ask('POST projects?dry_run=true', good)).toMatchObject({ status: 204, body: '' });
  expect(open.world.projects.has(1_001)).toBe(false);
  const made = await ask('POST projects', good);
  expect(made).toMatchObject({
    status: 201,
    body: { id: 1_001, status: 'pending', access: 'private', is_member_of: true },
  });
  expect((await ask('GET projects/1001')).body).toMatchObject({ status: 'active' });
  const taken = await ask('POST projects', good);
  expect(messageOf(taken)).toBe(
    'Bad Request: Project shortname is invalid. The reason is: Short name already exists',
  );
});

test.each([
  [{ ...good, label: undefined }, '`post_representation[label]` is required.'],
  [
    { ...good, shortname: 'no spaces!' },
    'Project shortname is invalid. The reason is: There cannot be any spaces in the short name.',
  ],
  [
    { ...good, shortname: '_x1' },
    'Project shortname is invalid. The reason is: Short name must start with an alphanumeric character.',
  ],
  [{ ...good, template_id: 99999 }, 'Template #99999 is not valid'],
  [
    { ...good, template_id: 100, label: 'y' },
    "Template 100 is not valid: you don't have the permission to the access the project.",
  ],
])('P6: POST projects %j is refused', async (body, message) => {
  const answer = await shared()('POST projects', body);
  expect([answer.status, messageOf(answer)]).toEqual([400, `Bad Request: ${message}`]);
});

test('P7: only the site admin suspends a project, and only to known states', async () => {
  const open = openWorld();
  const [anna, dora] = [askAs(open, 'anna'), askAs(open, 'dora')];
  expect(messageOf(await anna('PATCH projects/122', { status: 'suspended' }))).toBe(
    'Forbidden: You are not allowed to change the status of a project',
  );
  expect(messageOf(await dora('PATCH projects/122', { status: 'sleeping' }))).toBe(
    'Bad Request: Invalid value specified for `patch_resource[status]`. Expected one of (active,suspended).',
  );
  expect(await dora('PATCH projects/122', { status: 'suspended' })).toMatchObject({ body: '' });
  expect((await anna('GET projects/122')).status).toBe(403);
});

test('Project services are switched by project admins only', async () => {
  const open = openWorld();
  const services = (await askAs(open, 'anna')('GET projects/122/project_services')).body;
  const svn = (services as { name: string; uri: string }[]).find(
    ({ name }) => name === 'plugin_svn',
  );
  const off = { is_enabled: false };
  expect((await askAs(open, 'ben')(`PUT ${svn?.uri}`, off)).status).toBe(403);
  expect((await askAs(open, 'anna')(`PUT ${svn?.uri}`, off)).body).toBe('');
  const refused = await askAs(open, 'anna')('POST svn', { project_id: 122, name: 'late' });
  expect(messageOf(refused)).toBe('Bad Request: Project does not use SVN service');
});
