import { expect, test } from 'vitest';
import { limitsOf } from './limits';

test('A5: quotas and limits of an answer are told in words', () => {
  expect(
    limitsOf({
      'x-pagination-limit': '50',
      'x-pagination-offset': '100',
      'x-pagination-size': '129',
      'x-pagination-limit-max': '1000',
      'x-quota': '67108864',
      'x-disk-usage': '1048576',
      'x-upload-max-file-chunksize': '1048576',
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '3',
      'retry-after': '30',
    }),
  ).toEqual([
    'Page: 50 asked for, at most 1,000 at once, from number 101, 129 in all.',
    'Files not attached yet: 1.0 MB of 64 MB taken, 63 MB left.',
    'Upload: at most 1.0 MB in one piece.',
    'Deletions: 3 of 5 left within 24 hours.',
    'The server asks to wait 30 seconds.',
  ]);
});

test('A5: what another origin may not read is not told, and nonsense neither', () => {
  expect(limitsOf({ 'x-pagination-size': '7' })).toEqual(['Page: 7 in all.']);
  expect(limitsOf({ 'x-quota': '67108864', 'x-ratelimit-limit': 'many' })).toEqual([]);
});
