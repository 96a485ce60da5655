import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
// With their extensions, as Node itself will want them once Vite loads its configuration natively.
import { parterreServer } from './tests/sandbox/doors/vite.ts';
import { jsBudget } from './tests/scripts/jsBudget.ts';

function file(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** react-router's exports name its development build only; its production build lies beside it, without the warnings. */
const routerForProduction = [
  {
    find: /^react-router$/,
    replacement: file('./node_modules/react-router/dist/production/index.mjs'),
  },
  {
    find: /^react-router\/dom$/,
    replacement: file('./node_modules/react-router/dist/production/dom-export.mjs'),
  },
];

/** What every page loads, as one file: 1.4 KiB less than in pieces that are compressed each by itself. */
const onEveryPage = new RegExp(
  [
    'node_modules/(react|react-dom|scheduler|react-router|react-router-dom|zod)/',
    // The icons too that the sign-in and the sidebar share: else the first would load what is for the second.
    'node_modules/lucide-react/dist/esm/(Icon|createLucideIcon|context|defaultAttributes|shared|icons/(user-round|globe))',
    'src/(main|paths)[.]',
    'src/app/(routes|Frame|LateErrorPage|notFetched)[.]',
    'src/api/(error|session|requests/(readStatic|noAnswer|origin)|signIn/credentials)[.]',
    'src/ui/(button/(Button|Kbd|IconButton)|form/Segments|page/(Logo|ConnectionLine))[.]',
  ].join('|'),
);

/**
 * What every page of a session loads, as one file too. Each piece less is also a name less in the list of what to load for
 * what, which is part of the first file.
 */
const inEverySession = new RegExp(
  [
    'node_modules/@tanstack/query-core/build/modern/(query|queryObserver|removable|retryer|subscribable|utils|thenable)[.]',
    'node_modules/@tanstack/react-query/build/modern/(useQuery|useBaseQuery|queryOptions|QueryClientProvider)[.]',
    'src/api/(client|projects|rules/crossOrigin)[.]',
    'src/api/(answers/(readAnswer|paging|retryAfter)|requests/(abortable|door|inFlight|log|mask|readOnly|retry|slots|timeLimit|unexpected|write))[.]',
    'src/app/(Shell|leave|session/(otherTabs|signedOutElsewhere|useAccountActions)|sidebar/(Sidebar|SidebarLink|AccountFace))[.]',
    'src/ui/(button/LinkButton|page/(Crumbs|PageHead)|show/(Skeleton|EmptyState)|useKeydown|form/SearchField|grid/(useMedia|compareKeys))[.]',
    'node_modules/lucide-react/dist/esm/icons/(lock|folder-search)[.]',
    'src/(lib/(equal|searchParams)|projects/(Visibility|Panel))[.]',
  ].join('|'),
);

/**
 * Small things that the pages of projects, trackers, artifacts and SVN share: as one file they are one request, where each
 * alone would be a few hundred bytes with a name of its own in the first file. Nothing that the first screens load.
 */
const inMostPages = new RegExp(
  [
    'node_modules/lucide-react/dist/esm/icons/(arrow-left|download|search-x|trash|undo-2)[.]',
    'src/ui/show/(Badge|Dot|RelativeTime|VisuallyHidden|tlpColors)[.]',
    'src/lib/(dates|lineEnds|numbers)[.]',
  ].join('|'),
);

/** What tests in a browser's place share. */
const page = {
  include: ['{src,tests}/**/*.test.tsx'],
  environment: 'happy-dom',
  setupFiles: ['tests/setup.ts', 'tests/setupPage.ts'],
  // As for browser tests: a shared machine may stand still for seconds. What fails twice has failed; a second try is printed.
  retry: 1,
};

export default defineConfig(({ command }) => ({
  // The folder of the origin that the app is deployed in. It is written into index.html, because pages lie at any depth and
  // a <base> is refused by our policy; the router takes it from import.meta.env.BASE_URL. `--base` works as well.
  base: process.env.PARTERRE_BASE ?? '/',
  plugins: [
    // React Aria's own words, in the one language that Parterre speaks.
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    react(),
    parterreServer(),
    jsBudget(),
  ],
  resolve: {
    alias: [
      { find: '~', replacement: file('./src') },
      ...(command === 'build' ? routerForProduction : []),
    ],
  },
  build: {
    target: 'es2022',
    // The polyfill would be one more script; every browser of our target knows modulepreload.
    // Only what nearly every visit opens is fetched all at once; the lists of the other pages would weigh on every first one.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, deps) =>
        /\/(Shell|ProjectsPage|ProjectPage|TrackerPage|ArtifactPage|SvnPage)-/.test(file)
          ? deps
          : deps.filter((dep) => dep.endsWith('.css')),
    },
    // A font or icon inlined as data: would be refused by font-src.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: onEveryPage, priority: 2 },
            { name: 'session', test: inEverySession, priority: 1 },
            { name: 'kit', test: inMostPages },
            // Windows on long lists, for tables and the history alike.
            {
              name: 'rows',
              test: /@tanstack\/(react-virtual|virtual-core)\/|src\/ui\/grid\/useRowWindow[.]/,
            },
          ],
        },
      },
    },
  },
  // A world of the sandbox is a host of its own: http://anything.localhost:5173
  server: { port: 5173, strictPort: true, allowedHosts: ['.localhost'], cors: false },
  preview: { port: 4173, strictPort: true, allowedHosts: ['.localhost'], cors: false },
  test: {
    // Nothing in a unit test takes long, but two cores shared with a build may.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // One set of modules for all files of a worker: loading them anew for each took three times the tests' own time.
          isolate: false,
          include: ['{src,tests}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        extends: true,
        test: { ...page, name: 'page', isolate: false, exclude: ['**/*.tabs.test.tsx'] },
      },
      // Tests that load modules once more for each tab would leave the others of their worker with two of each.
      {
        extends: true,
        test: { ...page, name: 'tabs', include: ['{src,tests}/**/*.tabs.test.tsx'] },
      },
    ],
  },
}));
