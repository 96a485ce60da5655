// What the scripts share: starting a program of ours, and counting what its tests reported.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.js';
import { faultsOf, toTryAgain, withSecondTry } from './secondTry.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const reports = mkdtempSync(join(tmpdir(), 'parterre-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {Count & { faults: string[], firstTries: string[] }} Outcome The counts, and a line for each test that failed, in the end or at its first try. */

/** The program that a package brings under this name.
 * @param {string} name
 * @param {string} [program]
 */
export function bin(name, program = name) {
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
export function run(command, env = {}) {
  return runIn(root, command, env);
}

/**
 * The same in another folder: a copy of this project.
 * @param {string} cwd
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>}
 */
export function runIn(cwd, [program = '', ...options], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', program, ...options], {
      cwd,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** @param {boolean} isOk @returns {Count} */
export function one(isOk) {
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

/**
 * @param {string[]} options
 * @param {Record<string, string>} env
 */
async function vitestOnce(options, env) {
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  const isOk = await run(
    [
      bin('vitest'),
      'run',
      // Its default leaves one core idle: half of a machine with two.
      '--maxWorkers=100%',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...options,
    ],
    env,
  );
  const result = readReport(report);
  const count = { passed: result?.numPassedTests ?? 0, failed: result?.numFailedTests ?? 0 };
  const files = result?.testResults ?? [];
  return { count: atLeastOne(count, isOk), files };
}

/** Runs vitest with these options (all tests, without any), page tests that failed once more, and counts.
 * @param {string[]} [options]
 * @param {Record<string, string>} [env]
 * @returns {Promise<Outcome>}
 */
export async function vitest(options = [], env = {}) {
  const first = await vitestOnce(options, env);
  // The long forms are asked for by name: what fails there is looked at.
  const names = options.length > 0 ? [] : toTryAgain(first.files);
  if (names.length === 0) {
    return { ...first.count, faults: faultsOf(first.files, root), firstTries: [] };
  }
  console.log(
    `\nOnce more, by themselves: ${names.map((name) => relative(root, name)).join(', ')}`,
  );
  const second = await vitestOnce(names, env);
  /** @param {import('./secondTry.js').FileResult} file */
  const isOnce = ({ name }) => !names.includes(name);
  return {
    ...withSecondTry(first, { names, count: second.count }),
    faults: faultsOf([...first.files.filter(isOnce), ...second.files], root),
    firstTries: faultsOf(
      first.files.filter((file) => !isOnce(file)),
      root,
    ),
  };
}

/** Runs Playwright with these options over the built app and counts.
 * @param {string[]} [options]
 * @param {Record<string, string>} [env]
 * @returns {Promise<Count>}
 */
export async function playwright(options = [], env = {}) {
  const report = join(reports, 'playwright.json');
  const chromium = ensureChromium();
  const isOk = await run(
    [
      bin('playwright'),
      'test',
      '-c',
      'e2e/playwright.config.ts',
      '--reporter=list,json',
      ...options,
    ],
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env },
  );
  const stats = readReport(report)?.stats;
  const count = {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
  };
  return atLeastOne(count, isOk);
}
