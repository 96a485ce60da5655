import { beforeEach, expect, test } from 'vitest';
import { clearLog, loggedRequests, logRequest } from '~/api/requests/log';
import { limitsOf, limitsSeen } from './limits';

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

/** An answer with these headers stands in the log. */
function answered(path: string, headers: Record<string, string>): void {
  const connection = { id: 'a', label: 'A', url: 'https://a.example' };
  const asked = { method: 'GET', path, connection, attempt: 1, headers: {}, body: null };
  const arrive = logRequest({ ...asked, secrets: [] });
  arrive({ status: 200, headers: new Headers(headers), text: '[]', bytes: 2, problem: null });
}

beforeEach(clearLog);

test('A5: of all answers the newest word on each limit counts', () => {
  expect(limitsSeen(loggedRequests())).toEqual([]);
  answered('/api/projects?limit=50', { 'x-pagination-limit-max': '50' });
  answered('/api/trackers/81/artifacts?limit=50', { 'x-pagination-limit-max': '1000' });
  answered('/api/trackers/82/artifacts?limit=50', { 'x-pagination-limit-max': '500' });
  answered('/api/artifact_temporary_files', { 'x-quota': '67108864', 'x-disk-usage': '0' });
  answered('/api/artifact_temporary_files', { 'x-quota': '67108864', 'x-disk-usage': '67108864' });
  answered('/api/artifacts/7', { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0' });
  expect(limitsSeen(loggedRequests())).toEqual([
    'Files not attached yet: 64 MB of 64 MB taken, 0 bytes left.',
    'Deletions: 0 of 5 left within 24 hours.',
    'At most at once: trackers/…/artifacts 500, projects 50.',
  ]);
});
