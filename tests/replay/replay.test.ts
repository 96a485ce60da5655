import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReplay, type Exchange, readExchanges } from './replay';

function recorded(
  path: string,
  body: unknown,
  more: { method?: string; status?: number } = {},
): Exchange {
  return {
    request: { method: more.method ?? 'GET', path },
    response: {
      status: more.status ?? 200,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-encoding': 'gzip',
        'transfer-encoding': 'chunked',
        connection: 'keep-alive',
        etag: '1700000000',
      },
      body,
    },
  };
}

const replay = createReplay([
  recorded('/api/projects?limit=50&offset=0', 'refused', { status: 401 }),
  recorded('/api/projects?limit=50&offset=0', 'first page'),
  recorded('/api/projects?limit=50&offset=50', 'second page'),
  recorded('/api/projects?limit=50&offset=0&order=desc', 'reversed'),
  recorded('/api/artifacts/21', '', { method: 'PUT' }),
  recorded('/api/users/self', { id: 102 }),
]);

async function ask(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string }> {
  const answer = replay(new Request(`http://localhost${path}`, init));
  return { status: answer.status, text: await answer.text() };
}

test('the same method, path and query is answered as recorded, a success before a failure', async () => {
  expect(await ask('/api/projects?offset=0&limit=50')).toEqual({ status: 200, text: 'first page' });
  expect(await ask('/api/projects?limit=50&offset=0&order=desc')).toEqual({
    status: 200,
    text: 'reversed',
  });
});

test('another query falls back to the same path with the same offset, none meaning 0', async () => {
  expect((await ask('/api/projects?limit=20')).text).toBe('first page');
  expect((await ask('/api/projects?offset=50&order=desc')).text).toBe('second page');
  expect((await ask('/api/projects?order=desc')).text).toBe('reversed');
});

test('what was not recorded is a 501 that names it', async () => {
  const answer = await ask('/api/projects?offset=100');
  expect(answer.status).toBe(501);
  expect(JSON.parse(answer.text)).toEqual({
    error: { code: 501, message: 'Not recorded: GET /api/projects?offset=100' },
  });
});

test('a write is answered only when it was recorded', async () => {
  expect(await ask('/api/artifacts/21', { method: 'PUT', body: '{}' })).toEqual({
    status: 200,
    text: '',
  });
  const refused = await ask('/api/artifacts/22', { method: 'PUT', body: '{}' });
  expect(refused.status).toBe(501);
  expect(refused.text).toContain('Recorded answers cannot be changed');
});

test('any well-formed key signs in, another one does not', async () => {
  const withKey = (key: string) => ask('/api/users/self', { headers: { 'X-Auth-AccessKey': key } });
  expect((await withKey('tlp-k1-7.abcdef')).status).toBe(200);
  expect((await withKey('tlp-k1-7')).status).toBe(401);
});

test('headers of the recorded connection are not replayed, the others are', () => {
  const { headers } = replay(new Request('http://localhost/api/users/self'));
  expect([...headers.keys()].sort()).toEqual(['content-type', 'etag']);
});

test('a folder is read with everything below it; files that are no exchange are passed over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  try {
    writeFileSync(join(folder, 'a.json'), JSON.stringify(recorded('/api/version', {})));
    writeFileSync(join(folder, 'index.json'), '[]');
    writeFileSync(join(folder, 'broken.json'), '{');
    writeFileSync(join(folder, 'note.txt'), 'text');
    expect(readExchanges(folder).map((exchange) => exchange.request.path)).toEqual([
      '/api/version',
    ]);
    expect(() => readExchanges(join(folder, 'none'))).toThrow('does not exist');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
