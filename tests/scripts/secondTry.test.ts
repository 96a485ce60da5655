import { expect, test } from 'vitest';
import { faultsOf, toTryAgain, withSecondTry } from './secondTry.js';

const file = (name: string, ...results: string[]) => ({
  name,
  status: results.includes('failed') ? 'failed' : 'passed',
  assertionResults: results.map((status) => ({ status })),
});

test('A page test that failed is run once more; one of Node, and a page among many, are not', () => {
  const page = file('src/a.test.tsx', 'passed', 'failed');
  expect(
    toTryAgain([page, file('src/b.test.ts', 'failed'), file('src/c.test.tsx', 'passed')]),
  ).toEqual(['src/a.test.tsx']);
  const many = Array.from({ length: 6 }, (_, at) => file(`src/${at}.test.tsx`, 'failed'));
  expect(toTryAgain(many)).toEqual([]);
});

test('What fails in the second try, and what was not tried again, has failed', () => {
  const files = [file('src/a.test.tsx', 'passed', 'failed'), file('src/b.test.ts', 'failed')];
  const first = { files, count: { passed: 1, failed: 2 } };
  const names = ['src/a.test.tsx'];
  expect(withSecondTry(first, { names, count: { passed: 2, failed: 0 } })).toEqual({
    passed: 2,
    failed: 1,
  });
  expect(withSecondTry(first, { names, count: { passed: 1, failed: 1 } })).toEqual({
    passed: 1,
    failed: 2,
  });
  // A file that does not load has no tests, and counts as one.
  const broken = {
    files: [{ ...file('src/a.test.tsx'), status: 'failed' }],
    count: { passed: 0, failed: 1 },
  };
  expect(withSecondTry(broken, { names, count: { passed: 0, failed: 1 } }).failed).toBeGreaterThan(
    0,
  );
});

test('At the end each test that failed is named with the first line of why', () => {
  const one = file('/p/src/a.test.ts', 'passed', 'failed');
  const failed = {
    ...file('/p/src/b.test.tsx'),
    assertionResults: [
      { status: 'failed', fullName: 'It holds', failureMessages: ['expected 1\n  at b.test.tsx'] },
    ],
  };
  const broken = { ...file('/p/src/c.test.ts'), status: 'failed', message: 'No such module\nat c' };
  expect(faultsOf([one, failed, broken, file('/p/src/d.test.ts', 'passed')], '/p')).toEqual([
    'src/a.test.ts',
    'src/b.test.tsx › It holds › expected 1',
    'src/c.test.ts › No such module',
  ]);
});
