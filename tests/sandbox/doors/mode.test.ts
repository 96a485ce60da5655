import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { chooseMode, isServerPath } from './mode';

const root = fileURLToPath(new URL('../../..', import.meta.url));

test('Two commands: without a variable the sandbox answers and offers its people', async () => {
  const { server, files } = await chooseMode({}, root);
  expect(server).toMatchObject({ url: '', kind: 'sandbox' });
  expect(server.people?.map((person) => person.username)).toContain('anna');
  // The dev server starts again when one of these changes.
  expect([...files].some((file) => file.endsWith('tests/sandbox/worlds.ts'))).toBe(true);
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

test('the server has its own paths, everything else belongs to the app', () => {
  for (const path of [
    '/api/projects',
    '/api',
    '/uploads/tracker/file/1',
    '/plugins/tracker/attachments/1-a.png',
    '/sandbox/reset',
  ]) {
    expect(isServerPath(path), path).toBe(true);
  }
  for (const path of [
    '/',
    '/apiary',
    '/projects/1',
    '/plugins/git',
    '/parterre.json',
    '/src/api/client.ts',
  ]) {
    expect(isServerPath(path), path).toBe(false);
  }
});
