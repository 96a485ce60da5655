import { expect, test } from 'vitest';
import { titleWords } from './titleSearch';

test.each([
  [' pump gauge ', 'pump gauge'],
  ['/pump/', 'pump'],
  ['!!pump', 'pump'],
  ['and/or', 'and/or'],
])('L2: of “%s” titles with “%s” are looked for', (typed, words) => {
  expect(titleWords(typed)).toBe(words);
});

test.each(['', 'p', '//', '!!', '/ /', '!/p/'])(
  'L2: “%s” is too little to look for: without words the server lists all there is',
  (typed) => expect(titleWords(typed)).toBeNull(),
);
