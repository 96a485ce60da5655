import { expect, test } from 'vitest';
import { FIRST_SHOWN, MOST_SHOWN, matches, meantOption } from './matches';
import type { Option } from './options';

const people: Option[] = Array.from({ length: 5000 }, (_, index) => ({
  value: String(index),
  label: `Person ${index}`,
  note: `login${index}`,
}));
const labels = (options: Option[]) => options.map(({ label }) => label);

test('E4: of many options the first are shown, and how many more there are', () => {
  const shown = matches(people, { text: '', chosen: [] });
  expect(shown).toHaveLength(FIRST_SHOWN + 1);
  expect(shown.at(-1)).toMatchObject({
    label: '4,980 more: type to find them',
    isDisabled: true,
  });
});

test('E4: as many as one looks through are shown whole', () => {
  expect(matches(people.slice(0, MOST_SHOWN), { text: '', chosen: [] })).toHaveLength(MOST_SHOWN);
});

test('E6: what the text would make is offered, however many match; the chosen stay last', () => {
  const extra = { value: 'new', label: 'New: person' };
  const shown = labels(matches(people, { text: 'person', chosen: ['4711'], extra }));
  expect(shown.slice(FIRST_SHOWN)).toEqual([
    '4,979 more: type to find them',
    'New: person',
    'Person 4711',
  ]);
});

test('E4: every word is looked for, in labels and logins, accents and case aside', () => {
  expect(labels(matches(people, { text: '4711 person', chosen: [] }))).toEqual(['Person 4711']);
  expect(labels(matches(people, { text: 'LOGIN4712', chosen: [] }))).toEqual(['Person 4712']);
  expect(
    labels(matches([{ value: 'm', label: 'Jörg Müller' }], { text: 'jorg mull', chosen: [] })),
  ).toEqual(['Jörg Müller']);
  expect(matches(people, { text: 'nobody', chosen: [] })).toEqual([]);
});

test('E4: what is chosen stays in the list whatever is typed, after what matches', () => {
  const shown = labels(matches(people, { text: 'Person 42', chosen: ['4', '42'] }));
  expect(shown.slice(0, 2)).toEqual(['Person 42', 'Person 142']);
  expect(shown.at(-1)).toBe('Person 4');
  expect(labels(matches(people, { text: 'nobody', chosen: ['7'] }))).toEqual(['Person 7']);
});

test('E4: where only what is chosen is left, it is said that nothing matches; of more elsewhere after what matches', () => {
  const asked = { empty: 'Nobody matches', hint: 'Type on: there may be more' };
  expect(labels(matches(people, { text: 'nobody', chosen: ['7'], ...asked }))).toEqual([
    'Nobody matches',
    'Person 7',
  ]);
  expect(labels(matches(people, { text: 'login4711', chosen: ['7'], ...asked }))).toEqual([
    'Person 4711',
    'Type on: there may be more',
    'Person 7',
  ]);
  expect(matches(people, { text: 'nobody', chosen: [], ...asked })).toEqual([]);
});

test('E4: a typed text means the option of that name, else the only one with its words', () => {
  const [qa, leads, old] = ['QA', 'QA leads', 'Retired'].map(
    (label): Option => ({ value: label, label, isDisabled: label === 'Retired' }),
  );
  const all = [qa, leads, old].filter((option) => option !== undefined);
  expect(meantOption(all, 'qa')).toBe(qa);
  expect(meantOption(all, 'q')).toBeUndefined();
  expect(meantOption(all, 'lead')).toBe(leads);
  expect(meantOption(all, 'retir')).toBeUndefined();
  expect(meantOption(all, ' ')).toBeUndefined();
  // Two of one name, but for case: the one that was written so, or none.
  const twins = ['Ops', 'ops'].map((label): Option => ({ value: label, label }));
  expect(meantOption(twins, 'ops')?.value).toBe('ops');
  expect(meantOption(twins, 'OPS')).toBeUndefined();
});
