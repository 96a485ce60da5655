import { expect, test } from 'vitest';
import { type OpenWorld, openWorld } from '../doors/node';
import { sandboxPeople } from '../people';
import { isNetwork, type Network, networkNames } from './names';
import { placeOf } from './place';

const { anna } = sandboxPeople;
const signedIn = { 'X-Auth-AccessKey': anna.accessKey };

/** One world for all that only reads: what stands in front of it is in the name of the host. */
function behind(...names: Network[]): OpenWorld {
  return openWorld([...names, 'network-reads'].join('-'));
}

async function etagBehind(...names: Network[]): Promise<string | null> {
  const answer = await behind(...names).browse('/api/artifacts/431', { headers: signedIn });
  expect(answer.status).toBe(200);
  return answer.headers.get('etag');
}

test('Sandbox networks: the host names them from the browser on, and the world behind them', () => {
  const at = (host: string) => placeOf(new URL(`http://${host}:5173/`), new Headers());
  expect(at('acme.localhost')).toEqual({ world: 'acme', networks: [] });
  expect(at('far-acme.localhost')).toEqual({ world: 'acme', networks: ['far'] });
  expect(at('far-gzip-my-world.localhost')).toEqual({
    world: 'my-world',
    networks: ['far', 'gzip'],
  });
  expect(at('localhost')).toEqual({ world: 'default', networks: [] });
  const named = placeOf(
    new URL('http://localhost/'),
    new Headers({ 'x-sandbox-world': 'slow-w1' }),
  );
  expect(named).toEqual({ world: 'w1', networks: ['slow'] });
});

test('D1: from another origin the ETag cannot be read, and no condition can be sent', async () => {
  const open = openWorld();
  const url = `${open.farOrigin}/api/artifacts/431`;
  const answer = await open.browse(url, { headers: signedIn });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('etag')).toBeNull();
  expect(answer.headers.get('date')).toBeNull();
  expect(answer.headers.get('last-modified')).toMatch(/GMT$/);
  const near = await open.browse('/api/artifacts/431', { headers: signedIn });
  expect(near.headers.get('etag')).toMatch(/^\d+$/);
  expect(near.headers.get('access-control-allow-origin')).toBeNull();
  for (const condition of ['If-Match', 'If-Unmodified-Since']) {
    const conditional = { method: 'PUT', headers: { ...signedIn, [condition]: '1' }, body: '{}' };
    await expect(open.browse(url, conditional), condition).rejects.toThrow('Failed to fetch');
  }
});

test.each([
  'users/self',
  'users/102/membership',
  'user_groups/122_3/users',
  'trackers/81/used_artifact_links',
])('D1: from another origin the preflight of %s fails', async (path) => {
  const open = behind();
  const ask = open.browse(`${open.farOrigin}/api/${path}`, { headers: signedIn });
  await expect(ask).rejects.toThrow('Failed to fetch');
  expect((await open.browse(`/api/${path}`, { headers: signedIn })).status).toBe(200);
});

test('D1: from another origin a page has its size, a token its owner, and edits are seen on both sides', async () => {
  const open = openWorld();
  const page = await open.browse(`${open.farOrigin}/api/projects?limit=2`, { headers: signedIn });
  expect(Number(page.headers.get('x-pagination-size'))).toBeGreaterThan(2);
  expect(page.headers.get('x-pagination-offset')).toBeNull();
  const me = await open.browse(`${open.farOrigin}/api/users/102`, { headers: signedIn });
  expect(await me.json()).toMatchObject({ username: 'anna' });
  const nocors = behind('nocors');
  await expect(nocors.browse(`${nocors.farOrigin}/api/version`)).rejects.toThrow('Failed to fetch');
  const preferences = {
    method: 'PATCH',
    headers: { ...signedIn, 'content-type': 'application/json' },
  };
  await open.browse(`${open.farOrigin}/api/users/102/preferences`, {
    ...preferences,
    body: JSON.stringify({ key: 'seen', value: 'both' }),
  });
  const near = await open.browse('/api/users/102/preferences?key=seen', { headers: signedIn });
  expect(await near.json()).toMatchObject({ value: 'both' });
});

