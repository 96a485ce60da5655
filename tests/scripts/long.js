// The long forms of tests that `npm test` runs in a short one: `node tests/scripts/long.js races`. Seeded; `SEED=n` replays.
// The last line is `N passed, N failed`.
import { randomInt } from 'node:crypto';
import { tryMutants } from '../mutants/mutate.js';
import { bin, playwright, run, vitest } from './run.js';

const seed = process.env.SEED ?? String(randomInt(1, 1_000_000_000));
const env = { ...process.env, SEED: seed };

/** @typedef {import('./run.js').Count} Count */

/** Over the app as it is now.
 * @param {string} file `''` for all of them
 * @param {Record<string, string>} more
 */
async function browser(file, more) {
  await run([bin('vite'), 'build', '--logLevel', 'warn']);
  return playwright(file === '' ? [] : [file], { ...more, ...env });
}

/** @type {Record<string, () => Promise<Count>>} */
const forms = {
  races: () => vitest(['tests/races/races.test.ts'], { RACES: '10000', ...env }),
  browser: () => browser('', {}),
  tabs: () => browser('e2e/races', { TAB_RACES: '200' }),
  unclear: () => vitest(['tests/faults/unclear.test.ts'], { UNCLEAR: '2000', ...env }),
  kills: () => vitest(['tests/kills/'], { KILLS: process.env.KILLS ?? '25', ...env }),
  laws: () => vitest(['--project', 'unit'], { LAW_RUNS: '3000', ...env }),
  mutants: () => tryMutants(process.argv[3]),
  faults: () => vitest(['tests/faults/matrix.test.ts'], { FAULTS: 'all', ...env }),
};

async function main() {
  const [, , name = ''] = process.argv;
  const form = forms[name];
  if (!form) throw new Error(`One of: ${Object.keys(forms).join(', ')}`);
  console.log(`${name}, SEED=${seed}`);
  const start = performance.now();
  const { passed, failed } = await form();
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`\n${name}, SEED=${seed}: ${seconds} s\n\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
