import { file, perFile, type Rule } from './rule';
import { isCode, isTest, type Node, nodesOf, textOf } from './sources';

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

export const writeRules: Rule[] = [writesArePlanned];
