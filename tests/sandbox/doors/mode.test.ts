import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './csp';
import { chooseMode, isServerPath } from './mode';
import { serverList } from './servers';

const root = fileURLToPath(new URL('../../..', import.meta.url));

test('Two commands: without a variable the sandbox answers and offers its people', async () => {
  const { server, files } = await chooseMode({}, root);
  expect(server).toMatchObject({ url: '', kind: 'sandbox' });
  expect(server.people?.map((person) => person.username)).toContain('anna');
  // The dev server starts again when one of these changes.
  expect([...files].some((file) => file.endsWith('tests/sandbox/worlds.ts'))).toBe(true);
});

test('D1: the sandbox also answers at another origin, which the list and the policy name', async () => {
  const mode = await chooseMode({}, root);
  const listed = (page: string) => serverList(mode, '/nowhere', new URL(page)).servers;
  const urls = listed('http://gzip-w1.localhost:5173').map(({ url }) => url);
  expect(urls).toEqual(['', '', 'http://far-gzip-w1.localhost:5173']);
  expect(contentSecurityPolicy(urls)).toContain(
    "connect-src 'self' http://far-gzip-w1.localhost:5173;",
  );
  expect(listed('http://localhost').at(-1)?.url).toBe('http://far-default.localhost');
});

test('Two commands: TULEAP_URL names the real server, and must be an address', async () => {
  const { server } = await chooseMode({ TULEAP_URL: 'https://tuleap.example.org/x' }, root);
  expect(server).toEqual({
    id: 'tuleap.example.org',
    label: 'tuleap.example.org',
    url: '',
    color: 'purple',
    kind: 'tuleap',
  });
  await expect(chooseMode({ TULEAP_URL: 'tuleap.example.org' }, root)).rejects.toThrow(
    'not an address',
  );
  await expect(chooseMode({ TULEAP_URL: 'ftp://x' }, root)).rejects.toThrow('not an address');
});

test('Two commands: a folder without recordings, or two modes at once, is said so', async () => {
  await expect(chooseMode({ PARTERRE_REPLAY: '/nowhere' }, root)).rejects.toThrow('does not exist');
  await expect(chooseMode({ PARTERRE_REPLAY: 'a', TULEAP_URL: 'https://b' }, root)).rejects.toThrow(
    'not both',
  );
});

test('B1: BLUEPRINT_URL puts a Blueprint beside the chosen server; the sandbox brings its own', async () => {
  const sandbox = await chooseMode({}, root);
  expect(sandbox.blueprint).toMatchObject({ kind: 'blueprint', url: '', path: '/blueprint-api' });
  const address = 'https://production.blueprintcloud.com';
  const real = await chooseMode({ BLUEPRINT_URL: address }, root);
  expect(real.server.kind).toBe('sandbox');
  expect(real.blueprint).toEqual({
    id: 'production.blueprintcloud.com',
    label: 'production.blueprintcloud.com',
    url: '',
    path: '/blueprint-api',
    color: 'orange',
    kind: 'blueprint',
  });
  const tuleap = { TULEAP_URL: 'https://tuleap.example.org' };
  expect((await chooseMode(tuleap, root)).blueprint).toBeUndefined();
  await expect(chooseMode({ BLUEPRINT_URL: 'blueprint' }, root)).rejects.toThrow('BLUEPRINT_URL');
});

test('B1: what is asked below /blueprint-api reaches the real Blueprint without that prefix', async () => {
  const asked: string[] = [];
  const upstream = createServer((req, res) => {
    asked.push(`${req.method} ${req.url} ${req.headers.authorization}`);
    res.end('[]');
  });
  await new Promise<void>((done) => upstream.listen(0, done));
  const { port } = upstream.address() as AddressInfo;
  const { handle } = await chooseMode({ BLUEPRINT_URL: `http://localhost:${port}/base` }, root);
  const door = createServer((req, res) => void handle(req, res));
  await new Promise<void>((done) => door.listen(0, done));
  const at = (door.address() as AddressInfo).port;
  try {
    const answer = await fetch(`http://localhost:${at}/blueprint-api/api/v1/projects?limit=1`, {
      headers: { Authorization: 'BlueprintToken abc' },
    });
    expect(await answer.text()).toBe('[]');
    expect(asked).toEqual(['GET /base/api/v1/projects?limit=1 BlueprintToken abc']);
    expect((await fetch(`http://localhost:${at}/api/version`)).status).toBe(200);
  } finally {
    door.close();
    upstream.close();
  }
});

test('the server has its own paths, everything else belongs to the app', () => {
  for (const path of [
    '/api/projects',
    '/api',
    '/uploads/tracker/file/1',
    '/plugins/tracker/attachments/1-a.png',
    '/sandbox/reset',
    '/blueprint-api/api/v1/projects',
  ]) {
    expect(isServerPath(path), path).toBe(true);
  }
  for (const path of [
    '/',
    '/apiary',
    '/blueprint/projects/1/artifacts',
    '/projects/1',
    '/plugins/git',
    '/parterre.json',
    '/src/api/client.ts',
  ]) {
    expect(isServerPath(path), path).toBe(false);
  }
});
