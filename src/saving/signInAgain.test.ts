import { expect, test } from 'vitest';
import {
  bens,
  benWasFirst,
  change,
  http,
  job,
  landed,
  nothingNew,
  world,
} from '../../tests/fixtures/setups/saves';
import { saveArtifact } from './saveArtifact';
import type { SaveStep } from './steps/steps';

test('J4: after a 401 the look waits for the new sign-in, then "send now?" is asked, and it goes out once more', async () => {
  const { run, sent, steps } = world([nothingNew, nothingNew, landed], [http(401), 'ok'], [true]);
  expect(await run()).toMatchObject({ kind: 'saved', how: 'answered', changeset: { id: 12 } });
  const asked = ['returning', 'asking', 'checking'];
  expect(steps).toEqual(['writing', ...asked, 'writing', 'auditing', 'done']);
  expect(sent).toHaveLength(2);
});

test('J4: "not yet" sends nothing more, and so does a page where nobody can be asked', async () => {
  const { run, sent } = world([nothingNew], [http(401)], [false]);
  expect(await run()).toEqual({ kind: 'held' });
  expect(sent).toHaveLength(1);
  const alone = world([nothingNew], [http(401)]);
  expect(await saveArtifact(job(), alone.port)).toEqual({ kind: 'held' });
  expect(alone.sent).toHaveLength(1);
});

test('J4: the sign-in ended before anything was sent, in the read that comes first: asked as well', async () => {
  for (const isWanted of [true, false]) {
    const { port, sent, steps } = world([nothingNew, nothingNew, landed], ['ok']);
    const first = job({ rebase: () => change });
    const ask = async () => isWanted;
    const options = { ask, isBack: () => true, onStep: (step: SaveStep) => steps.push(step) };
    const outcome = await saveArtifact(first, port, options);
    expect(outcome.kind).toBe(isWanted ? 'saved' : 'held');
    expect(sent).toHaveLength(isWanted ? 1 : 0);
    expect(steps.filter((step) => step === 'asking')).toHaveLength(1);
  }
});

test('J4: while the question stood another tab sent it: found, and not sent again', async () => {
  const { run, sent } = world([nothingNew, landed], [http(401)], [true]);
  expect(await run()).toMatchObject({ kind: 'saved', how: 'found', changeset: { id: 12 } });
  expect(sent).toHaveLength(1);
});

test('J4: while the question stood somebody saved: a conflict, nothing is sent over it', async () => {
  const { run, sent } = world([nothingNew, benWasFirst], [http(401)], [true]);
  expect(await run()).toMatchObject({ kind: 'conflict', since: [bens] });
  expect(sent).toHaveLength(1);
});

test('C4: what landed although a 401 came back is found and not sent again', async () => {
  const { run, sent } = world([landed], [http(401)]);
  expect(await run()).toMatchObject({ kind: 'saved', how: 'found' });
  expect(sent).toHaveLength(1);
});

test('C4: somebody saved while one signed in: a conflict, nothing is sent', async () => {
  const { run, sent } = world([benWasFirst], [http(401)]);
  expect(await run()).toMatchObject({ kind: 'conflict', since: [bens] });
  expect(sent).toHaveLength(1);
});

test('C4: a second 401, and a sign-in that never came, are told as what they are', async () => {
  const twice = world([nothingNew, nothingNew], [http(401), http(401)], [true]);
  expect(await twice.run()).toMatchObject({ kind: 'refused', error: { status: 401 } });
  const never = world([http(401)], [http(401)]);
  expect(await never.run()).toMatchObject({ kind: 'refused', error: { status: 401 } });
  expect(never.sent).toHaveLength(1);
});
