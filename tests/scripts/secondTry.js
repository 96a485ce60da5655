// Page tests share their modules by worker, so a file may fail by what another has left behind. What fails is run once more,
// by itself in a new process, which is printed; what fails there has failed.

/** More failing files than this are no accident. */
const MOST = 5;

/**
 * @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} FileResult
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
