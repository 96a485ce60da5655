// `npm test`: every check, one after another, going on after a failure. `--fast` (npm run check) leaves out build and browser.
// The last line is `N passed, N failed`: every vitest and Playwright test, and 1 for each of types, lint and build.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const reports = mkdtempSync(join(tmpdir(), 'parterre-'));

/** @typedef {{ passed: number, failed: number }} Count */

/** The program that a package brings under this name.
 * @param {string} name
 * @param {string} [program]
 */
function bin(name, program = name) {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin: bins } = require(manifest);
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[program]);
}

/**
 * Runs a program of ours to its end and says whether it succeeded.
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>}
 */
function run([program = '', ...options], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', program, ...options], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** @param {boolean} isOk @returns {Count} */
function one(isOk) {
  return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 };
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** A run that failed although no test did (a file that does not load, an unhandled rejection) counts as one failure.
 * @param {Count} count
 * @param {boolean} isOk
 * @returns {Count}
 */
function atLeastOne(count, isOk) {
  return isOk || count.failed > 0 ? count : { ...count, failed: 1 };
}

async function unitTests() {
  const report = join(reports, 'vitest.json');
  const isOk = await run([
    bin('vitest'),
    'run',
    // Its default leaves one core idle: half of a machine with two.
    '--maxWorkers=100%',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const result = readReport(report);
  const count = { passed: result?.numPassedTests ?? 0, failed: result?.numFailedTests ?? 0 };
  return atLeastOne(count, isOk);
}

async function browserTests() {
  const report = join(reports, 'playwright.json');
  const chromium = ensureChromium();
  const isOk = await run(
    [bin('playwright'), 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  const stats = readReport(report)?.stats;
  const count = {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
  };
  return atLeastOne(count, isOk);
}

const fast = [
  { name: 'Types', run: async () => one(await run([bin('typescript', 'tsc'), '-p', '.'])) },
  {
    name: 'Lint and format',
    run: async () => one(await run([bin('@biomejs/biome', 'biome'), 'ci', '--error-on-warnings'])),
  },
  { name: 'Unit, page, architecture and exchange tests', run: unitTests },
];

const slow = [
  {
    name: 'Build and budgets',
    run: async () => one(await run([bin('vite'), 'build', '--logLevel', 'warn'])),
  },
  { name: 'Browser tests', run: browserTests },
];

async function main() {
  const total = { passed: 0, failed: 0 };
  const lines = [];
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
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
