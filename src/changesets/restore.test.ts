import { expect, test } from 'vitest';
import type { ValueEntry } from '~/api/artifacts';
import { createDraft } from '~/saving/draft/draft';
import { changeOf } from '~/saving/draft/draftState';
import { field, snapshot, values } from '../../tests/fixtures/snapshots';
import { restoring, sourcesOf } from './restore';

/** What bringing back these values makes of the artifact as it is now. */
function restored(entries: ValueEntry[], base = snapshot(10, { effort: 8, regions: [201] })) {
  const draft = createDraft(base);
  const found = restoring(draft.state(), sourcesOf(entries, base.fields));
  for (const one of found.values) draft.set(one.field, one.value);
  return { change: changeOf(draft.state()), blocked: found.blocked.map(({ label }) => label) };
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
  const { change } = restored(entries([1, 2], [6, itself], []), base);
  expect(change.values).toEqual([
    { field_id: 30, value: [2] },
    { field_id: 31, links: [{ id: 6, type: '' }] },
  ]);
});
