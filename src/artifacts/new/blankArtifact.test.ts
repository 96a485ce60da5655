import { expect, test } from 'vitest';
import type { Tracker } from '~/api/trackers';
import { aField, aListField, aStaticValue } from '../../../tests/fixtures/fields';
import { blankArtifact } from './blankArtifact';

const status = aListField('sb', [
  aStaticValue(1, 'New'),
  aStaticValue(2, 'Open'),
  aStaticValue(3, 'Done'),
]);

function tracker(facts: Partial<Tracker>): Tracker {
  return {
    id: 11,
    uri: 'trackers/11',
    label: 'Requirements',
    color_name: 'inca-silver',
    project: { id: 101, uri: 'projects/101', label: 'Acme', icon: '' },
    html_url: '/plugins/tracker/?tracker=11',
    description: '',
    item_name: 'req',
    fields: [status],
    structure: [],
    semantics: {},
    workflow: null,
    permissions_for_groups: null,
    parent: null,
    resources: [],
    ...facts,
  };
}

function workflow(is_used: string, ...starts: number[]): Tracker['workflow'] {
  const transitions = [
    ...starts.map((to_id, index) => ({ id: index, from_id: null, to_id })),
    { id: 99, from_id: 1, to_id: 3 },
  ];
  return {
    field_id: status.field_id,
    is_used,
    is_legacy: false,
    is_advanced: false,
    rules: { dates: [], lists: [] },
    transitions,
  };
}

const offered = (facts: Partial<Tracker>) => {
  const [field] = blankArtifact(tracker(facts)).fields;
  return Array.isArray(field?.values) ? field.values.map(({ label }) => label) : [];
};

test('Point 4 of part 2: an artifact begins only with a value that the workflow leads to from nothing', () => {
  expect(offered({ workflow: workflow('1', 1, 2) })).toEqual(['New', 'Open']);
});

test('Point 4 of part 2: a workflow that is off, or says nothing about the beginning, limits nothing', () => {
  for (const flow of [null, workflow('', 1), workflow('0', 1), workflow('1')]) {
    expect(offered({ workflow: flow })).toEqual(['New', 'Open', 'Done']);
  }
});

test('Point 4 of part 2: only what may be set on creation is on the form; what has no control is named', () => {
  const fields = [
    aField('fieldset', { field_id: 1, permissions: ['read'] }),
    aField('string', { field_id: 2, permissions: ['read', 'update'] }),
    aField('string', { field_id: 3, permissions: ['read', 'create'] }),
    aField('Encrypted', { field_id: 4, permissions: ['read', 'create'] }),
    aField('aid', { field_id: 5, permissions: ['read'] }),
    aField('plugin_matrix', { field_id: 6, permissions: ['read', 'create'] }),
  ];
  const blank = blankArtifact(tracker({ fields }));
  expect(blank.fields.map(({ field_id }) => field_id)).toEqual([1, 3]);
  expect(blank.withoutControl.map(({ field_id }) => field_id)).toEqual([4, 6]);
});
