import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import { type DeletionPort, followDeletion } from './followDeletion';

const request = { method: 'GET', path: '/api/svn/1' };
const http = (status: number, said = '') =>
  new ApiError('http', said, { request, status, serverMessages: [said] });

/** A server that still has the repository for some looks. */
function server(looksUntilGone: number, refusal?: ApiError) {
  let looks = 0;
  let waits = 0;
  const port: DeletionPort = {
    async remove() {
      if (refusal) throw refusal;
    },
    async read() {
      looks += 1;
      if (looks > looksUntilGone) throw http(404);
    },
    async wait() {
      waits += 1;
    },
  };
  return { port, waits: () => waits };
}

test('N1: a queued deletion is followed until the repository is gone', async () => {
  const { port, waits } = server(3);
  expect(await followDeletion(1, port)).toBe('gone');
  expect(waits()).toBe(3);
});

test('N1: a deletion that does not end is told as queued', async () => {
  expect(await followDeletion(1, server(99).port, 5)).toBe('queued');
});

test('N1: gone already, queued already and a lost answer all end where they should', async () => {
  expect(await followDeletion(1, server(0, http(404)).port)).toBe('gone');
  const queued = http(400, 'Repository already in queue for deletion');
  expect(await followDeletion(1, server(1, queued).port)).toBe('gone');
  const lost = new ApiError('network', 'cut', { request, reason: 'cut' });
  expect(await followDeletion(1, server(0, lost).port)).toBe('gone');
  await expect(followDeletion(1, server(9, lost).port)).rejects.toBe(lost);
});

test('N1: a refusal is an error, and nothing is followed', async () => {
  const refused = http(403, 'User must be SVN admin to do this action');
  await expect(followDeletion(1, server(0, refused).port)).rejects.toBe(refused);
});
