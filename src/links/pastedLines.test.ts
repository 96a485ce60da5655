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

test('L2: a long line without a number costs nothing', () => {
  const grown = growth({ small: 500, large: 32_000 }, (size) => {
    const line = `${'a'.repeat(size)} ${'# '.repeat(size / 2)}`;
    return () => expect(ids(line)).toEqual([null]);
  });

  expect(grown).toBeLessThan(16);
});
