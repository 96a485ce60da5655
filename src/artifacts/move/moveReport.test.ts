import { expect, test } from 'vitest';
import { effort, field, rank, snapshot, title } from '../../../tests/fixtures/snapshots';
import { atStake, moveReport } from './moveReport';

const { artifact, fields } = snapshot(10, { effort: null });
const secret = field(77, 'Secret', { type: 'string' });
const description = fields.filter(({ label }) => label === 'Description');

const report = moveReport(
  {
    dry_run: {
      fields: {
        fields_migrated: description,
        fields_not_migrated: [title, effort, rank, secret],
        fields_partially_migrated: [],
      },
    },
  },
  artifact,
  fields,
);
const stakes = atStake(report).map(({ label, value }) => [label, value]);

test('V7: a lost field that one may not read is at stake, as nobody here knows that it is empty', () => {
  expect(stakes).toContainEqual(['Secret', null]);
});

test('V7: an empty field loses nothing, nor does what only the server writes', () => {
  expect(stakes).toContainEqual(['Title', 'Export keeps its columns']);
  expect(stakes.map(([label]) => label)).not.toContain('Effort');
  expect(report.map(({ label }) => label)).not.toContain('Rank');
});
