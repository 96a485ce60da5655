import { expect, test } from 'vitest';
import { ben, changeset, effort, snapshot, title } from '../../tests/fixtures/snapshots';
import { overwrittenFields } from './audit';
import { createDraft } from './draft/draft';

test('X8: only fields that both wrote count as replaced', () => {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  draft.set(title, 'Mine');
  const bens = changeset(11, { by: ben, second: 10, held: { effort: 13, regions: [203] } });
  expect(overwrittenFields(draft.state(), [bens])).toEqual([effort]);
  expect(overwrittenFields(draft.state(), [])).toEqual([]);
});
