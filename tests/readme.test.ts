import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { sortServers } from '../src/api/signIn/servers';
import { textOf } from '../src/doctor/proxies/recipe';
import { recipes } from '../src/doctor/proxies/recipes';
import { securityHeaders } from './sandbox/doors/csp';
import { networkNames } from './sandbox/network/names';

/** The README is what a stranger follows: what it promises is held here. */
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const scripts: Record<string, string> = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).scripts;

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
}

test('README: each command that it names exists', () => {
  const named = [...readme.matchAll(/npm (?:run )?(start|test|check|build|preview|test:\w+)/g)];
  expect(named.length).toBeGreaterThan(5);
  for (const [, name = ''] of named) expect(scripts).toHaveProperty([name]);
});

test('README: the nginx block sends the same headers as preview', () => {
  const sent = [...block('nginx').matchAll(/^ {2}add_header (\S+) "([^"]*)" always;$/gm)];
  const headers = new Map(sent.map(([, name = '', value = '']) => [name, value]));
  for (const [name, value] of securityHeaders([])) expect(headers.get(name), name).toBe(value);
});

test('README: the example of parterre.json is one', () => {
  const list = z.object({ servers: z.array(z.unknown()) }).parse(JSON.parse(block('json')));
  const { servers, faulty } = sortServers(list.servers, 'https://parterre.example.org');
  expect(servers).not.toEqual([]);
  expect(faulty).toEqual([]);
});

test('README: the table of what can stand in front of the sandbox is whole', () => {
  const rows = [...readme.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)];
  expect(rows.map(([, name, says]) => ({ name, says }))).toEqual(networkNames);
});

test('C3, README: the proxy texts of the doctor are those of the README', () => {
  const origin = 'https://tuleap.example.org';
  const written = (text: string) => text.replace(/^ {2}/gm, '');
  for (const recipe of recipes) {
    const text = textOf(recipe, origin);
    expect(
      [readme, written(block('nginx'))].some((where) => where.includes(text)),
      recipe.id,
    ).toBe(true);
  }
});
