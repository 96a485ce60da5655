import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readHostileStrings } from './strings';

function folder(files: Record<string, string>): string {
  const place = mkdtempSync(join(tmpdir(), 'hostile-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  mkdirSync(join(place, 'below/deeper'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
  return place;
}

const read = (files: Record<string, string>) => readHostileStrings(folder(files));

test('Z8: hostile strings are read in each form that such lists come in', () => {
  const cases = [{ id: 1, payload: 'p' }, { input: 'i' }, { vector: 'v' }, { xss: 'x' }, 's', ''];
  const all = ['p', 'i', 'v', 'x', 's'];
  for (const json of [cases, { payloads: cases }, { cases }, { cases: { a: cases[0] } }]) {
    const { strings } = read({ 'a.json': JSON.stringify(json) });
    expect(strings).toEqual(JSON.stringify(json).includes('"v"') ? all : ['p']);
  }
  expect(read({ 'a.txt': '\ufeff<a>\r\n\n  <b> \n#c' }).strings).toEqual(['<a>', '  <b> ', '#c']);
});

test('Z8: subfolders are read; lists of something else give nothing, a broken file is named', () => {
  const files = {
    'manifest.json': JSON.stringify({ sources: { a: { name: 'A', count: 2 } } }),
    'numbers.json': '[1, null, {"id": 2}]',
    'broken.json': '["<a>"',
    'note.md': '<a>',
    'below/deeper/b.json': '["<b>", "<c>"]',
    'below/c.txt': '<d>',
  };
  const place = folder(files);
  expect(readHostileStrings(place)).toEqual({
    strings: ['<d>', '<b>', '<c>'],
    files: 2,
    broken: [join(place, 'broken.json')],
  });
});

test('Z8: one file may stand for the folder; none at all gives none', () => {
  const place = folder({ 'a.txt': '<a>' });
  expect(readHostileStrings(join(place, 'a.txt')).strings).toEqual(['<a>']);
  expect(readHostileStrings(join(place, 'nowhere'))).toEqual({ strings: [], files: 0, broken: [] });
});
