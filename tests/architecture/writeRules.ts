import { file, perFile, type Rule } from './rule';
import { isCode, isTest, type Node, nodesOf, type Source, textOf, within } from './sources';

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

/** The names in a part of a file. */
function namesIn(node: Node): string[] {
  return within(node)
    .filter(({ type }) => type === 'Identifier')
    .map(({ name }) => String(name));
}

/** What stands behind a name in its own file: a function, or the value of a constant. */
function localParts(source: Source): Map<string, Node> {
  return new Map(
    nodesOf(source)
      .filter(({ type }) => type === 'FunctionDeclaration' || type === 'VariableDeclarator')
      .filter(({ id }) => (id as Node | null)?.type === 'Identifier')
      .map((node) => [String((node.id as Node).name), node]),
  );
}

/** The names in `node`, and in what they stand for in the same file. */
function reachedFrom(node: Node, source: Source): Set<string> {
  const local = localParts(source);
  const reached = new Set<string>();
  const left = namesIn(node);
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const part = local.get(name);
    if (part) left.push(...namesIn(part));
  }
  return reached;
}

/** The JSX elements of this name in a file, as their opening tags. */
function elements(source: Source, wanted: RegExp): Node[] {
  return nodesOf(source)
    .filter(({ type }) => type === 'JSXOpeningElement')
    .filter(({ name }) => wanted.test(String((name as Node).name)));
}

function attribute(element: Node, wanted: string): Node | undefined {
  return (element.attributes as Node[]).find(
    ({ name }) => (name as Node | undefined)?.name === wanted,
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
 * The names that a `<ShowRequest plan={…}>` reaches: in its file, and in the exported `planned…` functions of other files that
 * it names. That a file shows one write says nothing of another one in it.
 */
function shownNames(sources: readonly Source[]): Set<string> {
  const shown = new Set<string>();
  for (const source of sources.filter(({ path }) => path.endsWith('.tsx'))) {
    for (const element of elements(source, /^ShowRequest$/)) {
      const plan = attribute(element, 'plan');
      for (const name of plan ? reachedFrom(plan, source) : []) shown.add(name);
    }
  }
  for (const source of sources) {
    for (const name of exported(source, /^planned[A-Z]/)) {
      const part = localParts(source).get(name);
      if (!part || !shown.has(name)) continue;
      for (const each of reachedFrom(part, source)) shown.add(each);
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
    const shown = shownNames(ours);
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
    // Named in a file that shows another one.
    file(
      'src/api/b.tsx',
      'export function lockWrite() {} const b = <><ShowRequest plan={() => []} /><Button onClick={lockWrite} /></>;',
    ),
  ],
  good: [
    file('src/api/svn.ts', 'export function aWrite() {} export function bWrite() {}'),
    file('src/api/signIn/tokens.ts', 'export function createTokenWrite() {}'),
    file(
      'src/svn/A.tsx',
      'const plan = () => [aWrite(), ...plannedB()]; const a = <ShowRequest plan={plan} />;',
    ),
    file('src/saving/b.ts', 'export function plannedB() { return [bWrite()]; }'),
  ],
};

/** Where what a button sends is no write that could be shown before: secrets, examinations, reads, what this browser keeps. */
const sendsNoWrite = /^src\/(connect|doctor|blueprint|account\/data|inspector|ui)\//;

/** A button that waits for what it sent: the primary or dangerous one of a page, or the answer to a question. */
function isSending(element: Node): boolean {
  if (!attribute(element, 'isPending')) return false;
  if ((element.name as Node).name === 'ConfirmDialog') return true;
  const variant = attribute(element, 'variant')?.value as Node | undefined;
  return variant?.value === 'primary' || variant?.value === 'danger';
}

/** Also where the same write goes out at another place, such as a merged save (features A1). */
const sendsAreShown = perFile({
  name: 'who sends by a button shows the request beside it',
  about: (path) => /^src\/.*\.tsx$/.test(path) && !sendsNoWrite.test(path) && !isTest(path),
  find: (source) => {
    const sending = elements(source, /^(Button|ConfirmDialog)$/).filter(isSending);
    const isShown = elements(source, /^ShowRequest$/).length > 0;
    return isShown ? [] : sending.map((node) => textOf(source, node).slice(0, 60));
  },
  bad: [
    file('src/svn/A.tsx', 'const a = <Button variant="primary" isPending={b} onClick={c} />;'),
    file('src/svn/A.tsx', 'const a = <ConfirmDialog isPending={b} onConfirm={c} />;'),
  ],
  good: [
    file(
      'src/svn/A.tsx',
      'const a = <><ShowRequest plan={b} /><Button variant="danger" isPending={c} /></>;',
    ),
    file('src/svn/A.tsx', 'const a = <Button isPending={b} onClick={lookAgain} />;'),
    file('src/connect/A.tsx', 'const a = <Button variant="primary" isPending={b} />;'),
  ],
});

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

export const writeRules: Rule[] = [
  writesArePlanned,
  writesAreShown,
  sendsAreShown,
  buildersAreNamed,
];
