import { expect, test } from 'vitest';
import type { ValueEntry } from '~/api/artifacts/read';
import type { Field } from '~/api/trackers';
import { createDraft } from '~/saving/draft/draft';
import { changeOf } from '~/saving/draft/draftState';
import { effort, field, snapshot, values } from '../../tests/fixtures/snapshots';
import { restoring, type Source, sourcesOf, whyNotBring } from './restore';

/** What bringing back these values makes of the artifact as it is now. */
function restored(entries: ValueEntry[], base = snapshot(10, { effort: 8, regions: [201] })) {
  const draft = createDraft(base);
  const found = restoring(draft.state(), sourcesOf(entries, base.fields));
  for (const one of found.values) draft.set(one.field, one.value);
  const labels = (fields: readonly Field[]) => fields.map(({ label }) => label);
  return {
    change: changeOf(draft.state()),
    partly: labels(found.partly),
    blocked: labels(found.blocked),
  };
}

test('H4: all old values become unsaved changes, and only what differs', () => {
  const { change, blocked } = restored(values({ effort: 3, regions: [202] }));
  expect(change.values).toEqual([
    { field_id: 2, value: 3 },
    { field_id: 4, bind_value_ids: [202] },
  ]);
  expect(blocked).toEqual([]);
});

test('H4: a field that is frozen here stays as it is, and is named', () => {
  const base = snapshot(10, { effort: 8 });
  const fields = base.fields.map((one) =>
    one.label === 'Effort' ? { ...one, permissions: ['read'] as const } : one,
  );
  const frozen = {
    ...base,
    fields: fields.map((one) => ({ ...one, permissions: [...one.permissions] })),
  };
  const { change, blocked } = restored(values({ effort: 3, description: 'before' }), frozen);
  expect(change.values.map(({ field_id }) => field_id)).toEqual([3]);
  expect(blocked).toEqual(['Effort']);
});

const file = (id: number) => ({
  id,
  submitted_by: 102,
  description: '',
  name: `${id}.log`,
  size: 1,
  type: 'text/plain',
  html_url: `/plugins/tracker/attachments/${id}-${id}.log`,
  html_preview_url: null,
  uri: `artifact_files/${id}`,
});

test('H4: files that came since are taken off, detached ones cannot come back, links of others stay theirs, none leads to itself', () => {
  const files = field(30, 'Files', { type: 'file' });
  const links = field(31, 'Links', { type: 'art_link', allowed_types: [] });
  const entries = (ids: number[], forward: number[], reverse: number[]): ValueEntry[] => {
    const link = (id: number) => ({
      id,
      uri: '',
      tracker: { id: 1, label: '', color: '' },
      type: null,
    });
    return [
      { field_id: 30, type: 'file', label: 'Files', file_descriptions: ids.map(file) },
      {
        field_id: 31,
        type: 'art_link',
        label: 'Links',
        links: forward.map(link),
        reverse_links: reverse.map(link),
      },
    ];
  };
  const now = snapshot(10);
  const base = {
    ...now,
    fields: [files, links],
    artifact: { ...now.artifact, values: entries([2, 3], [7], [9]) },
  };
  // Another one that links to it is compared with it.
  const itself = base.artifact.id;
  const { change, partly } = restored(entries([1, 2], [6, itself], []), base);
  expect(change.values).toEqual([
    { field_id: 30, value: [2] },
    { field_id: 31, links: [{ id: 6, type: '' }] },
  ]);
  expect(partly).toEqual(['Files', 'Links']);
  // Nothing of it comes back: that is no "nothing differs".
  const gone = restored(entries([1, 2, 3], [7], [9]), base);
  expect(gone).toMatchObject({ change: { values: [] }, partly: [], blocked: ['Files'] });
});

test('H4: the sum of a computed field is of now, whichever version comes back', () => {
  const sum = field(40, 'Total', { type: 'computed' });
  const entry = (value: number, manual: number | null): ValueEntry => ({
    field_id: 40,
    type: 'computed',
    label: 'Total',
    value,
    manual_value: manual,
    is_autocomputed: manual === null,
  });
  const now = snapshot(10);
  const base = (held: ValueEntry) => ({
    ...now,
    fields: [sum],
    artifact: { ...now.artifact, values: [held] },
  });
  expect(restored([entry(3, null)], base(entry(5, null)))).toMatchObject({
    change: { values: [] },
    blocked: [],
  });
  expect(restored([entry(3, 4)], base(entry(5, null))).change.values).toEqual([
    { field_id: 40, is_autocomputed: false, manual_value: 4 },
  ]);
});

test('H4: why a value cannot come back is said, and nothing is said against one that can', () => {
  const base = snapshot(10, { effort: 8 });
  const source = (held: ValueEntry[], of: Field) => sourcesOf(held, [of])[0] as Source;
  const frozen = { ...effort, permissions: [] };
  const at = { ...base, fields: base.fields.map((one) => (one === effort ? frozen : one)) };
  const old = values({ effort: 3 });
  expect(whyNotBring(base, source(old, effort))).toBeUndefined();
  expect(whyNotBring(base, source(values({ effort: 8 }), effort))).toBeNull();
  expect(whyNotBring(at, source(old, frozen))).toMatch(/^You may not change Effort here/);
  expect(whyNotBring(at, source(old, frozen), new Map([[2, 'Frozen.']]))).toBe('Frozen.');
});
