// Puts each defect of `list.js` into a copy of the project and looks whether the test named for it fails.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, root, runIn } from '../scripts/run.js';
import { mutants } from './list.js';

/** @typedef {import('./list.js').Mutant} Mutant */
/** @typedef {{ failed: string[], passed: string[] }} Report */

const parts = ['src', 'tests', 'public', 'package.json', 'tsconfig.json', 'vite.config.ts'];

/** @param {string} folder */
function copyInto(folder) {
  for (const part of [...parts, 'index.html']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

/** What regular expressions mean something by, taken literally.
 * @param {string} text
 */
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The titles of the tests that ran, by how they ended; a file that does not load is one that failed under its own name.
 * @param {string} path
 * @param {string} test
 * @returns {Report}
 */
function readReport(path, test) {
  /** @type {{ testResults: { status: string, assertionResults: { status: string, title: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.filter(({ status }) => status === 'failed').map(({ title }) => title);
  const passed = all.filter(({ status }) => status === 'passed').map(({ title }) => title);
  return all.length === 0 ? { failed: [`${test} does not load`], passed } : { failed, passed };
}

/** Runs the one test of a mutant in the copy.
 * @param {string} folder
 * @param {Mutant} mutant
 */
async function runTest(folder, { test, title }) {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const options = ['run', test, '-t', literally(title), '--maxWorkers=1'];
  const reporters = ['--reporter=json', `--outputFile.json=${report}`];
  await runIn(folder, [bin('vitest'), ...options, ...reporters]);
  return readReport(report, test);
}

/** "caught", or why not.
 * @param {string} folder
 * @param {Mutant} mutant
 */
async function tryOut(folder, mutant) {
  const path = join(folder, mutant.file);
  const sound = readFileSync(path, 'utf8');
  if (sound.split(mutant.search).length !== 2) return 'its text does not stand once in the file';
  const before = await runTest(folder, mutant);
  if (before.failed.length > 0 || before.passed.length === 0) return 'its test fails without it';
  writeFileSync(
    path,
    sound.replace(mutant.search, () => mutant.replace),
  );
  const after = await runTest(folder, mutant);
  writeFileSync(path, sound);
  if (after.failed.some((title) => title.includes(mutant.title))) return 'caught';
  return after.failed[0] ?? 'survived';
}

/** Tries all out, or those whose name holds `wanted`; prints a table.
 * @param {string} wanted
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function tryMutants(wanted = '') {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-mutants-'));
  copyInto(folder);
  const count = { passed: 0, failed: 0 };
  for (const mutant of mutants.filter(({ name }) => name.includes(wanted))) {
    const result = await tryOut(folder, mutant);
    count[result === 'caught' ? 'passed' : 'failed'] += 1;
    console.log(`${result === 'caught' ? '✓' : '✗'} ${mutant.name} | ${result} | ${mutant.test}`);
  }
  rmSync(folder, { recursive: true, force: true });
  return count;
}
