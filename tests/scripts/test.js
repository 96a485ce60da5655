// `npm test`: every check, one after another, going on after a failure. `--fast` (npm run check) leaves out build and browser.
// The last line is `N passed, N failed`: every vitest and Playwright test, and 1 for each of types, lint and build.
import { bin, one, playwright, run, vitest } from './run.js';

const fast = [
  { name: 'Types', run: async () => one(await run([bin('typescript', 'tsc'), '-p', '.'])) },
  {
    name: 'Lint and format',
    run: async () => one(await run([bin('@biomejs/biome', 'biome'), 'ci', '--error-on-warnings'])),
  },
  { name: 'Unit, page, architecture and exchange tests', run: () => vitest() },
];

const slow = [
  {
    name: 'Build and budgets',
    run: async () => one(await run([bin('vite'), 'build', '--logLevel', 'warn'])),
  },
  // What a page test holds as well is marked long and left to `npm run test:browser`.
  { name: 'Browser tests', run: () => playwright(['--grep-invert', '@long']) },
];

async function main() {
  const total = { passed: 0, failed: 0 };
  const lines = [];
  const faults = [];
  const firstTries = [];
  for (const step of process.argv.includes('--fast') ? fast : [...fast, ...slow]) {
    console.log(`\n── ${step.name}`);
    const start = performance.now();
    const count = await step.run().catch((fault) => {
      console.error(fault instanceof Error ? fault.message : fault);
      return one(false);
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    lines.push(`${count.failed === 0 ? '✓' : '✗'} ${step.name}: ${seconds} s`);
    total.passed += count.passed;
    total.failed += count.failed;
    if ('faults' in count) faults.push(...count.faults);
    if ('firstTries' in count) firstTries.push(...count.firstTries);
  }
  if (firstTries.length > 0) console.log(`\nFailed at first:\n${firstTries.join('\n')}`);
  if (faults.length > 0) console.log(`\nFailed:\n${faults.join('\n')}`);
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
