import { expect, test } from 'vitest';
import { description, effort, field, snapshot, title } from '../../tests/fixtures/snapshots';
import { carried, fitWords } from './fit';

test('X11: what fits goes along into the other tracker, by name and kind; the rest stays as text', () => {
  const base = snapshot(10);
  const values = new Map<number, unknown>([
    [title.field_id, 'Moved'],
    [effort.field_id, '8'],
    [description.field_id, { content: 'Only here', format: 'commonmark' }],
  ]);
  const comment = { body: 'Kept', format: 'commonmark' } as const;
  const now = snapshot(30);
  const fields = [{ ...title, field_id: 91 }, field(92, 'Effort', { type: 'string' })];
  const tracker = { ...now.artifact.tracker, id: 12, label: 'Bugs' };
  const moved = {
    ...now,
    fields,
    artifact: {
      ...now.artifact,
      tracker,
      values: [{ field_id: 91, type: 'string', label: 'Title', value: 'As it was' }],
    },
  };
  const fit = carried({ base, values, comment }, moved);
  expect([...fit.state.values]).toEqual([[91, 'Moved']]);
  expect(fit.state.comment).toBe(comment);
  expect(fit.left).toEqual([
    { label: 'Effort', text: '8' },
    { label: 'Description', text: 'Only here' },
  ]);
  expect(fitWords(fit)).toBe('1 of 3 values fit; Effort and Description do not');
});
