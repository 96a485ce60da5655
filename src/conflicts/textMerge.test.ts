import { expect, test } from 'vitest';
import { createDraft } from '~/saving/draft/draft';
import { description, effort, snapshot } from '../../tests/fixtures/snapshots';
import { type MergeRow, mergeArtifact } from './mergeArtifact';
import { conflictIndexes, textMergeOf } from './textMerge';

const base = '**What** An export.\nReady within five seconds.\n\n**Why** See art #12.';
const mine =
  '**What** An export.\nReady within five seconds for 10,000 rows.\n\n**Why** See art #12.\n\n**Not now** Hidden columns.';
const theirs = '**What** An export.\nReady within ten seconds.\n\n**Why** See art #12.';

function rowOf(content: string, format = 'commonmark'): MergeRow {
  const draft = createDraft(snapshot(10, { description: base }));
  draft.set(description, { content, format });
  const [row] = mergeArtifact(draft.state(), snapshot(20, { description: theirs }));
  if (!row) throw new Error('both sides changed the description');
  return row;
}

test('X6: only the lines that both changed are asked; the others are taken', () => {
  const merge = textMergeOf(rowOf(mine));
  expect(merge && conflictIndexes(merge)).toHaveLength(1);
  expect(merge?.hunks.filter(({ kind }) => kind === 'mine')).toHaveLength(1);
});

test('X6: a chosen hunk stands between the merged ones', () => {
  const merge = textMergeOf(rowOf(mine));
  const [index] = merge ? conflictIndexes(merge) : [];
  if (!merge || index === undefined) throw new Error('there is a hunk to choose');
  const value = merge.valueWith(new Map([[index, 'both']]));
  expect(value).toEqual({
    format: 'commonmark',
    content:
      '**What** An export.\nReady within ten seconds for 10,000 rows.\n\n**Why** See art #12.\n\n**Not now** Hidden columns.',
  });
});

test('X6: texts in two formats, and values that are no texts, are chosen as a whole', () => {
  expect(textMergeOf(rowOf(mine, 'text'))).toBeNull();
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  const [row] = mergeArtifact(draft.state(), snapshot(20, { effort: 13 }));
  expect(row && textMergeOf(row)).toBeNull();
});
