import { expect, test } from 'vitest';
import { snapshot } from '../../../tests/fixtures/snapshots';
import { whyNotOf } from './whyNot';

test('V1: frozen by the workflow and not mine to change are told apart', () => {
  const now = snapshot(10, { effort: 8 });
  const closed = (labels: string[]) =>
    now.fields.map((field) =>
      labels.includes(field.label) ? { ...field, permissions: ['read' as const] } : field,
    );
  const base = { ...now, fields: closed(['Effort', 'Title']) };
  const reasons = whyNotOf(base, closed(['Title']));
  const of = (label: string) =>
    reasons.get(now.fields.find((field) => field.label === label)?.field_id ?? 0);
  expect(of('Effort')).toMatch(/^Frozen by the workflow/);
  expect(of('Title')).toBe('You may read it, not change it.');
  expect(reasons.size).toBe(2);
});
