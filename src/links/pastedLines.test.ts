import { expect, test } from 'vitest';
import { growth } from '../../tests/fixtures/growth';
import { phraseOptions } from './linkTypes';
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
])('L2: %j names %j', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test('L2: a line may say its own kind of link, and a double is told', () => {
  expect(pastedLines('covers #12\nis covered by art #13\n#12', options)).toEqual([
    {
      text: 'covers #12',
      id: 12,
      sense: { type: '_covered_by', direction: 'reverse' },
      isTwice: false,
    },
    {
      text: 'is covered by art #13',
      id: 13,
      sense: { type: '_covered_by', direction: 'forward' },
      isTwice: false,
    },
    { text: '#12', id: 12, sense: null, isTwice: true },
  ]);
});

test('L2: a long line without a number costs nothing', () => {
  const grown = growth({ small: 500, large: 32_000 }, (size) => {
    const line = `${'a'.repeat(size)} ${'# '.repeat(size / 2)}`;
    return () => expect(ids(line)).toEqual([null]);
  });

  expect(grown).toBeLessThan(16);
});
