import { expect, test } from 'vitest';
import { askAs } from '../doors/ask';
import { openWorld } from '../doors/node';

const ID = 431;
const said = (body: string) => ({ values: [], comment: { body, format: 'text' } });

/** The statuses of two PUTs that name the same version and are sent at once. */
async function twoAtOnce(name: string): Promise<number[]> {
  const open = openWorld(name);
  const [anna, ben] = [askAs(open, 'anna'), askAs(open, 'ben')];
  const { headers } = await anna(`GET artifacts/${ID}`);
  const etag = headers.get('etag');
  // A faithful world may have dropped it.
  const version: Record<string, string> =
    etag === null
      ? { 'If-Unmodified-Since': headers.get('last-modified') ?? '' }
      : { 'If-Match': etag };
  const both = [
    anna(`PUT artifacts/${ID}`, said('A'), version),
    ben(`PUT artifacts/${ID}`, said('B'), version),
  ];
  return (await Promise.all(both)).map(({ status }) => status);
}

test('Sandbox: two saves over one version both pass in a faithful world, in an ideal one the second is refused', async () => {
  expect(await twoAtOnce('faithful-pair')).toEqual([200, 200]);
  expect((await twoAtOnce('ideal-pair')).sort()).toEqual([200, 412]);
});

test('Sandbox: a faithful world drops one ETag in ten, an ideal one has one for each changeset', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const mode = (body: unknown) =>
    open.fetch('/sandbox/concurrency', { method: 'POST', body: JSON.stringify(body) });
  const etags = async (count: number) => {
    const all: (string | null)[] = [];
    for (let at = 0; at < count; at += 1) {
      all.push((await ask(`GET artifacts/${ID}`)).headers.get('etag'));
    }
    return all;
  };
  expect(await etags(1)).toEqual([expect.stringMatching(/^\d+$/)]);
  await mode({ mode: 'faithful', seed: 5 });
  const dropped = (await etags(200)).filter((etag) => etag === null).length;
  expect(dropped).toBeGreaterThan(8);
  expect(dropped).toBeLessThan(40);
  await mode({ mode: 'ideal' });
  const [first] = await etags(1);
  await ask(`PUT artifacts/${ID}`, said('A'), { 'If-Match': first ?? '' });
  const [second] = await etags(1);
  expect(first).toMatch(/^"changeset-\d+"$/);
  expect(second).not.toBe(first);
  expect((await mode({ mode: 'sometimes' })).status).toBe(400);
});