test('D3: what proxies do to the ETag', async () => {
  expect(await etagBehind()).toMatch(/^\d+$/);
  expect(await etagBehind('gzip')).toMatch(/^\d+-gzip$/);
  expect(await etagBehind('weak')).toMatch(/^W\/"\d+"$/);
  expect(await etagBehind('quoted')).toMatch(/^"\d+"$/);
  expect(await etagBehind('gzip', 'weak')).toMatch(/^\d+-gzip$|^W\/"\d+"-gzip$/);
  expect(await etagBehind('noetag')).toBeNull();
  expect(await etagBehind('compress')).toBeNull();
});

test('D3: a condition that a proxy mangled or dropped meets the server as it would', async () => {
  const put = async (open: OpenWorld, condition: Record<string, string>) => {
    const headers = { ...signedIn, 'content-type': 'application/json', ...condition };
    const body = JSON.stringify({ values: [] });
    return (await open.browse('/api/artifacts/431', { method: 'PUT', headers, body })).status;
  };
  const etag = (await etagBehind()) ?? '';
  expect(await put(behind(), { 'If-Match': etag })).toBe(200);
  expect(await put(behind('gzip'), { 'If-Match': `${etag}-gzip` })).toBe(412);
  expect(await put(behind('unmatched'), { 'If-Match': '1' })).toBe(200);
  const since = { 'If-Unmodified-Since': new Date(0).toUTCString() };
  expect(await put(behind(), since)).toBe(412);
  expect(await put(behind('unsince'), since)).toBe(200);
});

test('Sandbox networks: login window, clock, HTML instead of JSON, 502, compression', async () => {
  expect((await behind().browse('/api/users/self')).headers.has('www-authenticate')).toBe(false);
  const challenged = await behind('challenge').browse('/api/users/self');
  expect(challenged.headers.get('www-authenticate')).toContain('Basic realm=');
  const date = async (...names: Network[]) =>
    Date.parse((await behind(...names).browse('/api/version')).headers.get('date') ?? '');
  expect((await date('skew')) - (await date())).toBeGreaterThan(400_000);
  const login = await behind('login').browse('/api/version');
  expect([login.status, login.headers.get('content-type')]).toEqual([200, 'text/html']);
  expect((await behind('down').browse('/api/version')).status).toBe(502);
  const compressed = await behind('compress').browse('/api/version');
  expect(compressed.headers.get('content-encoding')).toBe('gzip');
  expect(await compressed.json()).toMatchObject({ version_number: '17.4' });
});

test('Sandbox networks: what is refused on the way', async () => {
  const head = { method: 'HEAD', headers: { ...signedIn, 'Tus-Resumable': '1.0.0' } };
  const tus = async (...names: Network[]) =>
    behind(...names).browse('/uploads/tracker/file/1', head);
  expect((await tus()).headers.get('tus-resumable')).toBe('1.0.0');
  expect((await tus('notus')).status).toBe(405);
  expect((await tus('apionly')).status).toBe(200);
  const file = '/plugins/tracker/attachments/1-a.png';
  expect((await behind('nofiles').browse(file)).status).toBe(403);
  expect((await behind('apionly').browse(file)).headers.get('content-type')).toBe('text/html');
  const post = (body: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect((await behind('notokens').browse('/api/tokens', post('{}'))).status).toBe(403);
  const large = post(JSON.stringify('x'.repeat(1_048_576)));
  expect((await behind('smallbody').browse('/api/tokens', large)).status).toBe(413);
  expect((await behind('smallbody').browse('/api/tokens', post('{}'))).status).toBe(400);
  const basic = { headers: { Authorization: `Basic ${btoa(`anna:${anna.password}`)}` } };
  expect((await behind().browse('/api/users/self', basic)).status).toBe(200);
  expect((await behind('nobasic').browse('/api/users/self', basic)).status).toBe(401);
  const files = await behind('smallchunks').browse('/api/artifact_temporary_files', {
    headers: signedIn,
  });
  expect(files.headers.get('x-upload-max-file-chunksize')).toBe('65536');
});

test('Sandbox networks: POST /sandbox/network puts them before a world, or says which there are', async () => {
  const open = openWorld();
  const put = (names: unknown) =>
    open.fetch('/sandbox/network', { method: 'POST', body: JSON.stringify({ names }) });
  expect((await put(['down'])).status).toBe(200);
  expect((await open.browse('/api/version')).status).toBe(502);
  await put([]);
  expect((await open.browse('/api/version')).status).toBe(200);
  const wrong = await put(['fog']);
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('gzip');
  expect(networkNames.every(({ name, says }) => isNetwork(name) && says.endsWith('.'))).toBe(true);
});
