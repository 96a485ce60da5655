import { expect, test } from 'vitest';
import { codeRules } from './architecture/codeRules';
import { importRules } from './architecture/importRules';
import { journalRules } from './architecture/journalRules';
import { file } from './architecture/rule';
import { projectFiles, readSource } from './architecture/sources';
import { testRules } from './architecture/testRules';
import { textRules } from './architecture/textRules';
import { writeRules } from './architecture/writeRules';

const sources = projectFiles()
  .filter((path) => !/\.(png|jpe?g|gif|webp|woff2|ico|pdf)$/.test(path))
  .map(readSource);

const rules = [
  ...importRules,
  ...codeRules,
  ...testRules,
  ...textRules,
  ...writeRules,
  ...journalRules,
];

test.each(rules)('Convention: $name', ({ check }) => {
  expect(check(sources)).toEqual([]);
});

test.each(rules)('Convention can fail: $name', ({ check, bad, good }) => {
  for (const sample of bad) expect(check([sample]), sample.text.slice(0, 80)).not.toEqual([]);
  expect(check(good)).toEqual([]);
});

test('Convention can fail: no folder with more than 15 files of code', () => {
  const full = Array.from({ length: 16 }, (_, index) => file(`src/ui/A${index}.tsx`, ''));
  const rule = textRules.find(({ name }) => name.includes('15 files'));
  expect(rule?.check(full)).toEqual(['src/ui: 16 files']);
});

test('Convention can fail: a cycle over several files is found with its way', () => {
  const rule = importRules.find(({ name }) => name.includes('cycles'));
  const cycle = [
    file('src/lib/a.ts', "import { b } from './b';"),
    file('src/lib/b.ts', "import { c } from '~/lib/c';"),
    file('src/lib/c.ts', "import { a } from './a.ts';"),
  ];
  expect(rule?.check(cycle)).toEqual(['src/lib/a → src/lib/b → src/lib/c → src/lib/a']);
});
