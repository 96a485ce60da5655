import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Handle } from './nodeHttp';
import { createProxy } from './proxy';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Starts a server on a free port and gives its address. */
async function serve(handle: Handle): Promise<URL> {
  const server = createServer((req, res) => void handle(req, res));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

test('the server is asked without cookies and our host, and its conditions arrive byte for byte', async () => {
  const tuleap = await serve(async (req, res) => {
    let body = '';
    for await (const part of req) body += part;
    res.end(JSON.stringify({ url: req.url, headers: req.headers, body }));
  });
  const door = await serve(createProxy(new URL('/sub/', tuleap)));
  const answer = await fetch(new URL('/api/artifacts/1?query=%7B%7D', door), {
    method: 'PUT',
    body: '{"values":[]}',
    headers: {
      'If-Match': '1700000000',
      Origin: door.origin,
      Cookie: 'a=b',
      'X-Auth-AccessKey': 'k',
    },
  });
  const asked = await answer.json();
  expect(asked.url).toBe('/sub/api/artifacts/1?query=%7B%7D');
  expect(asked.body).toBe('{"values":[]}');
  expect(asked.headers).toMatchObject({
    host: tuleap.host,
    'if-match': '1700000000',
    'x-auth-accesskey': 'k',
    'accept-encoding': 'identity',
  });
  expect(Object.keys(asked.headers)).not.toEqual(expect.arrayContaining(['cookie']));
  expect(Object.keys(asked.headers)).not.toEqual(expect.arrayContaining(['origin']));
});

test('no login box, no second session and no followed redirect; an unquoted ETag stays unquoted', async () => {
  const tuleap = await serve((_, res) => {
    res.writeHead(302, {
      Location: 'https://elsewhere.example/',
      Etag: '1700000000',
      'WWW-Authenticate': 'Basic realm="x',
      'Set-Cookie': 'session=1',
    });
    res.end();
  });
  const door = await serve(createProxy(tuleap));
  const answer = await fetch(new URL('/api/x', door), { redirect: 'manual' });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('etag')).toBe('1700000000');
  expect(answer.headers.get('location')).toBe('https://elsewhere.example/');
  expect(answer.headers.has('www-authenticate')).toBe(false);
  expect(answer.headers.has('set-cookie')).toBe(false);
});

test('an answer that breaks off stays broken off, and a server that is away is a 502 with a sentence', async () => {
  const tuleap = await serve((_, res) => {
    res.writeHead(200, { 'Content-Length': '100' });
    res.write('half', () => res.destroy());
  });
  const door = await serve(createProxy(tuleap));
  await expect(fetch(new URL('/api/x', door)).then((answer) => answer.text())).rejects.toThrow();
  const nowhere = await serve(createProxy(new URL('http://127.0.0.1:1')));
  const answer = await fetch(new URL('/api/x', nowhere));
  expect(answer.status).toBe(502);
  expect((await answer.json()).error.message).toContain('http://127.0.0.1:1 cannot be reached');
});
