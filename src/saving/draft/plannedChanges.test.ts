import { expect, test } from 'vitest';
import { description, effort, regions, snapshot, title } from '../../../tests/fixtures/snapshots';
import { createDraft } from './draft';
import { changeOf } from './draftState';
import { plannedChanges } from './plannedChanges';

test('E14: what is shown before a save is of exactly the fields that are sent, with the values before and after', () => {
  const frozen = { ...title, permissions: ['read'] };
  const base = snapshot(10);
  const draft = createDraft({ ...base, fields: [frozen, effort, description, regions] });
  draft.set(frozen, 'Not mine to change');
  draft.set(effort, '8');
  // Typed, and typed back.
  const text = draft.value(description);
  draft.set(description, { content: 'Other', format: 'text' });
  draft.set(description, text);
  const shown = plannedChanges(draft.state());
  const sent = changeOf(draft.state()).values;
  expect(shown.map(({ field }) => field.field_id)).toEqual(sent.map(({ field_id }) => field_id));
  expect(shown).toMatchObject([{ field: effort, after: '8' }]);
  const [change] = shown;
  expect(change?.contract.toText(change.before, effort)).toBe('5');
});
