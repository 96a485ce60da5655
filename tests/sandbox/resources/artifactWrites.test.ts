import { expect, test } from 'vitest';
import { type Asked, askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';
import { setWriteGap } from '../tracker/concurrency';
import { worldOf } from '../worlds';

/** Fields of the Requirements tracker by name, values by label: ids are the seed's business. */
async function requirements(open = openWorld()) {
  const ask = askAs(open, 'anna');
  const { body } = await ask('GET trackers/81');
  const fields = (body as { fields: Field[] }).fields;
  const field = (name: string): number => fieldOf(fields, name).field_id;
  const value = (name: string, label: string): number =>
    fieldOf(fields, name).values?.find((one) => one.label === label)?.id ?? 0;
  return { open, ask, field, value };
}

interface Field {
  field_id: number;
  name: string;
  values: { id: number; label: string }[] | null;
}

function fieldOf(fields: readonly Field[], name: string): Field {
  const found = fields.find((one) => one.name === name);
  if (!found) throw new Error(`No field ${name}`);
  return found;
}

type Value = Readonly<Record<string, unknown>> & { field_id: number };

function storedOf(answer: Asked, fieldId: number): Value | undefined {
  return (answer.body as { values: Value[] }).values.find((one) => one.field_id === fieldId);
}

const stale =
  'Precondition Failed: Artifact has been modified since you last requested it. Please edit the latest version';

test('The bare second of Etag matches, everything else is the 412 of the server', async () => {
  const { ask, field } = await requirements();
  const before = await ask('GET artifacts/431');
  const etag = before.headers.get('etag') ?? '';
  const since = before.headers.get('last-modified') ?? '';
  expect(etag).toMatch(/^\d{10}$/);
  const body = { values: [{ field_id: field('bp_id'), value: 'BP-1' }] };
  for (const wrong of [`"${etag}"`, `W/"${etag}"`, '*', 'garbage', String(Number(etag) - 1)]) {
    const refused = await ask('PUT artifacts/431', body, { 'If-Match': wrong });
    expect([wrong, refused.status, messageOf(refused)]).toEqual([wrong, 412, stale]);
  }
  const old = await ask('PUT artifacts/431', body, { 'If-Unmodified-Since': 'not a date' });
  expect(old.status).toBe(412);
  const both = { 'If-Match': etag, 'If-Unmodified-Since': since };
  const saved = await ask('PUT artifacts/431', body, both);
  expect([saved.status, saved.body]).toEqual([200, '']);
  expect(saved.headers.get('etag')).not.toBe(etag);
});

test('What ben writes in his own session is what anna reads, and her old version is refused', async () => {
  const { open, ask, field } = await requirements();
  const before = await ask('GET artifacts/431');
  const version = { 'If-Match': before.headers.get('etag') ?? '' };
  const title = field('title');
  const ben = askAs(open, 'ben');
  await ben('PUT artifacts/431', { values: [{ field_id: title, value: 'By ben' }] }, version);
  expect(storedOf(await ask('GET artifacts/431'), title)?.value).toBe('By ben');
  const late = await ask(
    'PUT artifacts/431',
    { values: [{ field_id: title, value: 'By anna' }] },
    version,
  );
  expect(late.status).toBe(412);
});

test('Trap: two writers with one version both pass when the check is done before either writes', async () => {
  const { open, ask, field } = await requirements(openWorld('write-gap'));
  const version = { 'If-Match': (await ask('GET artifacts/40')).headers.get('etag') ?? '' };
  const world = worldOf('write-gap');
  let arrived = 0;
  let release = (): void => undefined;
  const bothAreChecked = new Promise<void>((resolve) => {
    release = resolve;
  });
  setWriteGap(world, () => {
    arrived += 1;
    if (arrived === 2) release();
    return bothAreChecked;
  });
  const write = (value: string) => ({ values: [{ field_id: field('title'), value }] });
  const both = [
    ask('PUT artifacts/40', write('first'), version),
    askAs(open, 'ben')('PUT artifacts/40', write('second'), version),
  ];
  expect((await Promise.all(both)).map((answer) => answer.status)).toEqual([200, 200]);
  setWriteGap(world, null);
});

test('Saving what is already so writes no changeset; a comment alone writes one', async () => {
  const { ask, field } = await requirements();
  const size = async () =>
    (await ask('GET artifacts/431/changesets?limit=1')).headers.get('x-pagination-size');
  const before = await ask('GET artifacts/431');
  const effort = storedOf(before, field('effort'))?.value;
  const same = await ask('PUT artifacts/431', {
    values: [{ field_id: field('effort'), value: effort }],
  });
  expect([same.status, same.headers.get('etag'), await size()]).toEqual([
    200,
    before.headers.get('etag'),
    '14',
  ]);
  const comment = { body: 'Some **markdown**', format: 'commonmark' };
  expect((await ask('PUT artifacts/431', { values: [], comment })).status).toBe(200);
  expect(await size()).toBe('15');
  const [last] = (await ask('GET artifacts/431/changesets?offset=14&limit=1')).body as [
    { last_comment: unknown },
  ];
  expect(last.last_comment).toMatchObject({
    body: '<p>Some <strong>markdown</strong></p>\n',
    format: 'html',
    commonmark: 'Some **markdown**',
  });
});

test.each([
  [{}, '`values` is required.'],
  [{ values: [{ value: 'x' }] }, '`values[0][field_id]` is required.'],
  [{ values: [{ field_id: 999999, value: 1 }] }, 'Unknown field 999999'],
  [{ values: [], comment: { body: 'x' } }, '`comment[format]` is required.'],
])('Recorded refusal of %j', async (body, message) => {
  const answer = await askAs(openWorld('writes-refused'), 'anna')('PUT artifacts/431', body);
  expect([answer.status, messageOf(answer)]).toEqual([400, `Bad Request: ${message}`]);
});

test('Recorded refusals of each type, in the words of the server', async () => {
  const { ask, field, value } = await requirements(openWorld('writes-refused'));
  const refusal = async (entry: object, name: string): Promise<unknown> => {
    const answer = await ask('PUT artifacts/431', {
      values: [{ field_id: field(name), ...entry }],
    });
    expect(answer.status).toBe(400);
    return messageOf(answer);
  };
  expect(await refusal({ value: 12 }, 'title')).toBe('Bad Request: Title is not a string.\n');
  expect(await refusal({ value: '' }, 'title')).toBe(
    'Bad Request: The field Title (title) is required.\n',
  );
  expect(await refusal({ value: 1.5 }, 'effort')).toBe('Bad Request: Effort is not an integer.\n');
  expect(await refusal({ value: null }, 'effort')).toMatch(
    /^Bad Request: Expected format for field \d+ : /,
  );
  expect(await refusal({ value: 'Open' }, 'status')).toMatch(
    /^Bad Request: List fields values must be passed/,
  );
  expect(await refusal({ bind_value_ids: [424242] }, 'status')).toBe(
    'Bad Request: Fields are not valid',
  );
  const two = [value('severity', 'Major'), value('severity', 'Minor')];
  expect(await refusal({ bind_value_ids: two }, 'severity')).toBe(
    'Bad Request: Selectbox fields can only have one value',
  );
  expect(await refusal({ value: 431 }, 'artifact_id')).toBe(
    'Bad Request: You are not allowed to update the field Artifact ID.\n',
  );
});

test('Workflow: a transition that does not exist, and one that wants a version and a comment', async () => {
  const { ask, field, value } = await requirements();
  const move = (label: string, more: object[] = []) => ({
    values: [{ field_id: field('status'), bind_value_ids: [value('status', label)] }, ...more],
  });
  expect(messageOf(await ask('PUT artifacts/431', move('Done')))).toBe(
    'Bad Request: The transition to the value "Done" is not valid.\n',
  );
  const missing = await ask('PUT artifacts/431', move('In review'));
  expect(messageOf(missing)).toBe(
    'Bad Request: Invalid condition: the field Target version (target_version) must not be empty\nComment must not be empty\n',
  );
  const version = {
    field_id: field('target_version'),
    bind_value_ids: [value('target_version', '4.2')],
  };
  const comment = { body: 'Ready', format: 'text' };
  const moved = await ask('PUT artifacts/431', { ...move('In review', [version]), comment });
  expect(moved.status).toBe(200);
});

test('Traps of dates: a malformed one is 1970, a zone may change the day', async () => {
  const { ask, field } = await requirements();
  const due = field('due_date');
  const write = async (value: string): Promise<unknown> => {
    await ask('PUT artifacts/431', { values: [{ field_id: due, value }] });
    return storedOf(await ask('GET artifacts/431'), due)?.value;
  };
  expect(await write('24/12/2026')).toBe('1970-01-01T00:00:00+01:00');
  expect(await write('2026-01-15T23:30:00-08:00')).toBe('2026-01-16T00:00:00+01:00');
  expect(await write('2026-07-15')).toBe('2026-07-15T00:00:00+02:00');
  expect(await write('')).toBeNull();
});

test('Texts: without a format, and with an unknown one, they become CommonMark', async () => {
  const { ask, field } = await requirements();
  const id = field('description');
  for (const value of ['a *b*', { content: 'a *b*' }, { content: 'a *b*', format: 'markdown' }]) {
    await ask('PUT artifacts/40', { values: [{ field_id: id, value }] });
    expect(storedOf(await ask('GET artifacts/40'), id)).toMatchObject({
      format: 'html',
      commonmark: 'a *b*',
      value: '<p>a <em>b</em></p>\n',
    });
  }
});

test('Links: the list replaces, all_links also writes the other artifact, a self-link is dropped', async () => {
  const { ask, field } = await requirements();
  const links = field('links');
  const write = (entry: object) =>
    ask('PUT artifacts/40', { values: [{ field_id: links, ...entry }] });
  await write({ links: [{ id: 40 }, { id: 12, type: 'blocks' }] });
  const linked = storedOf(await ask('GET artifacts/40'), links);
  expect(linked?.links).toMatchObject([{ id: 12, type: 'blocks' }]);
  const before = (await ask('GET artifacts/433/changesets?limit=1')).headers.get(
    'x-pagination-size',
  );
  await write({ all_links: [{ id: 433, direction: 'reverse', type: 'relates_to' }] });
  expect(storedOf(await ask('GET artifacts/40'), links)).toMatchObject({
    links: [],
    reverse_links: [{ id: 433, type: 'relates_to' }],
  });
  const after = (await ask('GET artifacts/433/changesets?limit=1')).headers.get(
    'x-pagination-size',
  );
  expect(Number(after)).toBe(Number(before) + 1);
  const both = await write({ links: [], all_links: [] });
  expect(messageOf(both)).toBe(
    'Bad Request: "all_links" key and "links" key cannot be used at the same time',
  );
  expect((await write({ links: [12] })).status).toBe(500);
});

test('Rights: carl may not set the target version and does not see the audit note', async () => {
  const { open, field, value } = await requirements();
  const carl = askAs(open, 'carl');
  const { body } = await carl('GET trackers/81');
  const names = (body as { fields: Field[] }).fields.map((one) => one.name);
  expect(names).not.toContain('audit_note');
  const refused = await carl('PUT artifacts/40', {
    values: [
      { field_id: field('target_version'), bind_value_ids: [value('target_version', '4.3')] },
    ],
  });
  expect(messageOf(refused)).toBe(
    'Bad Request: You are not allowed to update the field Target version.\n',
  );
  expect((await carl('GET artifacts/1050')).status).toBe(403);
  expect((await carl('PUT artifacts/1050', { values: [] })).status).toBe(403);
  expect((await carl('DELETE artifacts/40')).status).toBe(403);
});

test('Creation: 201 with its place, required fields with their level in front, open lists grow', async () => {
  const { ask, field } = await requirements();
  const create = (values: object[]) => ask('POST artifacts', { tracker: { id: 81 }, values });
  expect(messageOf(await create([{ field_id: field('effort'), value: 1 }]))).toBe(
    'Bad Request: error: The field Title (title) is required.\n',
  );
  const labels = { bind_value_objects: [{ label: 'legal' }, { label: 'brand new' }] };
  const made = await create([
    { field_id: field('title'), value: 'Fresh' },
    { field_id: field('labels'), value: labels },
  ]);
  expect(made.status).toBe(201);
  const { id } = made.body as { id: number };
  expect(made.headers.get('location')).toMatch(new RegExp(`/api/v1/artifacts/${id}$`));
  const read = await ask(`GET artifacts/${id}`);
  expect(read.body).toMatchObject({ title: 'Fresh', status: 'New', is_open: true });
  expect(storedOf(read, field('labels'))?.bind_value_ids).toEqual(['legal', 'brand new']);
  expect(storedOf(read, field('effort'))).toBeUndefined();
});

test('Deletion: five a day, counted in the headers, then 429', async () => {
  const ask = askAs(openWorld(), 'anna');
  const { body } = await ask('GET trackers/83/artifacts?limit=6');
  const ids = (body as { id: number }[]).map((one) => one.id);
  const left: (string | null)[] = [];
  for (const id of ids.slice(0, 5)) {
    left.push((await ask(`DELETE artifacts/${id}`)).headers.get('x-ratelimit-remaining'));
  }
  expect(left).toEqual(['4', '3', '2', '1', '0']);
  expect((await ask(`DELETE artifacts/${ids[5]}`)).status).toBe(429);
  expect((await ask(`GET artifacts/${ids[0]}`)).status).toBe(404);
});

test('Move: a dry run says what stays behind, the move keeps the number', async () => {
  const ask = askAs(openWorld(), 'anna');
  const dry = await ask('PATCH artifacts/40', { move: { tracker_id: 85, dry_run: true } });
  expect(dry.body).toMatchObject({
    dry_run: { fields: { fields_not_migrated: expect.any(Array) } },
  });
  expect((await ask('PATCH artifacts/40', { move: { tracker_id: 85 } })).body).toEqual({
    dry_run: null,
  });
  expect((await ask('GET artifacts/40')).body).toMatchObject({ id: 40, tracker: { id: 85 } });
});
