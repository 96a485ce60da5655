import { expect, test, vi } from 'vitest';
import { cutAnswer, neverAnswer, openFetchDoor } from '../../../tests/fetchDoor';
import {
  answering,
  anything,
  crowded,
  fine,
  outcome,
  read,
  status,
  underPolicy,
  unreachable,
  write,
} from '../../../tests/fixtures/setups/policy';
import { download } from '../answers/download';
import { noBody, request } from '../client';
import { loggedRequests } from './log';

underPolicy();

test.each([
  ['no connection', unreachable, 3],
  ['an answer that breaks off', () => cutAnswer('{'), 3],
  ['429', status(429), 3],
  ['500: the deadlock is gone the second time, a fault is not', status(500), 2],
  ['502', status(502), 3],
  ['503', status(503), 3],
  ['504', status(504), 3],
  ['a time-out: the person has waited long enough', neverAnswer, 1],
  ['501', status(501), 1],
  ['403', status(403), 1],
  ['404', status(404), 1],
])('Reading policy: a read that ends in %s is asked in all %#', async (_, answer, tries) => {
  const sent = answering(answer);
  expect(await outcome(read())).not.toBe('read');
  expect(sent).toHaveLength(tries);
  await vi.waitFor(() => expect(loggedRequests()).toHaveLength(tries));
  expect(loggedRequests().map(({ attempt }) => attempt)).toEqual([1, 2, 3].slice(0, tries));
});

test('Reading policy: a device that is offline is not asked again', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const sent = answering(unreachable);
  expect(await outcome(read())).toBe('offline');
  expect(sent).toHaveLength(1);
});

test.each([unreachable, status(429), status(500), status(503), () => cutAnswer('')])(
  'Reading policy: a write goes out once, whatever comes',
  async (answer) => {
    const sent = answering(answer);
    expect(await outcome(write())).not.toBe('read');
    expect(sent).toHaveLength(1);
  },
);

test('Reading policy: it waits longer each time, and never less than the server asked for', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const times: number[] = [];
  answering(() => {
    times.push(Date.now());
    return times.length === 2 ? status(429, { 'retry-after': '2' })() : unreachable();
  });
  await outcome(read());
  expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual([400, 2_800]);
});

test('Reading policy: a longer wait than a person sits out is told at once', async () => {
  const sent = answering(status(429, { 'retry-after': '30' }));
  expect(await outcome(read())).toBe(429);
  expect(sent).toHaveLength(1);
});

test('Reading policy: a caller who gives up while it waits to try again ends it', async () => {
  const sent = answering(status(503));
  const stop = new AbortController();
  const asked = read(stop.signal);
  const ended = expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(1);
  stop.abort();
  await ended;
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
});

test('Reading policy: equal reads under way are one, and one who leaves does not take it from the others', async () => {
  let answer = (_: Response) => {};
  const sent = openFetchDoor(() => new Promise((resolve) => (answer = resolve)));
  const stop = new AbortController();
  const [first, second, third] = [read(stop.signal), read(), read()];
  const left = expect(first).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(1);
  stop.abort();
  await left;
  answer(fine());
  expect([(await second).data, (await third).data]).toEqual([{ id: 1 }, { id: 1 }]);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.init.signal?.aborted).toBe(false);
});

test('Reading policy: when nobody waits any more the request is stopped, and the next one is a new one', async () => {
  const sent = openFetchDoor(neverAnswer);
  const stops = [new AbortController(), new AbortController()];
  const asked = stops.map(({ signal }) => read(signal));
  const ended = asked.map((each) => expect(each).rejects.toMatchObject({ name: 'AbortError' }));
  await vi.advanceTimersByTimeAsync(1);
  for (const stop of stops) stop.abort();
  await Promise.all(ended);
  expect(sent[0]?.init.signal?.aborted).toBe(true);
  const again = read();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveLength(2);
  expect(await outcome(again)).toBe('timeout');
});

test('Reading policy: after a write nobody gets an answer that was on its way before it', async () => {
  const answers: ((response: Response) => void)[] = [];
  const sent = openFetchDoor(({ method }) =>
    method === 'PUT' ? new Response('') : new Promise((resolve) => answers.push(resolve)),
  );
  const before = read();
  await vi.advanceTimersByTimeAsync(1);
  await write();
  const after = read();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']);
  answers[0]?.(Response.json('old'));
  answers[1]?.(Response.json('new'));
  expect([(await before).data, (await after).data]).toEqual(['old', 'new']);
});

test('Reading policy: at most six at a time, the rest in their turn; who leaves the queue is not sent', async () => {
  const answers: ((response: Response) => void)[] = [];
  const sent = openFetchDoor(() => new Promise((resolve) => answers.push(resolve)));
  const stop = new AbortController();
  const asked = Array.from({ length: 9 }, (_, id) =>
    request('GET', `things/${id}`, anything, id === 6 ? { signal: stop.signal } : {}),
  );
  const left = expect(asked[6]).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveLength(6);
  stop.abort();
  await left;
  answers[0]?.(fine());
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map(({ url }) => url.pathname.split('/').pop())).toEqual([...'0123457']);
  for (const answer of answers) answer(fine());
  await vi.advanceTimersByTimeAsync(1);
  answers.at(-1)?.(fine());
  await Promise.all(asked.filter((_, id) => id !== 6));
  expect(sent).toHaveLength(8);
});

test('Reading policy: uploads that hang leave places for reads', async () => {
  const sent = openFetchDoor((each) => (each.method === 'GET' ? fine() : neverAnswer(each)));
  const hanging = Array.from({ length: 8 }, (_, id) =>
    request('PUT', `artifact_temporary_files/${id}`, noBody, { body: {} }),
  );
  expect((await read()).data).toEqual({ id: 1 });
  expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(3);
  const ended = Promise.allSettled(hanging);
  await vi.runAllTimersAsync();
  expect((await ended).map(({ status: how }) => how)).toEqual(Array(8).fill('rejected'));
});

test('Reading policy: the time limit grows with what is sent, and the queue does not count', async () => {
  answering(neverAnswer);
  const long = request('PUT', 'files/1', noBody, { body: { content: 'x'.repeat(1_400_000) } });
  const begun = Date.now();
  let end = 0;
  const ended = long.catch((error: unknown) => {
    end = Date.now() - begun;
    return error;
  });
  await vi.runAllTimersAsync();
  expect(await ended).toMatchObject({ reason: 'timeout' });
  expect(end).toBe(121_000);
});

test('Reading policy: a file that waits for its turn is not lost for its silence', async () => {
  const { end } = crowded();
  const asked = download('/plugins/1');
  await vi.advanceTimersByTimeAsync(60_000);
  await end();
  expect((await asked).status).toBe(200);
});
