import { expect, test } from 'vitest';
import type { HistoryPage } from '~/api/changesets/history';
import type { Changeset } from '~/api/changesets/read';
import type { Field } from '~/api/trackers';
import { changesBetween } from '~/saving/changes';
import {
  anna,
  ben,
  changeset,
  description,
  effort,
  field,
  rank,
  regions,
  title,
  values,
} from '../../tests/fixtures/snapshots';
import { differenceOf, itemsOf } from './difference';
import { type HistoryFilter, shownChanges, stepsOf } from './timeline';
import { differenceInWords } from './words';

const fields = [title, effort, description, regions, rank];
const everything: HistoryFilter = { show: 'all', by: null, field: null, text: '', after: null };

const first = changeset(10, { by: anna, second: 0, held: { effort: null } });
const second = changeset(11, { by: ben, second: 1, held: { effort: 5, regions: [201] } });
const third = changeset(12, {
  by: anna,
  second: 2,
  held: { effort: 5, regions: [202] },
  comment: 'Moved to Europe',
});

function page(changesets: Changeset[], before: Changeset | null): HistoryPage {
  return { changesets, offset: before ? 1 : 0, size: 3, end: 3, before };
}

const steps = stepsOf([page([third, second], first), page([first], null)], fields);
const changed = (index: number) => steps[index]?.changes.map(({ field: { label } }) => label);

test('H1: a changeset is compared with the one before it, also with that of the next page', () => {
  expect(changed(0)).toEqual(['Regions']);
  expect(changed(1)).toEqual(['Effort', 'Regions']);
  expect(steps[1]?.previous).toBe(first);
  expect(steps[2]?.previous).toBeNull();
});

test('H1: a further page does not have the loaded ones worked out anew; other fields do', () => {
  const loaded = page([third], second);
  const [once] = stepsOf([loaded], fields);
  expect(stepsOf([loaded, page([second], first)], fields)[0]).toBe(once);
  expect(stepsOf([loaded], [title])[0]?.changes).toEqual([]);
});

function shown(filter: Partial<HistoryFilter>): number[] {
  return steps
    .filter((step) => shownChanges(step, { ...everything, ...filter }) !== null)
    .map((step) => step.changeset.id);
}

test('H1: filtered by comments, person, field, words and the last visit', () => {
  expect(shown({})).toEqual([12, 11, 10]);
  expect(shown({ show: 'comments' })).toEqual([12]);
  expect(shown({ by: ben.id })).toEqual([11]);
  expect(shown({ field: effort.field_id })).toEqual([11]);
  expect(shown({ text: 'eu' })).toEqual([12]);
  expect(shown({ text: 'apac' })).toEqual([12, 11]);
  expect(shown({ field: regions.field_id, text: 'apac' })).toEqual([12, 11]);
  expect(shown({ field: effort.field_id, text: '5' })).toEqual([11]);
  // Of a field that is asked for the value alone counts, not what somebody wrote beside it.
  expect(shown({ field: regions.field_id, text: 'moved' })).toEqual([]);
  expect(shown({ after: 11 })).toEqual([12]);
  expect(shown({ field: effort.field_id, text: 'apac' })).toEqual([]);
});

test('H1: with a field only its change is shown', () => {
  const [, step] = steps;
  const found = step && shownChanges(step, { ...everything, field: regions.field_id });
  expect(found?.map(({ field: { label } }) => label)).toEqual(['Regions']);
});

test('H1: what the server works out by itself is no change; a type nobody knows is one', () => {
  const odd: Field = field(9, 'Matrix', { type: 'plugin_matrix' });
  const entry = (value: number) => ({ field_id: 9, type: 'plugin_matrix', label: 'Matrix', value });
  const before = [...values({}), entry(1)];
  const after = values({}).map((one) =>
    one.field_id === rank.field_id ? { ...one, value: 99 } : one,
  );
  const changes = changesBetween(before, [...after, entry(2)], [...fields, odd]);
  expect(changes.map(({ field: { label } }) => label)).toEqual(['Matrix']);
});

test('H1: a text that only got the line ends of Tuleap’s own form was changed by nobody', () => {
  const before = values({ description: 'a\nb' });
  expect(changesBetween(before, values({ description: 'a\r\nb' }), fields)).toEqual([]);
  expect(changesBetween(before, values({ description: 'a\r\nB' }), fields)).toHaveLength(1);
});

test('H1: an entry of another shape than before is shown as it came, not lost', () => {
  const after = values({}).map((one) =>
    one.field_id === effort.field_id ? { ...one, value: { odd: true } } : one,
  );
  const [change] = changesBetween(values({}), after, fields);
  expect(change?.contract.id).toBe('unknown');
  expect(change && differenceInWords(change)).toContain('{"odd":true}');
});

test('H2: a text by its words, a set by its entries, one value in place of another', () => {
  const text = (words: string) => ({ effort: 3, description: words, regions: [201] });
  const changes = changesBetween(
    values(text('ready within five seconds')),
    values({ effort: 5, description: 'ready within ten seconds', regions: [202, 203] }),
    fields,
  );
  const kinds = Object.fromEntries(
    changes.map((change) => [change.field.label, differenceOf(change).kind]),
  );
  expect(kinds).toEqual({ Effort: 'values', Description: 'text', Regions: 'items' });
  const sets = changes.flatMap((change) => itemsOf(change) ?? []);
  expect(sets).toEqual([
    {
      added: [
        { key: '202', text: 'EU' },
        { key: '203', text: 'US' },
      ],
      removed: [{ key: '201', text: 'APAC' }],
    },
  ]);
  expect(changes.map(differenceInWords)).toEqual([
    '3 → 5',
    'ready within five seconds → ready within ten seconds',
    '+ EU, + US, − APAC',
  ]);
});

test('H2: links and files are told one by one, each link with its type', () => {
  const links = field(20, 'Links', {
    type: 'art_link',
    allowed_types: [{ shortname: 'blocks', forward_label: 'Blocks', reverse_label: 'Blocked by' }],
  });
  const link = (id: number, type: string) => ({
    id,
    uri: `artifacts/${id}`,
    tracker: { id: 1, label: 'Bugs', color: '' },
    type,
  });
  const entry = (held: object[]) => ({
    field_id: 20,
    type: 'art_link',
    label: 'Links',
    links: held,
    reverse_links: [],
  });
  const [change] = changesBetween(
    [entry([link(4, 'blocks'), link(5, 'blocks')])],
    [entry([link(5, 'blocks'), link(6, '')])],
    [links],
  );
  expect(change && differenceInWords(change)).toBe('+ links to #6, − blocks #4');
});
