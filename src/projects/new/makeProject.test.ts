import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import type { NewProject } from '~/api/newProject/createProject';
import type { Project } from '~/api/projects';
import { type MakeProjectPort, makeProject } from './makeProject';
import { explainProjectRefusal } from './refusal';

const request = { method: 'POST', path: '/api/projects' };
const timeout = new ApiError('network', 'No answer', { request, reason: 'timeout' });

function http(status: number, ...serverMessages: string[]): ApiError {
  return new ApiError('http', 'refused', { request, status, serverMessages });
}

const wanted: NewProject = {
  shortname: 'acme-valves',
  label: 'Acme valves',
  description: '',
  isPublic: false,
  allowsRestricted: null,
  template: { kind: 'xml', name: 'scrum' },
  categories: [],
  fields: [],
};

const project: Project = {
  id: 150,
  uri: 'projects/150',
  label: 'Acme valves',
  label_without_icon: 'Acme valves',
  shortname: 'acme-valves',
  status: 'pending',
  access: 'private',
  is_template: false,
  resources: [],
  is_member_of: true,
  description: '',
  additional_fields: [],
  icon: '',
};

function port(changes: Partial<MakeProjectPort> = {}): MakeProjectPort {
  return {
    check: async () => {},
    create: async () => project,
    find: async () => undefined,
    read: async () => ({ ...project, status: 'active' }),
    ...changes,
  };
}

const fail = (error: ApiError) => () => Promise.reject(error);

test('P5: the dry run comes first; what it refuses is never created', async () => {
  const steps: string[] = [];
  let created = 0;
  const refusing = port({
    check: fail(http(400, 'Short name already exists')),
    create: async () => {
      created += 1;
      return project;
    },
  });
  const made = await makeProject(wanted, refusing, (step) => steps.push(step));
  expect(made).toMatchObject({ kind: 'refused', at: 'check' });
  expect([created, steps]).toEqual([0, ['checking']]);
});

test('P5: pending is what cannot be read yet, whatever the status says', async () => {
  expect(await makeProject(wanted, port())).toMatchObject({ kind: 'made', isPending: false });
  const waiting = port({ read: fail(http(404)) });
  expect(await makeProject(wanted, waiting)).toMatchObject({ kind: 'made', isPending: true });
  const silent = port({ read: fail(timeout) });
  expect(await makeProject(wanted, silent)).toMatchObject({ kind: 'made', isPending: null });
});

test('P5: a lost answer is looked for by the short name, then by the dry run', async () => {
  const lost = { create: fail(timeout) };
  const found = await makeProject(wanted, port({ ...lost, find: async () => project }));
  expect(found).toMatchObject({ kind: 'made', how: 'found' });
  let checks = 0;
  const taken = port({
    ...lost,
    check: async () => {
      checks += 1;
      if (checks > 1) throw http(400, 'The reason is: Short name already exists');
    },
  });
  expect(await makeProject(wanted, taken)).toMatchObject({ kind: 'unknown', search: 'nameTaken' });
  expect(await makeProject(wanted, port(lost))).toMatchObject({ search: 'notFound' });
  expect(await makeProject(wanted, port({ ...lost, find: fail(timeout) }))).toMatchObject({
    search: 'failed',
  });
  // Sent twice by the browser: the second one meets the first.
  const echo = port({
    create: fail(http(400, 'Short name already exists')),
    find: async () => project,
  });
  expect(await makeProject(wanted, echo)).toMatchObject({ kind: 'made', how: 'found' });
  const broken = port({ create: fail(http(500)) });
  expect(await makeProject(wanted, broken)).toMatchObject({ kind: 'refused', at: 'creation' });
});

test('P5: the server’s messages stand at their controls (recorded texts), the rest in the summary', () => {
  const fields = [
    { id: 7, name: 'Cost centre', rank: 1, is_required: true, description: '', type: 'line' },
  ];
  const error = http(
    400,
    'Project shortname is invalid. The reason is: Name is too short. It must be at least 3 characters.',
    'Project fullname is invalid. The reason is: Name is too short. It must be at least 3 characters.',
    'Mandatory field where missing: Cost centre',
    'Mandatory categories where missing: Topic',
    'Template #99999 is not valid',
    'User #102 is not administrator of project #131',
    'Something else',
  );
  const { byControl, rest } = explainProjectRefusal(error, fields);
  expect([...byControl.keys()]).toEqual([
    'shortname',
    'label',
    'field 7',
    'categories',
    'template',
  ]);
  expect(byControl.get('shortname')).toBe('Name is too short. It must be at least 3 characters.');
  expect(byControl.get('template')).toBe(
    'Template #99999 is not valid User #102 is not administrator of project #131',
  );
  expect(rest).toEqual(['Something else']);
});
