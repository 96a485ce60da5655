import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder of hostile strings holds. */
export interface HostileStrings {
  strings: string[];
  /** How many files gave some. */
  files: number;
  /** Files that are no JSON although their names say so; the others are read all the same. */
  broken: string[];
}

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a case keeps its string, the first that it has. */
const keys = ['payload', 'input', 'vector', 'xss'];

function stringOf(one: unknown): string | undefined {
  if (typeof one === 'string') return one;
  if (!isJson(one)) return undefined;
  return keys.map((key) => one[key]).find((value) => typeof value === 'string');
}

/** A list of strings or of cases, or an object with such a list; nothing in any other JSON (a list of sources). */
function ofJson(json: unknown): string[] {
  const list = isJson(json) ? (json.payloads ?? json.cases) : json;
  if (isJson(list)) return ofJson(Object.values(list));
  return (Array.isArray(list) ? list : []).flatMap((one) => stringOf(one) ?? []);
}

function parsed(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function stringsOf(name: string, text: string): string[] | 'broken' {
  if (name.endsWith('.txt')) return text.split(/\r?\n/);
  const found = parsed(text);
  return found ? ofJson(found.json) : 'broken';
}

/** The names of `.json` and `.txt` files, of subfolders too; the place itself where it is such a file. */
function filesIn(place: string): string[] {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isFile()) return [place];
  if (!stat?.isDirectory()) return [];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|txt)$/.test(name))
    .sort()
    .map((name) => join(place, name));
}

/**
 * Every hostile string in a folder and below, or in one file: JSON (`["…"]`, `[{payload}]` with `input`, `vector` or `xss` as
 * well, `{payloads: […]}`, `{cases: […]}`) and text of one a line. Empty strings attack nothing and are left out.
 */
export function readHostileStrings(place: string): HostileStrings {
  const result: HostileStrings = { strings: [], files: 0, broken: [] };
  for (const name of filesIn(place)) {
    const found = stringsOf(name, readFileSync(name, 'utf8').replace(/^\ufeff/, ''));
    if (found === 'broken') {
      result.broken.push(name);
      continue;
    }
    const strings = found.filter((text) => text !== '');
    result.strings.push(...strings);
    result.files += strings.length > 0 ? 1 : 0;
  }
  return result;
}
