import { file, perFile, type Rule } from './rule';
import { isCode, isTest, type Node, nodesOf, type Source, textOf } from './sources';

/** The one file that hands a write to the client. */
const sender = 'src/api/requests/write.ts';

/** `request(…)` with another first argument than the text `'GET'`: also one whose method is only known when it runs. */
function isUnplanned(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = node.callee as Node;
  if (callee.type !== 'Identifier' || callee.name !== 'request') return false;
  const [method] = node.arguments as Node[];
  return method?.type !== 'Literal' || method.value !== 'GET';
}

/** What is sent unplanned cannot be shown before (features A1). */
const writesArePlanned = perFile({
  name: 'a write is planned as a value and sent with send()',
  about: (path) =>
    isCode(path) && /^src\/(?!api\/blueprint\/)/.test(path) && !isTest(path) && path !== sender,
  find: (source) =>
    nodesOf(source)
      .filter(isUnplanned)
      .map((node) => textOf(source, node).slice(0, 60)),
  bad: [
    file('src/api/svn.ts', "await request('DELETE', x, noBody);"),
    file('src/api/svn.ts', 'await request(method, path, noBody);'),
    file('src/account/a.ts', "request('PUT', 'x', schema, { body });"),
  ],
  good: [
    file('src/api/svn.ts', "await request('GET', x, schema); await send(xWrite(id));"),
    file(sender, 'return request(method, path, schema, options);'),
  ],
});

function names(source: Source): Set<string> {
  return new Set(
    nodesOf(source)
      .filter(({ type }) => type === 'Identifier' || type === 'JSXIdentifier')
      .map(({ name }) => String(name)),
  );
}

/** The functions that a file exports, of these names. */
function exported(source: Source, wanted: RegExp): string[] {
  return nodesOf(source)
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .map(({ declaration }) => declaration as Node | null)
    .filter((node) => node !== null)
    .filter(({ type }) => type === 'FunctionDeclaration')
    .map(({ id }) => String((id as Node).name))
    .filter((name) => wanted.test(name));
}

/** Getting and revoking a token: the request is the secret itself. */
const secretWrites = /^src\/api\/signIn\/tokens\.ts$/;

/**
 * The names that stand where a request is shown: in a file that renders `<ShowRequest>`, or in one whose exported
 * `planned…` function stands in such a file.
 */
function shownNames(sources: readonly Source[]): Set<string> {
  const all = sources.map((source) => ({ source, names: names(source) }));
  const shown = new Set(
    all
      .filter(({ source, names: has }) => source.path.endsWith('.tsx') && has.has('ShowRequest'))
      .flatMap(({ names: has }) => [...has]),
  );
  for (const { source, names: has } of all) {
    if (exported(source, /^planned[A-Z]/).some((name) => shown.has(name))) {
      for (const name of has) shown.add(name);
    }
  }
  return shown;
}

/** "Show the request" exists on every write before it is sent (features A1). */
const writesAreShown: Rule = {
  name: 'every write that can be planned is shown by a <ShowRequest> before it is sent',
  check(sources) {
    const ours = sources.filter(
      ({ path }) => isCode(path) && path.startsWith('src/') && !isTest(path),
    );
    const shown = shownNames(ours.filter(({ path }) => !path.startsWith('src/api/')));
    return ours
      .filter(({ path }) => path.startsWith('src/api/') && !secretWrites.test(path))
      .flatMap((source) =>
        exported(source, /Write$/)
          .filter((name) => !shown.has(name))
          .map((name) => `${source.path}: ${name} is shown nowhere`),
      );
  },
  bad: [
    file('src/api/svn.ts', 'export function lockWrite(id: number) { return id; }'),
    file('src/api/signIn/accessKeys.ts', 'export function keyWrite(id: number) { return id; }'),
  ],
  good: [
    file('src/api/svn.ts', 'export function aWrite() {} export function bWrite() {}'),
    file('src/api/signIn/tokens.ts', 'export function createTokenWrite() {}'),
    file('src/svn/A.tsx', 'const a = <ShowRequest plan={() => [aWrite(), ...plannedB()]} />;'),
    file('src/saving/b.ts', 'export function plannedB() { return [bWrite()]; }'),
  ],
};

/** A builder named otherwise would slip past the rule above. */
const buildersAreNamed = perFile({
  name: 'what send() sends is built by an exported …Write function',
  about: (path) =>
    isCode(path) &&
    /^src\/api\/(?!blueprint\/|client\.ts|requests\/write\.ts)/.test(path) &&
    !isTest(path),
  find: (source) =>
    nodesOf(source)
      .filter(({ type, callee }) => type === 'CallExpression' && (callee as Node).name === 'send')
      .map((node) => (node.arguments as Node[])[0])
      .filter((sent) => {
        const isDirect =
          sent?.type === 'CallExpression' && /Write$/.test(String((sent.callee as Node).name));
        const isNamed = sent?.type === 'Identifier' && exported(source, /Write$/).length > 0;
        return !isDirect && !isNamed;
      })
      .map((sent) => (sent ? textOf(source, sent).slice(0, 60) : 'nothing')),
  bad: [file('src/api/svn.ts', "await send({ method: 'DELETE', path: 'svn/1', schema });")],
  good: [file('src/api/svn.ts', 'export function aWrite() {} await send(aWrite());')],
});

export const writeRules: Rule[] = [writesArePlanned, writesAreShown, buildersAreNamed];
