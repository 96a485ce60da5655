import { expect, test } from 'vitest';
import { linkGroups, phraseOf, phraseOptions, senseOfKey } from './linkTypes';

const types = [
  { shortname: '_is_child', forward_label: 'Child', reverse_label: 'Parent' },
  { shortname: '_covered_by', forward_label: 'Covered by', reverse_label: 'Covers' },
  { shortname: 'fixed_in', forward_label: 'Fixed in', reverse_label: 'Fixes' },
  { shortname: 'relates_to', forward_label: 'Relates to', reverse_label: 'Related from' },
  { shortname: 'iso', forward_label: 'ISO proof of', reverse_label: 'bewiesen durch' },
];

test.each([
  ['_is_child', 'forward', 'is parent of'],
  ['_is_child', 'reverse', 'is child of'],
  ['_covered_by', 'forward', 'is covered by'],
  ['_covered_by', 'reverse', 'covers'],
  ['fixed_in', 'forward', 'is fixed in'],
  ['relates_to', 'forward', 'relates to'],
  ['relates_to', 'reverse', 'is related from'],
  ['iso', 'forward', 'ISO proof of'],
  ['iso', 'reverse', 'bewiesen durch'],
  ['', 'forward', 'links to'],
  ['', 'reverse', 'is linked from'],
] as const)('L1: a link of type "%s", %s, reads "%s"', (type, direction, words) => {
  expect(phraseOf({ type, direction }, types)).toBe(words);
});

test('L1: a type that is no longer offered has the words of the server, at worst its short name', () => {
  const named = [{ shortname: 'old', direction: 'reverse' as const, label: 'Replaced by' }];
  expect(phraseOf({ type: 'old', direction: 'reverse' }, types, named)).toBe('is replaced by');
  expect(phraseOf({ type: 'old', direction: 'forward' }, types, named)).toBe('old');
  expect(phraseOf({ type: 'old', direction: 'reverse' }, types)).toBe('old (reverse)');
});

test('L3: type and direction are one phrase, those without a type last', () => {
  expect(phraseOptions(types).map(({ label }) => label)).toEqual([
    'is parent of',
    'is child of',
    'is covered by',
    'covers',
    'is fixed in',
    'fixes',
    'relates to',
    'is related from',
    'ISO proof of',
    'bewiesen durch',
    'links to (no type)',
    'is linked from (no type)',
  ]);
  expect(phraseOptions(types, ['forward'])).toHaveLength(6);
});

test('L3: a phrase stands for its type and direction, also of names with blanks', () => {
  const odd = [{ shortname: 'goes with', forward_label: 'Goes with', reverse_label: 'Goes with' }];
  for (const { value, type, direction } of phraseOptions([...types, ...odd])) {
    expect(senseOfKey(value)).toEqual({ type, direction });
  }
  const labels = phraseOptions(odd).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});

test('L1: links are grouped by type and direction, in the order of the field, nothing is left out', () => {
  const groups = linkGroups(
    {
      forward: [
        { id: 9, type: 'old' },
        { id: 12, type: '' },
        { id: 640, type: '_covered_by' },
        { id: 641, type: '_covered_by' },
      ],
      reverse: [{ id: 7, type: '_is_child' }],
    },
    types,
  );
  expect(groups.map(({ phrase, ids }) => [phrase, ids])).toEqual([
    ['is covered by', [640, 641]],
    ['links to', [12]],
    ['old', [9]],
    ['is child of', [7]],
  ]);
});
