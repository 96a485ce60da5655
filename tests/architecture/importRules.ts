import { file, perFile, type Rule } from './rule';
import { importsOf, isCode, isTest, nodesOf, type Source } from './sources';

/** ARCHITECTURE.md, "Who may import whom": groups from left to right; members of one group never import each other. */
const order = [
  ['lib', 'paths'],
  ['ui', 'api', 'kept'],
  ['requests'],
  ['attachments'],
  ['links'],
  ['fields'],
  ['saving'],
  ['changesets', 'references'],
  ['conflicts'],
  [
    'connect',
    'projects',
    'trackers',
    'artifacts',
    'svn',
    'blueprint',
    'inspector',
    'account',
    'doctor',
    'drafts',
    'journal',
  ],
  ['app'],
  ['main'],
];

const inSrc = (path: string) => isCode(path) && path.startsWith('src/');

/** `src/fields/date/dateField` → `fields`; `src/paths` → `paths`. */
function memberOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.tsx?$/, '');
}

function rankOf(member: string): number {
  return order.findIndex((group) => group.includes(member));
}

function orderFaults(source: Source): string[] {
  const from = memberOf(source.path);
  if (rankOf(from) < 0) return [`"${from}" has no place in the order`];
  // A page test renders the whole app through tests/renderAt; what it imports besides is held like everything else.
  return importsOf(source).flatMap(({ target, specifier }) => {
    if (!target?.startsWith('src/')) return [];
    const to = memberOf(target);
    if (to === from) return [];
    return rankOf(to) < rankOf(from) && rankOf(to) >= 0 ? [] : [`imports ${specifier}`];
  });
}

const importOrder = perFile({
  name: 'imports go left only, and members of one group never import each other',
  about: inSrc,
  find: orderFaults,
  bad: [
    file('src/api/a.ts', "import { b } from '~/fields/b';"),
    file('src/projects/A.tsx', "import { B } from '../trackers/B';"),
    file('src/ui/A.tsx', "import type { B } from '~/api/b';"),
    file('src/fields/a.ts', "export const a = () => import('~/app/routes');"),
    file('src/helpers/a.ts', 'export const a = 1;'),
  ],
  good: [
    file(
      'src/projects/A.tsx',
      "import { b } from '~/api/b'; import { c } from './c'; import React from 'react';",
    ),
    file('src/main.tsx', "import { routes } from './app/routes';"),
  ],
});

const noTestsInSrc = perFile({
  name: 'src never imports tests (a test file may)',
  about: (path) => inSrc(path) && !isTest(path),
  find: (source) =>
    importsOf(source)
      .filter(({ target }) => target && !target.startsWith('src/'))
      .map(({ specifier }) => `imports ${specifier}`),
  bad: [file('src/app/a.ts', "import { x } from '../../tests/sandbox/people';")],
  good: [file('src/app/a.test.ts', "import { x } from '../../tests/sandbox/people';")],
});

/** The one file that chooses between sandbox, proxy and replay: the replay's door. */
const replayDoor = 'tests/sandbox/doors/mode.ts';

const sandboxStandsAlone = perFile({
  name: 'the sandbox imports nothing of src and reads no recording',
  about: (path) => isCode(path) && path.startsWith('tests/sandbox/'),
  find: (source) => {
    const isCore = !source.path.startsWith('tests/sandbox/doors/') && !isTest(source.path);
    const imports = importsOf(source).flatMap(({ target, specifier }) => {
      if (target?.startsWith('src/')) return [`imports ${specifier}`];
      if (target && !target.startsWith('tests/') && source.path !== replayDoor)
        return [`imports ${specifier}`];
      if (target?.startsWith('tests/replay/') && source.path !== replayDoor)
        return [`imports ${specifier}`];
      return isCore && /^(node:)?fs\b/.test(specifier) ? [`reads files with ${specifier}`] : [];
    });
    const names = nodesOf(source)
      .filter((node) => node.type === 'Literal' && typeof node.value === 'string')
      .map((node) => String(node.value))
      .filter((text) => /tuleap-exchanges|TULEAP_EXCHANGES/.test(text));
    return [...imports, ...names.map((text) => `names the recordings: ${text}`)];
  },
  bad: [
    file('tests/sandbox/a.ts', "import { request } from '~/api/client';"),
    file('tests/sandbox/resources/a.ts', "import { x } from '../../../src/lib/equal';"),
    file('tests/sandbox/a.ts', "import { readFileSync } from 'node:fs';"),
    file('tests/sandbox/a.ts', "import { readExchanges } from '../replay/replay';"),
    file('tests/sandbox/doors/node.ts', "const folder = '../shared/tuleap-exchanges';"),
  ],
  good: [
    file('tests/sandbox/a.ts', "import { b } from './b'; // as recorded in tuleap-exchanges"),
    file(replayDoor, "const r = import('../../replay/replay');"),
  ],
});

/** The first way back to where it started, from each file that is on one. */
function cycles(sources: readonly Source[]): string[] {
  const strip = (path: string) => path.replace(/\.tsx?$/, '');
  const graph = new Map(
    sources
      .filter(({ path }) => isCode(path))
      .map((source) => [
        strip(source.path),
        importsOf(source).flatMap(({ target }) => target ?? []),
      ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) {
      found.push(`${[...way.slice(at), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

const noCycles: Rule = {
  name: 'no import cycles, types included',
  check: cycles,
  bad: [
    file('src/lib/a.ts', "import { a } from './a';"),
    file('tests/x.ts', "import type { X } from './x';"),
  ],
  good: [
    file('src/lib/a.ts', "import { b } from './b'; import { c } from './c';"),
    file('src/lib/b.ts', "import { c } from './c';"),
  ],
};

const noBarrels = perFile({
  name: 'no barrels',
  about: (path) => isCode(path) && /^(src|tests|e2e)\//.test(path),
  find: (source) => {
    const reexports = nodesOf(source).filter(
      (node) => /^Export(Named|All)Declaration$/.test(node.type) && node.source,
    );
    const isIndex = /\/index\.tsx?$/.test(source.path) ? ['is an index file'] : [];
    return [...isIndex, ...reexports.map(() => 'exports what another file exports')];
  },
  bad: [
    file('src/ui/index.ts', 'export const a = 1;'),
    file('src/ui/all.ts', "export * from './Button';"),
    file('src/ui/all.ts', "export { Button } from './Button';"),
  ],
  good: [file('src/ui/Button.tsx', 'export function Button() { return null; }')],
});

const libIsPlain = perFile({
  name: 'lib knows nothing of React',
  about: (path) => path.startsWith('src/lib/') && isCode(path) && !isTest(path),
  find: (source) =>
    importsOf(source)
      .filter(
        ({ specifier, isTypeOnly }) => !isTypeOnly && /^(react|@tanstack\/react)/.test(specifier),
      )
      .map(({ specifier }) => `imports ${specifier}`),
  bad: [file('src/lib/a.ts', "import { useState } from 'react';")],
  good: [
    file(
      'src/lib/a.ts',
      "import * as z from 'zod/mini'; import type { QueryClient } from '@tanstack/react-query';",
    ),
  ],
});

export const importRules: Rule[] = [
  importOrder,
  noTestsInSrc,
  sandboxStandsAlone,
  noCycles,
  noBarrels,
  libIsPlain,
];
