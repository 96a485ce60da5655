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
