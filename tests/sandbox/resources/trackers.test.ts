import { expect, test, vi } from 'vitest';
import { askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';
import { SeedArtifact } from '../seed/history';
import { worldOf } from '../worlds';

/** Reads only: the tests share one world. */
const ask = askAs(openWorld('tracker-reads'), 'anna');
const size = (answer: { headers: Headers }) => answer.headers.get('x-pagination-size');
const ids = (body: unknown): number[] => (body as { id: number }[]).map((one) => one.id);

test.each([
  [81, '1240'],
  [82, '318'],
  [83, '96'],
  [85, '60'],
])('Ground data: tracker %i holds %s artifacts', async (id, count) => {
  expect(size(await ask(`GET trackers/${id}/artifacts?limit=1`))).toBe(count);
});

test('Ground data: every field type of the reference is in some tracker, and one that nobody knows', async () => {
  const types = new Set<string>();
  for (const id of [81, 82, 83, 85]) {
    const { body } = await ask(`GET trackers/${id}`);
    for (const field of (body as { fields: { type: string }[] }).fields) types.add(field.type);
  }
  for (const type of [
    ...[
      'string',
      'text',
      'int',
      'float',
      'date',
      'sb',
      'rb',
      'msb',
      'cb',
      'tbl',
      'file',
      'art_link',
    ],
    ...['perm', 'computed', 'aid', 'atid', 'priority', 'subby', 'luby', 'subon', 'lud', 'cross'],
    ...['burndown', 'burnup', 'Encrypted', 'ttmstepdef', 'ttmstepexec', 'fieldset', 'column'],
    ...['linebreak', 'separator', 'staticrichtext', 'acme_seat_map'],
  ]) {
    expect([type, types.has(type)]).toEqual([type, true]);
  }
});

test('J2: anna has 37 open majors, and #1203 is not among them', async () => {
  const tql = 'status = "Open" and severity IN("Major","Critical") and assigned_to = MYSELF()';
  const answer = await ask(
    `GET trackers/81/artifacts?limit=100&expert_query=${encodeURIComponent(tql)}`,
  );
  expect([size(answer), ids(answer.body).includes(1203)]).toEqual(['37', false]);
});

test('Trap: fields are filtered by right, the structure is not', async () => {
  const { body } = await askAs(openWorld('tracker-reads'), 'carl')('GET trackers/81');
  const { fields, structure } = body as {
    fields: { field_id: number }[];
    structure: { id: number; content: { id: number }[] | null }[];
  };
  const known = new Set(fields.map((field) => field.field_id));
  const inside = structure.flatMap((node) => node.content ?? []).map((node) => node.id);
  expect(inside.filter((id) => !known.has(id))).toHaveLength(1);
});

test('Trap: a page is filtered after it was cut, so it is short while the size is not', async () => {
  const carl = askAs(openWorld('tracker-reads'), 'carl');
  const pages = [0, 1_000].map((offset) =>
    carl(`GET trackers/81/artifacts?limit=1000&offset=${offset}`),
  );
  const answers = await Promise.all(pages);
  const all = answers.flatMap((answer) => ids(answer.body));
  expect([size(answers[0] as never), all.length, all.includes(1050)]).toEqual([
    '1240',
    1239,
    false,
  ]);
});

test.each([
  ['limit=1001', 'Invalid value specified for `limit`. Maximum allowed value is 1000.'],
  ['limit=0', 'Invalid value specified for `limit`. Minimum required value is 1.'],
  ['offset=-1', 'Invalid value specified for `offset`. Minimum required value is 0.'],
  ['values=some', 'Invalid value specified for `values`. Expected one of (,all).'],
  ['order=DESC', 'Invalid value specified for `order`. Expected one of (asc,desc).'],
  ['query={"title"', 'Criteria syntax error, invalid JSON'],
  ["expert_query=title = 'x", 'Error during parsing expert query'],
])('Recorded refusal of ?%s', async (query, message) => {
  const answer = await ask(`GET trackers/81/artifacts?${query}`);
  expect([answer.status, messageOf(answer)]).toEqual([400, `Bad Request: ${message}`]);
});

test('Trap: backslashes are stripped once before parsing', async () => {
  const search = (text: string) =>
    ask(`GET trackers/82/artifacts?limit=5&expert_query=${encodeURIComponent(text)}`);
  const found = await search(String.raw`summary = "a backslash \\\\ and"`);
  expect(ids(found.body)).toEqual([702]);
  const stripped = await search(String.raw`summary = "a backslash \\ and"`);
  expect(ids(stripped.body)).toEqual([]);
});

test('Trap: order=desc turns the page of changesets round, not the list', async () => {
  const page = await ask('GET artifacts/431/changesets?order=desc&limit=3');
  expect(ids(page.body)).toEqual([9749, 9744, 9741]);
  expect(size(page)).toBe('14');
});

test('Order counts only where there is no query', async () => {
  const desc = await ask('GET trackers/81/artifacts?limit=2&order=desc');
  const [first = 0, second = 0] = ids(desc.body);
  expect(first).toBeGreaterThan(second);
  const query = encodeURIComponent("status = 'Open'");
  const ignored = await ask(`GET trackers/81/artifacts?limit=2&order=desc&expert_query=${query}`);
  expect(ids(ignored.body)).toEqual([...ids(ignored.body)].sort((a, b) => a - b));
});

test('Artifacts by number: both value formats, unknown ones dropped, the size as asked', async () => {
  const query = encodeURIComponent('{"id":[431,999999,12]}');
  const answer = await ask(`GET artifacts?query=${query}`);
  const { collection } = answer.body as { collection: Record<string, unknown>[] };
  expect([ids(collection), size(answer)]).toEqual([[12, 431], '3']);
  expect(collection[0]?.values_by_field).toMatchObject({
    title: { value: 'Exports are legally sound' },
  });
});

test('Links of #431 and of the loop #77, #80', async () => {
  expect((await ask('GET artifacts/431/links')).body).toEqual({
    natures: [
      {
        shortname: '_covered_by',
        direction: 'forward',
        label: 'Covered by',
        uri: 'artifacts/431/linked_artifacts?nature=_covered_by&direction=forward',
      },
      {
        shortname: 'blocks',
        direction: 'forward',
        label: 'Blocks',
        uri: 'artifacts/431/linked_artifacts?nature=blocks&direction=forward',
      },
    ],
  });
  for (const [id, other] of [
    [77, 80],
    [80, 77],
  ]) {
    const linked = await ask(
      `GET artifacts/${id}/linked_artifacts?direction=forward&nature=blocks`,
    );
    expect(ids((linked.body as { collection: unknown }).collection)).toEqual([other]);
  }
});

test('Reports: two for each tracker, their artifacts nested and flat', async () => {
  const { body } = await ask('GET trackers/81/tracker_reports');
  expect(body).toMatchObject([{ id: 811, is_default: true }, { id: 812 }]);
  const flat = await ask('GET tracker_reports/811/artifacts?values=all&output_format=flat&limit=1');
  expect(flat.body).toMatchObject([{ title: expect.any(String), regions: expect.any(Array) }]);
  expect((await ask('GET tracker_reports/811/artifacts?limit=51')).status).toBe(400);
  expect((await ask('GET tracker_reports/999991')).status).toBe(404);
});

test('The big world: 20,000 artifacts in one tracker, read by pages of 1,000', async () => {
  const big = askAs(openWorld('big-tracker-test'), 'anna');
  const answer = await big('GET trackers/90/artifacts?limit=1000&offset=19000');
  expect([size(answer), ids(answer.body).length]).toEqual(['20000', 1_000]);
});

test('A world, of which every test has its own, is seeded without the histories: they are written when somebody looks', () => {
  const looked = vi.spyOn(SeedArtifact.prototype, 'changesets', 'get');
  const { artifacts } = worldOf('seeded-without-histories');
  expect(artifacts.size).toBeGreaterThan(1_500);
  expect(looked.mock.calls.length).toBeLessThan(artifacts.size / 10);
});
