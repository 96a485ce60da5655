import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { explain } from '~/api/explain';
import { racesWorld } from '../races/racesWorld';
import { randomFor } from '../sandbox/seed/random';
import { type Fault, faults, openNetwork } from './network';
import { operations } from './operations';
import { keepSignedIn } from './signedInAgain';
import type { Ending, Wish } from './wish';

/** `npm run test:faults` takes every cell; `npm test` one in four of them, chosen by the seed. */
const EVERY = process.env.FAULTS === 'all';
const SEED = Number(process.env.SEED ?? 20_261_121);

/** What the person can go by: an error that is said in words, with a title and what to do. */
function isNamed(ending: Ending): boolean {
  if (ending.kind === 'done' || ending.kind === 'conflict') return true;
  if (!ending.error) return ending.kind === 'not';
  return explain(ending.error).title.trim() !== '';
}

/** Tries until it is done, as a patient person does. */
async function persist(wish: Wish, first: Ending): Promise<Ending> {
  let ending = first;
  for (let tries = 0; ending.kind !== 'done' && tries < 3; tries += 1)
    ending = await wish.attempt();
  return ending;
}

async function cell(fault: Fault, wish: Wish): Promise<string[]> {
  const first = await wish.attempt();
  const wrong: string[] = [];
  const after = wish.count();
  if (!isNamed(first)) wrong.push('no words');
  // Nobody else is there: a fault is no version of anybody (features X9).
  if (first.kind === 'conflict') wrong.push('a conflict with nobody');
  if (first.kind === 'done' && after !== 1) wrong.push(`told done, there ${after} times`);
  if (first.kind === 'not' && after !== 0) wrong.push(`told not done, there ${after} times`);
  const last = await persist(wish, first);
  if (last.kind !== 'done') wrong.push(`never done: ${JSON.stringify(last)}`);
  if (wish.count() !== 1) wrong.push(`there ${wish.count()} times in the end`);
  return wrong.map((what) => `${fault.name}: ${what}`);
}

beforeEach(keepSignedIn);

/** Planned writes that no save of a person's work goes through, and where what becomes of them is tried. */
const elsewhere: Readonly<Record<string, string>> = {
  createTokenWrite: 'src/api/signIn/',
  deleteTokenWrite: 'src/api/signIn/',
  createAccessKeyWrite: 'src/api/signIn/',
  deleteAccessKeyWrite: 'src/api/signIn/',
  deleteTemporaryFileWrite: 'src/attachments/upload/',
  checkNewProjectWrite: 'src/projects/new/makeProject.test.ts',
  createProjectWrite: 'src/projects/new/makeProject.test.ts',
};

test('G6: every write that the app plans is an operation under faults, or is named as tried elsewhere', () => {
  const files = readdirSync('src/api', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const planned = files.flatMap((file) =>
    [...readFileSync(`src/api/${file}`, 'utf8').matchAll(/^export function (\w+Write)\b/gm)].map(
      ([, name = '']) => name,
    ),
  );
  const tried = new Set(operations.flatMap(({ writes }) => writes));
  const missing = planned.filter((name) => !tried.has(name) && !(name in elsewhere));
  expect(missing).toEqual([]);
  expect([...tried].filter((name) => !planned.includes(name))).toEqual([]);
});

test.each(operations)(
  'G6: $name under every fault at each request is there once or said',
  async (operation) => {
    const world = racesWorld();
    const network = openNetwork(world.open.fetch);
    const random = randomFor(SEED);
    const calm = await operation.prepare(world, 'calm');
    network.arm(null);
    expect(await calm.attempt()).toEqual({ kind: 'done' });
    const requests = [...network.sent];
    expect(calm.count()).toBe(1);
    const wrong: string[] = [];
    let cells = 0;
    for (const [place, line] of requests.entries()) {
      for (const fault of faults) {
        if (!EVERY && !random.chance(0.25)) continue;
        cells += 1;
        const wish = await operation.prepare(world, `m${place}x${cells}`);
        network.arm(fault, place);
        wrong.push(...(await cell(fault, wish)).map((what) => `${place} ${line}: ${what}`));
      }
    }
    process.stdout.write(
      `faults, ${operation.name}: ${cells} cells, ${requests.length} requests, SEED=${SEED}\n`,
    );
    expect(wrong).toEqual([]);
  },
  120_000,
);
