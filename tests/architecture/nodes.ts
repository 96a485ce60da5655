import { type Node, nodesOf, type Source } from './sources';

/** `fetch` of `fetch(…)` and of `window.fetch(…)`. */
export function calleeName(node: Node): string {
  const callee = node.callee as Node;
  if (callee.type === 'Identifier') return String(callee.name);
  return callee.type === 'MemberExpression' ? String((callee.property as Node).name) : '';
}

export function calls(source: Source): Node[] {
  return nodesOf(source).filter(
    (node) => node.type === 'CallExpression' || node.type === 'NewExpression',
  );
}

export function literals(nodes: readonly (Node | null)[]): string[] {
  return nodes.flatMap((node) =>
    node?.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [],
  );
}
