import { expect, test } from 'vitest';
import { sourceOf } from '~/fields/contract';
import { createDraft } from '~/saving/draft/draft';
import { changeOf, stranded } from '~/saving/draft/draftState';
import { description, effort, regions, snapshot, title } from '../../tests/fixtures/snapshots';
import { mergeArtifact, openRows, rebased } from './mergeArtifact';

const text = (content: string) => ({ content, format: 'commonmark' });

function outcomes(rows: ReturnType<typeof mergeArtifact>) {
  return Object.fromEntries(rows.map((row) => [row.field.label, row.outcome]));
}

test('X3: a field changed on one side only is merged by itself', () => {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  const rows = mergeArtifact(draft.state(), snapshot(20, { title: 'By ben' }));
  expect(outcomes(rows)).toEqual({ Title: 'theirs', Effort: 'mine' });
  const next = rebased(draft.state(), snapshot(20, { title: 'By ben' }), {
    rows,
    decisions: new Map(),
  });
  expect(changeOf(next).values).toEqual([{ field_id: effort.field_id, value: 8 }]);
});

test('X4: two changes of one field are a conflict until a person chooses', () => {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  const theirs = snapshot(20, { effort: 13 });
  const rows = mergeArtifact(draft.state(), theirs);
  expect(outcomes(rows)).toEqual({ Effort: 'conflict' });
  expect(openRows(rows, new Map())).toHaveLength(1);

  const takeTheirs = new Map([[effort.field_id, { side: 'theirs' as const, value: '13' }]]);
  expect(openRows(rows, takeTheirs)).toEqual([]);
  const asTheirs = rebased(draft.state(), theirs, { rows, decisions: takeTheirs });
  expect(changeOf(asTheirs).values).toEqual([]);

  const takeBase = new Map([[effort.field_id, { side: 'base' as const, value: '5' }]]);
  const asBase = rebased(draft.state(), theirs, { rows, decisions: takeBase });
  expect(changeOf(asBase).values).toEqual([{ field_id: effort.field_id, value: 5 }]);
});

test("X5: both people's additions to a multi-value field survive", () => {
  const draft = createDraft(snapshot(10, { regions: [201] }));
  draft.set(regions, [{ id: 201 }, { id: 202 }]);
  const theirs = snapshot(20, { regions: [201, 203] });
  const rows = mergeArtifact(draft.state(), theirs);
  expect(outcomes(rows)).toEqual({ Regions: 'merged' });
  const next = rebased(draft.state(), theirs, { rows, decisions: new Map() });
  expect(changeOf(next).values).toEqual([
    { field_id: regions.field_id, bind_value_ids: [201, 202, 203] },
  ]);
});

test('X6: changes of different paragraphs come together', () => {
  const base = 'One.\n\nTwo.\n\nThree.';
  const draft = createDraft(snapshot(10, { description: base }));
  draft.set(description, text('One, mine.\n\nTwo.\n\nThree.'));
  const rows = mergeArtifact(
    draft.state(),
    snapshot(20, { description: 'One.\n\nTwo.\n\nThree, theirs.' }),
  );
  expect(rows).toMatchObject([
    { outcome: 'merged', value: text('One, mine.\n\nTwo.\n\nThree, theirs.') },
  ]);
});

test('X3: the same change on both sides is agreed and not sent again', () => {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  const theirs = snapshot(20, { effort: 8 });
  const rows = mergeArtifact(draft.state(), theirs);
  expect(outcomes(rows)).toEqual({ Effort: 'agreed' });
  expect(changeOf(rebased(draft.state(), theirs, { rows, decisions: new Map() })).values).toEqual(
    [],
  );
});

test('X7: the comment goes through the merge untouched', () => {
  const draft = createDraft(snapshot(10));
  draft.setComment({ body: 'Please check.', format: 'commonmark' });
  const theirs = snapshot(20, { effort: 13 });
  const rows = mergeArtifact(draft.state(), theirs);
  const next = rebased(draft.state(), theirs, { rows, decisions: new Map() });
  expect(changeOf(next)).toEqual({
    values: [],
    comment: { body: 'Please check.', format: 'commonmark' },
  });
});

test('X11: a field that I may no longer change keeps my text to copy and is not sent', () => {
  const draft = createDraft(snapshot(10));
  draft.set(title, 'Mine');
  const newer = snapshot(20, { title: 'Theirs' });
  const theirs = { ...newer, fields: [{ ...title, permissions: ['read'] }, effort] };
  const rows = mergeArtifact(draft.state(), theirs);
  expect(rows).toMatchObject([{ outcome: 'blocked', mine: 'Mine', value: 'Theirs' }]);
  const next = rebased(draft.state(), theirs, { rows, decisions: new Map() });
  expect(changeOf(next).values).toEqual([]);
  expect(stranded(next, { ...title, permissions: ['read'] })).toBe('Mine');

  // The next merge does not lose it either, and where the right comes back it is a change again.
  const frozen = { ...snapshot(30, { title: 'Later' }), fields: theirs.fields };
  const again = mergeArtifact(next, frozen);
  expect(again).toMatchObject([{ outcome: 'blocked', mine: 'Mine', theirs: 'Later' }]);
  const further = rebased(next, frozen, { rows: again, decisions: new Map() });
  expect(stranded(further, { ...title, permissions: ['read'] })).toBe('Mine');
  expect(outcomes(mergeArtifact(further, snapshot(40, { title: 'Later' })))).toEqual({
    Title: 'mine',
  });
});

test('X11: a field that is gone, or has another type now, is shown to copy and never sent as what it is not', () => {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  draft.set(title, 'Mine');
  const newer = snapshot(20);
  const asText = { ...effort, type: 'string' };
  const values = (newer.artifact.values ?? []).map((entry) =>
    entry.field_id === effort.field_id ? { ...entry, type: 'string', value: 'five' } : entry,
  );
  const theirs = { ...newer, artifact: { ...newer.artifact, values }, fields: [asText, regions] };
  const rows = mergeArtifact(draft.state(), theirs);
  expect(outcomes(rows)).toEqual({ Title: 'blocked', Effort: 'blocked' });
  expect(
    rows.map(({ reading, mine, theirs }) => [sourceOf(reading, mine), sourceOf(reading, theirs)]),
  ).toEqual([
    ['Mine', ''],
    ['8', ''],
  ]);
  const next = rebased(draft.state(), theirs, { rows, decisions: new Map() });
  expect(changeOf(next).values).toEqual([]);
  expect(next.values.get(title.field_id)).toBe('Mine');
});

test('A6: an entry of theirs in an unseen shape stands as it is', () => {
  const newer = snapshot(20);
  const values = (newer.artifact.values ?? []).map((entry) =>
    entry.field_id === regions.field_id ? { ...entry, bind_value_ids: 'odd' } : entry,
  );
  const theirs = { ...newer, artifact: { ...newer.artifact, values } };
  expect(mergeArtifact(createDraft(snapshot(10)).state(), theirs)).toEqual([]);
});
