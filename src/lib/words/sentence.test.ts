import { expect, test } from 'vitest';
import { sentence } from './sentence';

test.each([
  ['Error', 'Error.'],
  ['Gateway timeout ', 'Gateway timeout.'],
  ['It failed.', 'It failed.'],
  ['The server says: “No.”', 'The server says: “No.”'],
  ['Why?', 'Why?'],
  ['', ''],
])('%s is followed by another sentence as %s', (text, told) => {
  expect(sentence(text)).toBe(told);
});
