import { expect, test } from 'vitest';
import { growth } from '../../tests/fixtures/growth';
import { phraseOptions, senseOfKey } from './linkTypes';
import { pastedLines } from './pastedLines';

const options = phraseOptions([
  { shortname: '_covered_by', forward_label: 'Covered by', reverse_label: 'Covers' },
]);

const ids = (text: string) => pastedLines(text, options).map(({ id }) => id);

test.each([
  ['12\n#13\r\n  art #14 ', [12, 13, 14]],
  ['12, 13; 14 15', [12, 13, 14, 15]],
  [
    '- req #431 depends on bug #12 (see https://tuleap.example.com/plugins/tracker/?aid=640)',
    [431, 12, 640],
  ],
  ['Hello Ben,\n\nplease link #7.\n', [null, 7]],
  ['https://here.example/artifacts/640?tab=comments', [640]],
  ['in 2027 we do 3 things', [null]],
  ['rev #881', [null]],
  ['req #431 came with commit #881, see doc #12', [431]],
])('L2: %j names %j', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test('L2: a line may say its own kind of link, and its address of which server it is', () => {
  const text = 'covers #12\nis covered by art #13 (https://a.example/plugins/tracker/?aid=13)\n#12';
  expect(pastedLines(text, options)).toEqual([
    {
      ...{ text: 'covers #12', id: 12, host: null },
      sense: { type: '_covered_by', direction: 'reverse' },
    },
    {
      ...{ text: expect.stringContaining('art #13'), id: 13, host: 'a.example' },
      sense: { type: '_covered_by', direction: 'forward' },
    },
    { text: '#12', id: 12, host: null, sense: null },
  ]);
});

test.each([
  ['links to #12', 'forward '],
  ['is linked from #12', 'reverse '],
  ['links to (no type) #12', 'forward '],
  ['Relates to #12', 'forward relates'],
  ['relates to (a link of the other one) #12', 'reverse relates'],
  ['is child of: #12', 'reverse _is_child'],
  ['covers:\t#12', 'reverse _covered_by'],
])('L2: the phrase of %j is read as a person writes it', (text, key) => {
  const all = phraseOptions([
    { shortname: '_is_child', forward_label: 'Child', reverse_label: 'Parent' },
    { shortname: '_covered_by', forward_label: 'Covered by', reverse_label: 'Covers' },
    { shortname: 'relates', forward_label: 'Relates to', reverse_label: 'Relates to' },
  ]);
  expect(pastedLines(text, all)).toEqual([{ text, id: 12, host: null, sense: senseOfKey(key) }]);
});

test.each(['coversheet #12', 'see what covers #12'])(
  'L2: %j does not begin with a phrase',
  (text) => {
    expect(pastedLines(text, options)).toMatchObject([{ id: 12, sense: null }]);
  },
);

test('L2: a long line without a number costs nothing', () => {
  const grown = growth({ small: 500, large: 32_000 }, (size) => {
    const line = `${'a'.repeat(size)} ${'# '.repeat(size / 2)}`;
    return () => expect(ids(line)).toEqual([null]);
  });

  expect(grown).toBeLessThan(16);
});
