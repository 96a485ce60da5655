import { expect, test } from 'vitest';
import { emptyProject, formFaults, newProjectOf, shortnameOf } from './projectForm';

const fields = [
  { id: 1, name: 'Cost centre', rank: 1, is_required: true, description: '', type: 'line' },
  { id: 2, name: 'Customer', rank: 2, is_required: false, description: '', type: 'text' },
];

const good = {
  ...emptyProject,
  label: ' Acme valves ',
  template: 'project 115',
  fields: { 1: '4711', 2: '  ' },
};

test('P5: the short name follows the name until it is typed', () => {
  expect(shortnameOf(good)).toBe('acme-valves');
  expect(shortnameOf({ ...good, shortname: '' })).toBe('');
  expect(shortnameOf({ ...good, shortname: 'av' })).toBe('av');
});

test('P5: what is missing is found before the server is asked', () => {
  expect([...formFaults(emptyProject, fields).keys()]).toEqual([
    'label',
    'shortname',
    'template',
    'field 1',
  ]);
  expect(formFaults(good, fields).size).toBe(0);
  const odd = { ...good, categories: '12: 34\nsomething' };
  expect(formFaults(odd, fields).get('categories')).toMatch(/something/);
});

test('P5: only what was given is sent', () => {
  expect(newProjectOf(good, fields)).toEqual({
    shortname: 'acme-valves',
    label: 'Acme valves',
    description: '',
    isPublic: false,
    allowsRestricted: null,
    template: { kind: 'project', id: 115 },
    categories: [],
    fields: [{ field_id: 1, value: '4711' }],
  });
  const more = {
    ...good,
    template: 'xml scrum',
    visibility: 'public' as const,
    restricted: 'no' as const,
    categories: '12: 34\n\n5=6',
  };
  expect(newProjectOf(more, fields)).toMatchObject({
    isPublic: true,
    allowsRestricted: false,
    template: { kind: 'xml', name: 'scrum' },
    categories: [
      { category_id: 12, value_id: 34 },
      { category_id: 5, value_id: 6 },
    ],
  });
});
