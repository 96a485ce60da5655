import { screen, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { setReadOnly } from '~/api/requests/readOnly';
import { renderAt } from '../../tests/renderAt';
import { sandboxPeople } from '../../tests/sandbox/people';

/** The line of a check, once it has been looked at. */
async function lineOf(title: string): Promise<HTMLElement> {
  const line = (await screen.findByRole('heading', { level: 3, name: title })).closest('li');
  if (!line) throw new Error(`${title} stands in no line`);
  await waitFor(() => expect(line).not.toHaveTextContent('Looking'));
  return line;
}

async function examined(): Promise<HTMLElement> {
  return screen.findByRole('list', { name: 'Result' });
}

test('C3: the doctor runs by itself, names the mangled ETag, what it costs, and marks the lines that mend it', async () => {
  await renderAt('/doctor', { networks: ['gzip'] });
  const etag = await lineOf('ETag');
  expect(etag).toHaveTextContent(/adds -gzip to it: \d+-gzip/);
  expect(etag).toHaveTextContent('Limited');
  expect(within(etag).getByText('Without help').nextElementSibling).toHaveTextContent(/412/);
  expect(within(etag).getByText('To mend it').nextElementSibling).toHaveTextContent(/compression/);
  const code = screen.getByRole('region', { name: 'nginx text' });
  const marked = [...code.querySelectorAll('.doctor-mends')].map((line) => line.textContent);
  expect(marked).toContain('  gzip off;');
  expect(marked.join()).not.toContain('WWW-Authenticate');
  expect(await lineOf('If-Match')).toHaveTextContent('Works');
});

test('C3: from another address it says that conflict detection is in fallback mode and gives the proxy of that server', async () => {
  const { world } = await renderAt('/doctor', { far: true });
  const address = await lineOf('Address');
  const words = 'Conflict detection runs in fallback mode: changeset comparison';
  expect(address).toHaveTextContent(words);
  const how = screen.getByRole('region', { name: 'How saving works here' });
  expect(how).toHaveTextContent(words);
  const code = screen.getByRole('region', { name: 'nginx text' });
  expect(code).toHaveTextContent(`proxy_pass http://far-${world.name}.localhost`);
});

test('C3, C8: with read-only on nothing but reads is sent, and the lines say that they were not tested', async () => {
  setReadOnly(true);
  onTestFinished(() => setReadOnly(false));
  const sent = vi.fn();
  const { user } = await renderAt('/doctor');
  const fetched = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    sent(init?.method ?? 'GET');
    return fetched(input, init);
  });
  await examined();
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await lineOf('If-Match')).toHaveTextContent('Not tested, because read-only is on.');
  expect(await lineOf('Tokens')).toHaveTextContent('Not tested');
  await examined();
  expect(new Set(sent.mock.calls.flat())).toEqual(new Set(['GET']));
});

test('C3: what costs something runs on request only', async () => {
  const { user } = await renderAt('/doctor', { networks: ['nobasic'] });
  expect(await lineOf('Basic')).toHaveTextContent('It costs the server 2 to 3 seconds.');
  await user.click(screen.getByRole('button', { name: /^Test now.*Basic$/ }));
  await waitFor(async () => expect(await lineOf('Basic')).toHaveTextContent('does not reach'));
});

test('C3: the report can be copied, and holds no secret', async () => {
  const { user } = await renderAt('/doctor', { networks: ['weak'] });
  await examined();
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  const report = await navigator.clipboard.readText();
  expect(report).toContain('[Limited] ETag: The proxy marks it as weak (W/) and puts it in quotes');
  expect(report).toContain('Signed in: anna');
  expect(report).toMatch(/GET \/api\/artifacts\/\d+: 200, \d+ ms/);
  const secret = sandboxPeople.anna.accessKey.split('.')[1] ?? '';
  expect(report).not.toContain(secret);
  expect(document.body.innerHTML).not.toContain(secret);
});

test('C3: an artifact named by the person is the one that a save is tried on', async () => {
  const { user, router } = await renderAt('/doctor');
  await examined();
  const field = screen.getByLabelText('Artifact to try a save on');
  await user.type(field, 'abc');
  expect(field).toHaveAccessibleDescription(/not the number of an artifact/);
  await user.clear(field);
  await user.type(field, '431{Enter}');
  await waitFor(() => expect(router.state.location.search).toBe('?artifact=431'));
  await waitFor(async () => expect(await lineOf('If-Match')).toHaveTextContent('#431 was refused'));
});

test('C3: without a sign-in a listed server is examined as far as that goes; another one is not asked', async () => {
  await renderAt('/connect/doctor?server=sandbox-far', { as: null, networks: ['nocors'] });
  expect(await lineOf('Server')).toHaveTextContent('Fails');
  expect(await lineOf('CORS')).toHaveTextContent('Access-Control-Allow-Origin');
  expect(await lineOf('Who am I')).toHaveTextContent('Nobody is signed in');
});

test('C3: a sign-in that comes to no verdict leads to the doctor', async () => {
  const { user, router } = await renderAt('/connect', { as: null, networks: ['login'] });
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  await user.click(await screen.findByRole('link', { name: 'Examine this server' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/connect/doctor'));
  expect(await lineOf('Server')).toHaveTextContent('A page of HTML came instead of JSON');
});
