import { beforeEach, expect, test, vi } from 'vitest';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { putArtifact } from './change';

beforeEach(() => {
  beSignedIn();
  // The app is served by the server itself: only then may it send a condition (features D1).
  vi.stubGlobal('location', { origin: 'https://tuleap.example.org' });
});

function empty(headers: Record<string, string> = {}): Response {
  return new Response('', { headers: { 'content-type': 'application/json', ...headers } });
}

test('The ETag goes out as it came, byte for byte, and the new version comes back', async () => {
  const log = openFetchDoor(() =>
    empty({ etag: '1795225961', 'last-modified': 'Sat, 21 Nov 2026 01:52:41 GMT' }),
  );
  const seen = { etag: '1795225960', lastModified: 'Sat, 21 Nov 2026 01:52:40 GMT' };
  const version = await putArtifact(7, { values: [{ field_id: 1, value: 'x' }] }, seen);
  expect(log[0]?.headers.get('if-match')).toBe('1795225960');
  expect(log[0]?.headers.has('if-unmodified-since')).toBe(false);
  expect(log[0]?.body).toEqual({ values: [{ field_id: 1, value: 'x' }] });
  const date = 'Sat, 21 Nov 2026 01:52:41 GMT';
  expect(version).toEqual({ etag: '1795225961', lastModified: date, storedAt: date });
});

test('Without an ETag the date goes out', async () => {
  const log = openFetchDoor(() => empty());
  await putArtifact(
    7,
    { values: [] },
    { etag: null, lastModified: 'Sat, 21 Nov 2026 01:52:40 GMT' },
  );
  expect(log[0]?.headers.get('if-unmodified-since')).toBe('Sat, 21 Nov 2026 01:52:40 GMT');
  expect(log[0]?.headers.has('if-match')).toBe(false);
});

test('A version without either is never written over', async () => {
  const log = openFetchDoor(() => empty());
  await expect(putArtifact(7, { values: [] }, { etag: null, lastModified: null })).rejects.toThrow(
    /without a version/,
  );
  expect(log).toEqual([]);
});

test('An empty ETag is none', async () => {
  openFetchDoor(() => empty({ etag: '', 'last-modified': 'Sat, 21 Nov 2026 01:52:41 GMT' }));
  const seen = { etag: '1', lastModified: null };
  expect(await putArtifact(7, { values: [] }, seen)).toEqual({
    etag: null,
    lastModified: 'Sat, 21 Nov 2026 01:52:41 GMT',
    storedAt: 'Sat, 21 Nov 2026 01:52:41 GMT',
  });
});

test('An unconditional write is only sent when the caller says so', async () => {
  const log = openFetchDoor(() => empty());
  await putArtifact(7, { values: [] }, 'unconditional');
  expect([...(log[0]?.headers.keys() ?? [])].filter((name) => name.startsWith('if-'))).toEqual([]);
});

test('D1: from another origin no version is kept, as neither condition may be sent back', async () => {
  vi.stubGlobal('location', { origin: 'https://parterre.example.net' });
  openFetchDoor(() => empty({ 'last-modified': 'Sat, 21 Nov 2026 01:52:41 GMT' }));
  expect(await putArtifact(7, { values: [] }, 'unconditional')).toEqual({
    etag: null,
    lastModified: null,
    storedAt: 'Sat, 21 Nov 2026 01:52:41 GMT',
  });
});
