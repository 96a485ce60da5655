import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { answerWith, type Respond } from './nodeHttp';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(respond: Respond): Promise<string> {
  const handle = answerWith(respond);
  const server = createServer((req, res) => void handle(req, res));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/x`;
}

test('method, headers and body arrive, status, headers and body come back', async () => {
  const url = await serve(async (request) => {
    const said = `${request.method} ${request.headers.get('x-a')} ${await request.text()}`;
    return new Response(said, {
      status: 201,
      headers: { Etag: '17' },
    });
  });
  const answer = await fetch(url, { method: 'PUT', body: 'text', headers: { 'x-a': 'b' } });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('etag')).toBe('17');
  expect(await answer.text()).toBe('PUT b text');
});

test('an unreachable server is a broken connection, and a broken body breaks off', async () => {
  const away = await serve(() => {
    throw Object.assign(new Error('away'), { name: 'Unreachable' });
  });
  await expect(fetch(away)).rejects.toThrow();
  const cut = await serve(() => {
    let count = 0;
    const body = new ReadableStream({
      pull(stream) {
        if (count++ === 0) stream.enqueue(new TextEncoder().encode('half'));
        else stream.error(new Error('cut'));
      },
    });
    return new Response(body);
  });
  await expect(fetch(cut).then((answer) => answer.text())).rejects.toThrow();
});

test('a fault of ours is a 500 in the envelope and a stack on the terminal', async () => {
  const terminal = vi.spyOn(console, 'error').mockImplementation(() => {});
  const url = await serve(() => {
    throw new Error('slip');
  });
  const answer = await fetch(url);
  expect(answer.status).toBe(500);
  expect((await answer.json()).error.message).toContain('slip');
  expect(terminal).toHaveBeenCalledOnce();
});

test('a browser that goes away aborts the request', async () => {
  let aborted: Promise<void> | undefined;
  const url = await serve((request) => {
    aborted = new Promise((resolve) => request.signal.addEventListener('abort', () => resolve()));
    return aborted.then(() => new Response());
  });
  const leave = new AbortController();
  const asked = fetch(url, { signal: leave.signal });
  await vi.waitFor(() => expect(aborted).toBeDefined());
  leave.abort();
  await expect(asked).rejects.toThrow();
  await aborted;
});
