import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What a first visit to an address loads: the modules that the router imports lazily for it, and how much that may be. */
const budgets = [
  { address: '/connect', modules: ['src/connect/ConnectPage.tsx'], limit: 123 },
  {
    address: '/projects',
    modules: ['src/app/Shell.tsx', 'src/projects/ProjectsPage.tsx'],
    limit: 150,
  },
];

/** What the budget looks at in a chunk of the bundle. */
export type Chunk = Pick<
  Rolldown.OutputChunk,
  'fileName' | 'code' | 'imports' | 'moduleIds' | 'isEntry'
>;

/** The chunks of these names and all that they import statically. */
function closure(chunks: ReadonlyMap<string, Chunk>, names: readonly string[]): Chunk[] {
  const reached = new Set<Chunk>();
  const left = [...names];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const chunk = chunks.get(name);
    if (!chunk || reached.has(chunk)) continue;
    reached.add(chunk);
    left.push(...chunk.imports);
  }
  return [...reached];
}

/** One file of a first visit, in bytes of gzip (level 9, each file by itself). */
export interface Loaded {
  fileName: string;
  bytes: number;
}

/**
 * What a browser loads for a page: the entry, the chunks that hold `modules`, and everything those import statically; largest
 * first. Throws when a module is in no chunk: it was renamed, or is no longer loaded lazily.
 */
export function initialFiles(bundle: readonly Chunk[], modules: readonly string[]): Loaded[] {
  const chunks = new Map(bundle.map((chunk) => [chunk.fileName, chunk]));
  const holders = modules.map((module) => {
    const holder = bundle.find((chunk) => chunk.moduleIds.some((id) => id.endsWith(`/${module}`)));
    if (!holder) throw new Error(`No chunk holds ${module}: mend tests/scripts/jsBudget.ts.`);
    return holder.fileName;
  });
  const entries = bundle.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
  return closure(chunks, [...entries, ...holders])
    .map(({ fileName, code }) => ({ fileName, bytes: gzipSync(code, { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** After a build: prints the initial JS of the first addresses (KiB of 1,024 bytes) and fails the build over the budget. */
export function jsBudget(): Plugin {
  return {
    name: 'parterre-js-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const over: string[] = [];
      for (const { address, modules, limit } of budgets) {
        const files = initialFiles(chunks, modules);
        const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
        const kib = (bytes / 1024).toFixed(1);
        console.log(`Initial JS of ${address}: ${bytes} bytes gzip = ${kib} KiB of ${limit} KiB`);
        if (bytes <= limit * 1024) continue;
        const list = files.map((file) => `  ${file.bytes} ${file.fileName}`).join('\n');
        over.push(
          `${address} loads ${kib} KiB of JS at first, over its budget of ${limit}:\n${list}`,
        );
      }
      if (over.length > 0) this.error(over.join('\n'));
    },
  };
}
