import { expect, test } from 'vitest';
import { sandboxPeople } from '../people';
import { openWorld } from './node';

const anna = { 'X-Auth-AccessKey': sandboxPeople.anna.accessKey };

test('Sandbox: in a page test the door keeps headers, body, status and pagination', async () => {
  const { fetch, world } = openWorld();
  const answer = await fetch('/api/tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'anna', password: 'wrong' }),
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toContain('Basic realm=');
  expect(await answer.json()).toEqual({
    error: { code: 401, message: 'Unauthorized: Invalid Password Or User Name' },
  });
  expect(world.name).toMatch(/^test-/);
  const first = await fetch(new URL('http://localhost:3000/api/projects?limit=2'), {
    headers: anna,
    credentials: 'omit',
    redirect: 'error',
  });
  expect(first.headers.get('x-pagination-limit')).toBe('2');
});

test('Sandbox: in a page test broken connections and aborts fail as fetch does', async () => {
  const { fetch } = openWorld();
  const arm = (answer: unknown) =>
    fetch('/sandbox/fault', {
      method: 'POST',
      body: JSON.stringify({ match: 'GET version', answer }),
    });
  await arm('offline');
  await expect(fetch('/api/version')).rejects.toThrow(TypeError);
  await arm({ cutAt: 5 });
  const cut = await fetch('/api/version');
  await expect(cut.text()).rejects.toThrow();
  await arm('hang');
  const stop = new AbortController();
  const hanging = fetch('/api/version', { signal: stop.signal });
  stop.abort(new Error('the person left'));
  await expect(hanging).rejects.toThrow('the person left');
});
