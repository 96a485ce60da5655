import { beforeEach, expect, test } from 'vitest';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { putArtifact, putArtifactWrite } from '../artifacts/change';
import { checkNewProjectWrite } from '../newProject/createProject';
import { send } from './write';

beforeEach(beSignedIn);

test('A1: what a write shows before is what it sends', async () => {
  const log = openFetchDoor(() => new Response(''));
  const version = { etag: '1795225960', lastModified: null };
  const change = { values: [{ field_id: 1, value: 'x' }], comment: undefined };
  const planned = putArtifactWrite(7, change, version);
  await putArtifact(7, change, version);
  const [sent] = log;
  expect(sent?.method).toBe(planned.method);
  expect(sent?.url.pathname).toBe(`/api/${planned.path}`);
  expect(sent?.body).toEqual(JSON.parse(JSON.stringify(planned.body)));
  for (const [name, value] of Object.entries(planned.headers ?? {})) {
    expect(sent?.headers.get(name), name).toBe(value);
  }
});

test('A1: planning sends nothing, and a query is part of what is planned', async () => {
  const log = openFetchDoor(() => new Response(''));
  const planned = checkNewProjectWrite({
    shortname: 'pumps',
    label: 'Pumps',
    description: '',
    isPublic: false,
    allowsRestricted: null,
    template: { kind: 'xml', name: 'scrum' },
    categories: [],
    fields: [],
  });
  expect(log).toEqual([]);
  await send(planned);
  expect(log[0]?.url.search).toBe('?dry_run=true');
});
