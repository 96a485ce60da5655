import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import { budgetWords } from './budget';
import { removeArtifact } from './removeArtifact';
import { snapshotName } from './snapshotFile';

const asked = { method: 'DELETE', path: '/api/artifacts/431' };
const http = (status: number, headers: Record<string, string> = {}) =>
  new ApiError('http', `Status ${status}`, {
    request: asked,
    status,
    headers: new Headers(headers),
  });
const lost = new ApiError('network', 'No answer came.', { request: asked, reason: 'timeout' });
const left = { limit: 5, remaining: 4 };

function port(removed: ApiError | typeof left, read: ApiError | 'there' = 'there') {
  return {
    async remove() {
      if (removed instanceof ApiError) throw removed;
      return removed;
    },
    async read() {
      if (read instanceof ApiError) throw read;
    },
  };
}

test('V8: an answered DELETE gives how many are left', async () => {
  expect(await removeArtifact(431, port(left))).toEqual({
    kind: 'deleted',
    how: 'answered',
    budget: left,
  });
});

test('V8: the limit is read from the refusal too', async () => {
  const limit = http(429, { 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0' });
  expect(await removeArtifact(431, port(limit))).toEqual({
    kind: 'refused',
    error: limit,
    budget: { limit: 2, remaining: 0 },
  });
  expect(await removeArtifact(431, port(http(403)))).toMatchObject({
    kind: 'refused',
    budget: { limit: null, remaining: null },
  });
});

test('V8: after a lost answer reading tells: 404 is gone', async () => {
  expect(await removeArtifact(431, port(lost, http(404)))).toMatchObject({ how: 'found' });
  expect(await removeArtifact(431, port(http(502), http(404)))).toMatchObject({ how: 'found' });
  expect(await removeArtifact(431, port(lost))).toMatchObject({ kind: 'unknown', isThere: true });
  expect(await removeArtifact(431, port(lost, http(503)))).toMatchObject({
    kind: 'unknown',
    isThere: null,
  });
  expect(await removeArtifact(431, port(http(500)))).toMatchObject({ kind: 'refused' });
});

test('V8: what is gone already is no error', async () => {
  expect(await removeArtifact(431, port(http(404), http(404)))).toMatchObject({ how: 'before' });
});

test('V8: a 404 alone does not say that it is gone: a proxy may forbid DELETE so', async () => {
  expect(await removeArtifact(431, port(http(404)))).toMatchObject({ kind: 'refused' });
  expect(await removeArtifact(431, port(http(404), lost))).toMatchObject({
    kind: 'unknown',
    isThere: null,
  });
});

test('V8: how many are left is said only when the server said it, and not for longer than a day', () => {
  const at = Date.UTC(2026, 10, 21);
  expect(budgetWords(undefined, at)).toContain('unknown until the first one');
  expect(budgetWords({ limit: null, remaining: null, at, deletions: [] }, at)).toContain('unknown');
  expect(budgetWords({ ...left, at, deletions: [] }, at)).toContain('4 of 5 deletions are left');
  expect(budgetWords({ limit: null, remaining: 1, at, deletions: [] }, at)).toContain(
    '1 deletion is left',
  );
  expect(budgetWords({ ...left, at, deletions: [] }, at + 86_400_001)).toContain('unknown');
});

test('V8: a snapshot has a name that every file system takes', () => {
  expect(snapshotName('req #431')).toBe('req-431.json');
  expect(snapshotName('../../x:y #1')).toBe('x-y-1.json');
  expect(snapshotName('#')).toBe('artifact.json');
});
