import { expect, test } from 'vitest';
import { openWorld } from './doors/node';
import { sandboxPeople } from './people';

const anna = { 'X-Auth-AccessKey': sandboxPeople.anna.accessKey };

test('Sandbox: version answers anybody, with the headers of the real server', async () => {
  const { fetch } = openWorld();
  const answer = await fetch('/api/version');
  expect(await answer.json()).toEqual({
    flavor_name: 'Tuleap Enterprise Edition',
    version_number: '17.4',
  });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
    expires: '0',
    'content-language': 'en',
    vary: 'Accept-Encoding, Accept, Sec-Fetch-Site',
  });
});

test('Sandbox: an unknown route is the 404 of Tuleap, a real one that is not played a loud 501', async () => {
  const { fetch } = openWorld();
  const unknown = await fetch('/api/no_such_route', { headers: anna });
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { error: { code: 404, message: 'Not Found' } },
  ]);
  const real = await fetch('/api/system_event', { headers: anna });
  expect(real.status).toBe(501);
});
