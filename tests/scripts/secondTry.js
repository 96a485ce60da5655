// Page tests share their modules by worker, so a file may fail by what another has left behind. What fails is run once more,
// by itself in a new process, which is printed; what fails there has failed.

import { relative } from 'node:path';

/** More failing files than this are no accident. */
const MOST = 5;

/**
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} TestResult
 * @typedef {{ name: string, status: string, message?: string, assertionResults: TestResult[] }} FileResult
 * @typedef {{ passed: number, failed: number }} Count
 */

/** The files of page tests to be run once more, out of a report; none where too many failed.
 * @param {readonly FileResult[]} files
 * @returns {string[]}
 */
export function toTryAgain(files) {
  const failed = files.filter(
    ({ name, status }) => status === 'failed' && /\.test\.tsx$/.test(name),
  );
  return failed.length > MOST ? [] : failed.map(({ name }) => name);
}

/** The count of a run, with what its second try gave in the place of those files.
 * @param {{ files: readonly FileResult[], count: Count }} first
 * @param {{ names: readonly string[], count: Count }} second
 * @returns {Count}
 */
export function withSecondTry({ files, count }, { names, count: again }) {
  const tried = files
    .filter(({ name }) => names.includes(name))
    .flatMap((file) => file.assertionResults);
  const passed = tried.filter(({ status }) => status === 'passed').length;
  const failed = tried.filter(({ status }) => status === 'failed').length;
  return {
    passed: count.passed - passed + again.passed,
    failed: Math.max(0, count.failed - failed) + again.failed,
  };
}

/** A line for each test that failed, or file that did not load: what the end of a long report is read for.
 * @param {readonly FileResult[]} files
 * @param {string} root their paths begin here
 * @returns {string[]}
 */
export function faultsOf(files, root) {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const file = relative(root, name);
    if (failed.length > 0) {
      return failed.map(({ fullName, failureMessages }) =>
        [file, fullName, firstLine(failureMessages?.[0])].filter(Boolean).join(' › '),
      );
    }
    return status === 'failed' ? [[file, firstLine(message)].filter(Boolean).join(' › ')] : [];
  });
}

/** @param {string} [text] */
function firstLine(text = '') {
  return text.trim().split('\n', 1)[0]?.slice(0, 300);
}
