import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv';

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")'])(
  'A7: %j is no formula in a sheet',
  (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
  },
);

test('A7: numbers stay numbers; commas, quotes and line ends stay in their cell', () => {
  expect(csvLine(['-5', '+1.5', 'a,b', 'say "no"', 'one\ntwo', ''])).toBe(
    '-5,+1.5,"a,b","say ""no""","one\ntwo",',
  );
});
