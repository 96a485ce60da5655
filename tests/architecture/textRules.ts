import { posix } from 'node:path';
import { file, perFile, type Rule } from './rule';
import { isCode, isTest } from './sources';

const isOurs = (path: string) => /^(src|tests|e2e)\/.*\.(ts|tsx|js|css)$/.test(path);

const shortFiles = perFile({
  name: 'no file over 300 lines',
  about: isOurs,
  find: ({ text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > 300 ? [`${lines} lines`] : [];
  },
  bad: [
    file('src/a.ts', '\n\n'.repeat(150).concat('a')),
    file('tests/a.test.ts', 'a\n'.repeat(301)),
  ],
  good: [file('src/a.ts', 'a\n'.repeat(300))],
});

const smallFolders: Rule = {
  name: 'no folder with more than 15 files of code',
  check: (sources) => {
    const counts = new Map<string, number>();
    for (const { path } of sources) {
      if (!isCode(path) || isTest(path)) continue;
      const folder = posix.dirname(path);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count > 15)
      .map(([folder, count]) => `${folder}: ${count} files`);
  },
  bad: [],
  good: Array.from({ length: 20 }, (_, index) =>
    file(`src/ui/a${index}.${index < 15 ? 'ts' : 'test.ts'}`, ''),
  ),
};

/** Put together, so that this file does not break its own rule. */
const hosts = ['registry.npmjs', 'registry.yarnpkg', 'npmmirror.', 'verdaccio', 'artifactory'];
const folders = ['home', 'Users', 'root', 'work', 'tmp', 'mnt'];
const machine = new RegExp(`(?<![\\w.~/-])/(${folders.join('|')})/[\\w.-]|[A-Z]:\\\\Users`);
const registry = new RegExp(
  `"resolved": *"https?:|registry *= *http|${hosts.join('|').replaceAll('.', '\\.')}`,
);

const noMachine = perFile({
  name: 'no file names a registry or a path of one machine',
  about: (path) =>
    !/\.(png|jpe?g|gif|webp|woff2|ico|pdf)$/.test(path) &&
    path !== 'tests/architecture/textRules.ts',
  find: ({ text }) =>
    text.split('\n').flatMap((line, index) => {
      const hit = registry.exec(line) ?? machine.exec(line);
      return hit ? [`line ${index + 1} has ${hit[0]}`] : [];
    }),
  bad: [
    file('.npmrc', 'registry=http://10.0.0.1/'),
    file('package-lock.json', '"resolved": "https://elsewhere.example/a.tgz"'),
    file('README.md', `see https://${hosts[0]}.org/a`),
    file('src/a.ts', `const a = '/${folders[0]}/anna/x';`),
    file('tests/a.ts', `const a = '/${folders[3]}/shared/x';`),
  ],
  good: [
    file(
      'src/a.ts',
      "const a = '/users/self'; const b = './work/x'; const c = 'https://example.org/home/x';",
    ),
  ],
});

/** Hexadecimal and functional colours; comments and `url(#id)` are none. */
const rawColour =
  /(?<![\w&(/-])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/gi;

const tokensOnly = perFile({
  name: 'colours come from tokens.css',
  about: (path) => /^src\/.*\.css$/.test(path) && !/\/(tokens|tlpColors)\.css$/.test(path),
  find: ({ text }) =>
    [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(rawColour)].map((hit) => hit[0]),
  bad: [
    file('src/ui/a.css', 'a { color: #fff; }'),
    file('src/ui/a.css', 'a { border: 1px solid rgb(0 0 0 / 10%); }'),
    file('src/app/a.css', 'a { background: oklch(1 0 0); }'),
  ],
  good: [
    file('src/ui/a.css', 'a { color: var(--text); /* #fff */ } #page { fill: url(#add); }'),
    file('src/ui/tokens.css', ':root { --x: #fff; }'),
  ],
});

const nothingSilenced = perFile({
  name: 'nothing left for later, nothing silenced',
  about: (path) => isOurs(path) && !path.startsWith('tests/architecture/'),
  find: ({ text }) =>
    text.match(
      /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)|(biome|eslint|oxlint)-(ignore|disable)/g,
    ) ?? [],
  bad: [
    file('src/a.ts', '// TODO later'),
    file('src/a.ts', '// @ts-ignore'),
    file('src/a.ts', '// biome-ignore lint: x'),
  ],
  good: [file('src/a.ts', "const label = 'To do';")],
});

export const textRules: Rule[] = [shortFiles, smallFolders, noMachine, tokensOnly, nothingSilenced];
