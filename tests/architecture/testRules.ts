import { calleeName, calls, literals } from './nodes';
import { file, perFile, type Rule } from './rule';
import { isCode, isTest, type Node, textOf } from './sources';

const isTestCode = (path: string) => isCode(path) && (isTest(path) || /^(tests|e2e)\//.test(path));

const noIntercepts = perFile({
  name: 'browser tests meet a server, not page.route',
  about: (path) => isCode(path) && path.startsWith('e2e/'),
  find: (source) =>
    calls(source)
      .filter((node) => (node.callee as Node).type === 'MemberExpression')
      .map(calleeName)
      .filter((name) => /^(route|routeFromHAR|routeWebSocket)$/.test(name)),
  bad: [
    file('e2e/a.e2e.ts', "await page.route('**', stub);"),
    file('e2e/a.ts', "context.routeFromHAR('x');"),
  ],
  good: [file('e2e/a.e2e.ts', "await page.goto('/route');")],
});

const noOwnMocks = perFile({
  name: 'no test mocks a module of ours',
  about: isTestCode,
  find: (source) =>
    calls(source)
      .filter((node) => /^(mock|doMock)$/.test(calleeName(node)))
      .flatMap((node) => literals(node.arguments as Node[]))
      .filter((specifier) => /^[.~]/.test(specifier)),
  bad: [
    file('src/a.test.ts', "vi.mock('~/api/client');"),
    file('src/a.test.ts', "vi.doMock('./b', stub);"),
  ],
  good: [file('src/a.test.ts', "vi.stubGlobal('fetch', world.fetch);")],
});

/** Off for good: `test.skip('…')`. `skipIf(…)` and Playwright's `test.skip(condition, 'why')` depend on what is there. */
function isSwitchedOff(node: Node): boolean {
  const callee = node.callee as Node;
  if (callee.type !== 'MemberExpression') return false;
  if (!/^(test|it|describe|suite)\b/.test(String((callee.object as Node).name ?? ''))) return false;
  const name = calleeName(node);
  const [first, second] = node.arguments as Node[];
  const hasReason =
    first && !/^(Literal|TemplateLiteral)$/.test(first.type) && second?.type !== undefined;
  return /^(only|todo|fails|fixme)$/.test(name) || (name === 'skip' && !hasReason);
}

const nothingSwitchedOff = perFile({
  name: 'no test is switched off or runs alone',
  about: isTestCode,
  find: (source) =>
    calls(source)
      .filter(isSwitchedOff)
      .map((node) => textOf(source, node).slice(0, 60)),
  bad: [
    file('src/a.test.ts', "test.skip('a', () => {});"),
    file('src/a.test.ts', "describe.only('a', () => {});"),
    file('src/a.test.ts', "it.todo('a');"),
    file('e2e/a.e2e.ts', 'test.skip();'),
  ],
  good: [
    file('e2e/a.e2e.ts', "test.skip(!folder, 'no recordings here');"),
    file('src/a.test.ts', "describe.skipIf(!folder)('a', () => {});"),
  ],
});

export const testRules: Rule[] = [noIntercepts, noOwnMocks, nothingSwitchedOff];
