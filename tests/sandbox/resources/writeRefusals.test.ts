import { expect, test } from 'vitest';
import { type Field, requirements } from '../../fixtures/setups/requirements';
import { askAs, messageOf } from '../doors/ask';
import { openWorld } from '../doors/node';

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
