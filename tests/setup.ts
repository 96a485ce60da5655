import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest';
import { endAllSessions } from '~/api/session';

// `npm run test:laws`: every property on so many values, from the seed that is printed.
const runs = Number(process.env.LAW_RUNS ?? '');
if (runs > 0) fc.configureGlobal({ numRuns: runs, seed: Number(process.env.SEED) });

/** What a person would find in the console is a fault of ours: React's warnings come this way too. */
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      said.push(`console.${method}: ${parts.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  expect(said).toEqual([]);
});

// The files of a worker share one set of modules and globals: what a file put there goes with it.
afterAll(() => {
  vi.unstubAllGlobals();
  // A clock that stands still would let every later file wait for what comes by it.
  vi.useRealTimers();
  endAllSessions();
});
