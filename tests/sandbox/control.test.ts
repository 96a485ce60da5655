import { expect, test } from 'vitest';
import { askAs } from './doors/ask';
import { openWorld } from './doors/node';

const post = (open: ReturnType<typeof openWorld>, action: string, body: unknown) =>
  open.fetch(`/sandbox/${action}`, { method: 'POST', body: JSON.stringify(body) });

test('Sandbox: worlds know nothing of each other, share a name, and start afresh on reset', async () => {
  const [one, two] = [openWorld(), openWorld()];
  const again = openWorld(one.name);
  await askAs(one, 'anna')('PATCH users/self/preferences', { key: 'k', value: 'v' });
  const read = 'GET users/self/preferences?key=k';
  expect((await askAs(again, 'anna')(read)).body).toEqual({ key: 'k', value: 'v' });
  expect((await askAs(two, 'anna')(read)).body).toEqual({ key: 'k', value: false });
  await post(one, 'reset', {});
  expect((await askAs(one, 'anna')(read)).body).toEqual({ key: 'k', value: false });
});

test('Sandbox: an armed fault meets the calls it names, as often as it says', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  await post(open, 'fault', { match: 'GET projects/122', answer: { status: 503 }, times: 2 });
  expect((await ask('GET projects/131')).status).toBe(200);
  expect((await ask('GET projects/122')).status).toBe(503);
  expect((await ask('GET projects/122')).status).toBe(503);
  expect((await ask('GET projects/122')).status).toBe(200);
});

test('J4: a connection that drops after the write has written', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  await post(open, 'fault', { match: 'PATCH users/*', answer: 'drop-after-write' });
  const lost = ask('PATCH users/self/preferences', { key: 'k', value: 'landed' });
  await expect(lost).rejects.toThrow(TypeError);
  expect((await ask('GET users/self/preferences?key=k')).body).toMatchObject({ value: 'landed' });
});

test('Offline fails, hanging ends with the signal, a cut answer breaks while it is read', async () => {
  const open = openWorld();
  await post(open, 'fault', { match: 'GET version', answer: 'offline' });
  await expect(open.fetch('/api/version')).rejects.toThrow(TypeError);
  await post(open, 'fault', { match: 'GET version', answer: 'hang' });
  const stop = new AbortController();
  const hanging = open.fetch('/api/version', { signal: stop.signal });
  stop.abort();
  await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
  await post(open, 'fault', { match: 'GET version', answer: { cutAt: 5 } });
  const cut = await open.fetch('/api/version');
  expect(cut.status).toBe(200);
  await expect(cut.text()).rejects.toThrow();
});

test('The named faults fail in every world', async () => {
  const ask = askAs(openWorld(), 'anna');
  expect(await ask('GET artifacts/9500')).toMatchObject({ status: 500, body: '' });
  expect((await ask('GET artifacts/9502')).headers.get('content-type')).toBe('text/html');
  expect((await ask('GET artifacts/9429')).headers.get('retry-after')).toBe('30');
  const login = await ask('GET artifacts/9597');
  expect([login.status, login.body]).toEqual([200, expect.stringContaining('<form')]);
  expect((await ask('GET artifacts/9596')).body).toEqual({
    error: "Referer doesn't match host. CSRF tentative ?",
  });
  expect((await ask('GET projects/190')).status).toBe(200);
  expect((await ask('GET projects/190/user_groups')).status).toBe(500);
});

test('Sandbox: the clock of a world can be moved on and set back', async () => {
  const open = openWorld();
  const before = open.world.now();
  await post(open, 'clock', { advance: 3_600_000 });
  expect(open.world.now() - before).toBeGreaterThanOrEqual(3_600_000);
  const set = await (await post(open, 'clock', { now: '2030-01-02T03:04:05Z' })).json();
  expect(set).toMatchObject({ now: expect.stringContaining('2030-01-02T03:04') });
  await post(open, 'clock', {});
  expect(open.world.clockOffset).toBe(0);
});

test('Expired credentials are refused until a password opens new ones', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  await post(open, 'expire', { user: 'anna', times: 1 });
  expect((await ask('GET users/self')).status).toBe(401);
  expect((await ask('GET users/self')).status).toBe(200);
  await post(open, 'expire', { user: 'anna' });
  expect((await ask('GET users/self')).status).toBe(401);
  expect((await askAs(open, 'ben')('GET users/self')).status).toBe(200);
  await post(open, 'expire', { user: 'anna', restore: true });
  expect((await ask('GET users/self')).status).toBe(200);
});

test.each([
  ['nothing', {}, 404],
  ['fault', { match: 'GET' }, 400],
  ['clock', { now: 'soon' }, 400],
  ['expire', { user: 'nobody' }, 400],
])('Sandbox: POST /sandbox/%s with %j is refused in words', async (action, body, status) => {
  const answer = await post(openWorld('shared-reads'), action, body);
  expect([answer.status, await answer.json()]).toEqual([
    status,
    { error: { code: status, message: expect.any(String) } },
  ]);
});
