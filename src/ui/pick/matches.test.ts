import { expect, test } from 'vitest';
import { MOST_SHOWN, matches } from './matches';
import type { Option } from './options';

const people: Option[] = Array.from({ length: 5000 }, (_, index) => ({
  value: String(index),
  label: `Person ${index}`,
  note: `login${index}`,
}));
const labels = (options: Option[]) => options.map(({ label }) => label);

test('E4: of many options the first are shown, and how many more there are', () => {
  const shown = matches(people, '', []);
  expect(shown).toHaveLength(MOST_SHOWN + 1);
  expect(shown.at(-1)).toMatchObject({
    label: '4,950 more: type to find them',
    isDisabled: true,
  });
});

test('E4: every word is looked for, in labels and logins, accents and case aside', () => {
  expect(labels(matches(people, '4711 person', []))).toEqual(['Person 4711']);
  expect(labels(matches(people, 'LOGIN4712', []))).toEqual(['Person 4712']);
  expect(labels(matches([{ value: 'm', label: 'Jörg Müller' }], 'jorg mull', []))).toEqual([
    'Jörg Müller',
  ]);
  expect(matches(people, 'nobody', [])).toEqual([]);
});

test('E4: what is chosen stays in the list whatever is typed, after what matches', () => {
  const shown = labels(matches(people, 'Person 42', ['4', '42']));
  expect(shown.slice(0, 2)).toEqual(['Person 42', 'Person 142']);
  expect(shown.at(-1)).toBe('Person 4');
  expect(labels(matches(people, 'nobody', ['7']))).toEqual(['Person 7']);
});
