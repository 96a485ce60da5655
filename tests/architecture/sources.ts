import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** A file of the project, by its path from the root, with forward slashes. */
export interface Source {
  path: string;
  text: string;
}

/** A node of the syntax tree (ESTree with TypeScript, as oxc gives it). */
export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

export interface Import {
  /** What stands in the quotes. */
  specifier: string;
  /** The imported file's path from the root without extension, or null for a package. */
  target: string | null;
  isTypeOnly: boolean;
}

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Every file that git tracks or would track: what is ignored is not ours. */
export function projectFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return list.split('\n').filter((path) => path !== '' && existsSync(`${root}/${path}`));
}

export function readSource(path: string): Source {
  return { path, text: readFileSync(`${root}/${path}`, 'utf8') };
}

export function isCode(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}

export function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path);
}

const trees = new Map<string, ReturnType<typeof parseSync>>();

function parsed(source: Source): ReturnType<typeof parseSync> {
  const key = `${source.path}\n${source.text}`;
  const known = trees.get(key);
  if (known) return known;
  const result = parseSync(source.path, source.text);
  if (result.errors.length > 0) throw new Error(`${source.path}: ${result.errors[0]?.message}`);
  trees.set(key, result);
  return result;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}

/** The direct children of a node. */
function children(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

/** Every node of the file, parents before their children. */
export function nodesOf(source: Source): Node[] {
  const { program } = parsed(source);
  return isNode(program) ? within(program) : [];
}

/** A node and all below it. */
export function within(top: Node): Node[] {
  const all: Node[] = [];
  const left: Node[] = [top];
  for (let node = left.pop(); node; node = left.pop()) {
    all.push(node);
    left.push(...children(node));
  }
  return all;
}

/** The text between a node's two ends. */
export function textOf(source: Source, node: Node): string {
  return source.text.slice(node.start, node.end as number);
}

function targetOf(path: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '').replace(/\.tsx?$/, '');
  if (bare.startsWith('~/')) return `src/${bare.slice(2)}`;
  return bare.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), bare)) : null;
}

/** Static, dynamic (with a literal) and re-exporting imports of a file. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean) =>
    found.push({ specifier, target: targetOf(source.path, specifier), isTypeOnly });
  for (const node of nodesOf(source)) {
    const from = node.source;
    if (!isNode(from) || typeof from.value !== 'string') continue;
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) {
      add(from.value, node.importKind === 'type' || node.exportKind === 'type');
    } else if (node.type === 'ImportExpression' || node.type === 'TSImportType') {
      add(from.value, node.type === 'TSImportType');
    }
  }
  return found;
}
