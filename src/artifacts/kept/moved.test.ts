import { beforeEach, expect, test } from 'vitest';
import { changeOf, readingsOf } from '~/saving/draft/draftState';
import { aStaticValue } from '../../../tests/fixtures/fields';
import { reopenedOver, twinOf, versionIn } from '../../../tests/fixtures/moved';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { description, field, title } from '../../../tests/fixtures/snapshots';

beforeEach(beSignedIn);

/** What a save would send as the draft stands. */
const sentOf = ({ state }: ReturnType<typeof reopenedOver>) => changeOf(state).values;

const links = field(9, 'Links', { type: 'art_link', allowed_types: [] });
const linked = (...ids: number[]) => ({
  links: ids.map((id) => ({
    ...{ id, uri: `artifacts/${id}`, type: 'blocks' },
    tracker: { id: 11, label: 'Requirements', color: 'inca-silver' },
  })),
  reverse_links: [],
});

test('X11: a colleague’s link stays in a draft whose artifact was moved', () => {
  const base = versionIn(11, 10, [[links, linked(1)]]);
  const mine = { forward: [1, 5].map((id) => ({ id, type: 'blocks' })), reverse: [] };
  const now = versionIn(12, 20, [[twinOf(links), linked(1, 7)]]);
  expect(sentOf(reopenedOver(now, base, [[links, mine]]))).toEqual([
    { field_id: 1009, links: [1, 5, 7].map((id) => ({ id, type: 'blocks' })) },
  ]);
});

test('D4, X11: a link of another artifact that was typed goes along, and one that came meanwhile stays', () => {
  const base = versionIn(11, 10, [[links, linked()]]);
  const mine = { forward: [], reverse: [{ id: 5, type: 'blocks' }] };
  const theirs = { links: [], reverse_links: linked(7).links };
  const now = versionIn(12, 20, [[twinOf(links), theirs]]);
  const { state } = reopenedOver(now, base, [[links, mine]]);
  expect(state.values.get(1009)).toEqual({
    forward: [],
    reverse: [5, 7].map((id) => ({ id, type: 'blocks' })),
  });
});

const files = field(8, 'Files', { type: 'file' });
const aFile = (id: number) => ({
  ...{ id, submitted_by: 102, description: '', name: `${id}.txt`, size: 1, type: 'text/plain' },
  ...{ html_url: null, html_preview_url: null, uri: `artifact_files/${id}` },
});
const attached = (...ids: number[]) => ({ file_descriptions: ids.map(aFile) });

test('X11: a colleague’s file stays attached, what I took off goes and what I added comes', () => {
  const base = versionIn(11, 10, [[files, attached(1, 2)]]);
  const now = versionIn(12, 20, [[twinOf(files), attached(1, 2, 7)]]);
  const sent = sentOf(reopenedOver(now, base, [[files, [1, 5].map(aFile)]]));
  expect(sent).toEqual([{ field_id: 1008, value: [1, 5, 7] }]);
});

test('X11: a title that both changed is asked for, and so is what a colleague alone changed left alone', () => {
  const base = versionIn(11, 10, [
    [title, { value: 'Before' }],
    [description, null],
  ]);
  const now = versionIn(12, 20, [
    [twinOf(title), { value: 'Of a colleague' }],
    [twinOf(description), null],
  ]);
  const typed = { content: 'Mine', format: 'commonmark' };
  const {
    state,
    reopened: told,
    left,
  } = reopenedOver(now, base, [
    [title, 'Mine'],
    [description, typed],
  ]);
  expect(told).toMatchObject({ overlap: ['Title'], isNewer: true });
  expect(left).toEqual([]);
  expect(told.moved).toBe('Moved to tracker Bugs: all 2 values fit.');
  // In the terms of the new tracker, over what it was typed over: a save is refused as any over an older version.
  expect(state.base).toMatchObject({ etag: base.etag, fields: now.fields });
  expect(readingsOf(state.base).get(1001)?.value).toBe('Before');
  expect([...state.values]).toEqual([
    [1001, 'Mine'],
    [1003, typed],
  ]);
});

const regions = (first: number, ...labels: string[]) =>
  field(4, 'Regions', {
    type: 'msb',
    bindings: { type: 'static', list: [] },
    values: labels.map((label, place) => aStaticValue(first + place, label)),
  });
const chosen = (...ids: number[]) => ({ bind_value_ids: ids, values: [] });

test('X11: values of a list go along by their words, put together with a colleague’s', () => {
  const here = regions(201, 'APAC', 'EU', 'US');
  const there = twinOf(regions(901, 'US', 'EU', 'APAC'));
  const base = versionIn(11, 10, [[here, chosen(201)]]);
  const now = versionIn(12, 20, [[there, chosen(903, 902)]]);
  const sent = sentOf(reopenedOver(now, base, [[here, [{ id: 201 }, { id: 203 }]]]));
  expect(sent).toEqual([{ field_id: 1004, bind_value_ids: [901, 902, 903] }]);
});

test('X11: a list value that the other tracker lacks stays as text, and no id of the old field is sent', () => {
  const here = regions(201, 'APAC', 'EU');
  const there = twinOf(regions(901, 'APAC'));
  const base = versionIn(11, 10, [[here, chosen(201)]]);
  const now = versionIn(12, 20, [[there, chosen(901)]]);
  const ended = reopenedOver(now, base, [[here, [{ id: 201 }, { id: 202 }]]]);
  expect(sentOf(ended)).toEqual([]);
  expect(ended.left).toEqual([{ label: 'Regions', text: 'APAC, EU' }]);
  expect(ended.reopened.moved).toBe('Moved to tracker Bugs: 0 of 1 values fit; Regions does not.');
});

const tags = field(6, 'Tags', { type: 'tbl', hint: '', bindings: { type: 'static', list: [] } });
const access = field(7, 'Access', {
  type: 'perm',
  values: { is_used_by_default: false, ugroup_representations: [] },
});

test.each([
  [
    tags,
    [{ id: 812, label: 'Alpha' }],
    { bind_value_objects: [], bind_value_ids: [], bind_type: 'static' },
    'Alpha',
  ],
  [
    access,
    [{ id: '129_3', label: 'Members' }],
    { granted_groups: [], granted_groups_ids: [] },
    'Members',
  ],
])('X11: ids of the old field of $type are never sent', (one, mine, empty, text) => {
  const base = versionIn(11, 10, [[one, empty]]);
  const now = versionIn(12, 20, [[twinOf(one), empty]]);
  const ended = reopenedOver(now, base, [[one, mine]]);
  expect(sentOf(ended)).toEqual([]);
  expect(ended.left).toEqual([{ label: one.label, text }]);
});
