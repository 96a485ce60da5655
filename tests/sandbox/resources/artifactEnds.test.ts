import { expect, test } from 'vitest';
import { requirements, storedOf } from '../../fixtures/setups/requirements';
import { askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';

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
