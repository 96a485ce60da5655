import { expect, test } from 'vitest';
import { askAs } from '../../doors/ask';
import { openWorld } from '../../doors/node';

const step = (rank: number) => ({
  description: 'a',
  description_format: 'text',
  expected_results: 'b',
  expected_results_format: 'text',
  rank,
});

/** An artifact of the tracker with every type, and who asks about it. */
async function opened() {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const field = (name: string) =>
    open.world.trackers.get(86)?.fields.find((one) => one.name === name)?.id ?? 0;
  const body = { tracker: { id: 86 }, values_by_field: { title: { value: 'Made' } } };
  const made = await ask('POST artifacts', body);
  return { ask, field, made, id: (made.body as { id: number }).id };
}

test('The server’s own words where a value cannot be taken (by its source)', async () => {
  const { ask, field, id } = await opened();
  const refused = async (name: string, entry: object, more: object = {}) => {
    const values = name === '' ? [] : [{ field_id: field(name), ...entry }];
    const { status, body } = await ask(`PUT artifacts/${id}`, { values, ...more });
    return [status, (body as { error: { message: string } }).error.message.trim()];
  };
  const words = (text: string) => [400, `Bad Request: ${text}`];
  expect(await refused('title', { value: 'a\nb' })).toEqual(
    words('Title can contain neiher carriage return nor null char.'),
  );
  expect(await refused('attachments', { value: '' })).toEqual(
    words(
      `Invalid format for file field "${field('attachments')}".  Correct format is {"field_id" : 425, "value" : [457, 258]}`,
    ),
  );
  expect(await refused('', {}, { comment: { body: 'x'.repeat(65_536), format: 'text' } })).toEqual(
    words('Comment content can not contain more than 65535 characters.'),
  );
  expect((await refused('computed', { is_autocomputed: false }))[0]).toBe(400);
  expect(await refused('steps', { value: [step(1), step(1)] })).toEqual(
    words('The rank 1 can not be used multiple times'),
  );
});

test('Headers are those of the recordings: of what was made by names, of a move, of a crash', async () => {
  const { ask, field, id, made } = await opened();
  expect(made.headers.get('location')).toMatch(/artifacts\/\d+\?values_format=by_field$/);
  const move = await ask(`PATCH artifacts/${id}`, { move: { tracker_id: 82, dry_run: true } });
  expect([move.status, move.headers.has('allow')]).toEqual([200, false]);
  const crash = await ask(`PUT artifacts/${id}`, {
    values: [{ field_id: field('links'), links: [id] }],
  });
  expect([crash.status, crash.body]).toEqual([500, '']);
  const has = (name: string) => crash.headers.has(name);
  expect([has('allow'), has('cache-control'), has('expires'), has('content-language')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
