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

type Chunks = Map<string, Rolldown.OutputChunk>;

/** The chunk and all that it imports statically. */
function closure(chunks: Chunks, names: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const left = [...names];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const chunk = chunks.get(name);
    if (!chunk || reached.has(name)) continue;
    reached.add(name);
    left.push(...chunk.imports);
  }
  return reached;
}

function holderOf(chunks: Chunks, module: string): string | undefined {
  return [...chunks.values()].find((chunk) =>
    chunk.moduleIds.some((id) => id.endsWith(`/${module}`)),
  )?.fileName;
}

/**
 * After a build: prints the initial JS of the first addresses in gzip KiB (1,024 bytes, level 9: entry, the page's chunks and
 * everything those import statically) and fails the build over the budget or when a page is no longer where it was.
 */
export function jsBudget(): Plugin {
  return {
    name: 'parterre-js-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const chunks: Chunks = new Map();
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') chunks.set(output.fileName, output);
      }
      const entries = [...chunks.values()]
        .filter((chunk) => chunk.isEntry)
        .map((it) => it.fileName);
      for (const { address, modules, limit } of budgets) {
        const holders = modules.map((module) => {
          const holder = holderOf(chunks, module);
          if (!holder)
            this.error(`No chunk holds ${module}, which ${address} loads: mend jsBudget.ts.`);
          return holder;
        });
        const bytes = [...closure(chunks, [...entries, ...holders])]
          .map((name) => gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length)
          .reduce((sum, size) => sum + size, 0);
        const kib = bytes / 1024;
        const line = `Initial JS of ${address}: ${bytes} bytes gzip = ${kib.toFixed(1)} KiB of ${limit} KiB`;
        if (kib > limit) this.error(`${line}: over budget.`);
        console.log(line);
      }
    },
  };
}
