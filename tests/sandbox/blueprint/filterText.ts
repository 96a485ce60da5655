import { refuseBlueprint } from './refusal';

export type Value = string;

/** `artifact-id eq ('1' or '2')`; `property` is the name after `property-`, `''` for other fields. */
export interface Clause {
  field: string;
  property: string;
  operator: string;
  values: Value[];
  word: 'and' | 'or' | null;
}

const malformed = (why: string): never =>
  refuseBlueprint(400, `The filter parameter is invalid. ${why}`);

/** A reader over the text: each `take` gives what the pattern matches here, or undefined. */
function readerOf(text: string) {
  let at = 0;
  return {
    take(pattern: RegExp): RegExpExecArray | undefined {
      const sticky = new RegExp(`\\s*${pattern.source}`, 'iy');
      sticky.lastIndex = at;
      const match = sticky.exec(text);
      if (match) at = sticky.lastIndex;
      return match ?? undefined;
    },
    get isDone(): boolean {
      return text.slice(at).trim() === '';
    },
    get rest(): string {
      return text.slice(at).trim().slice(0, 20);
    },
  };
}

type Reader = ReturnType<typeof readerOf>;

function value(reader: Reader): Value {
  const match = reader.take(/(?:'([^']*)'|(-?\d+(?:\.\d+)?))/);
  return match ? (match[1] ?? match[2] ?? '') : malformed(`Expected a value at “${reader.rest}”.`);
}

function list(reader: Reader): Pick<Clause, 'values' | 'word'> {
  const values = [value(reader)];
  let word: Clause['word'] = null;
  while (!reader.take(/\)/)) {
    const next = reader.take(/(or|and)\b/)?.[1]?.toLowerCase();
    if (next === undefined) return malformed(`Expected or, and or ) at “${reader.rest}”.`);
    if (word !== null && word !== next) return malformed('or and and are mixed.');
    word = next === 'and' ? 'and' : 'or';
    values.push(value(reader));
  }
  return { values, word };
}

function clause(reader: Reader): Clause {
  const match = reader.take(/(?:property-(?:'([^']+)'|([\w.-]+))|([\w-]+))/);
  if (!match) return malformed(`Expected a field at “${reader.rest}”.`);
  const operator = reader.take(/([a-z]+)\b/)?.[1];
  if (operator === undefined) return malformed(`Expected an operator at “${reader.rest}”.`);
  const isList = reader.take(/\(/) !== undefined;
  const operand = isList ? list(reader) : { values: [value(reader)], word: null };
  return {
    field: (match[3] ?? match[0]).trim().toLowerCase(),
    property: match[1] ?? match[2] ?? '',
    operator: operator.toLowerCase(),
    ...operand,
  };
}

/** The clauses of `filter={…}` by the grammar of list-artifacts.md §4.3; curly quotes count as straight ones. */
export function clauses(body: string): Clause[] {
  const text = body.replace(/[‘’]/g, "'");
  const inner = /^\s*filter\s*=\s*\{([\s\S]*)\}\s*$/i.exec(text)?.[1];
  if (inner === undefined) return malformed('The body is not of the form filter={…}.');
  const reader = readerOf(inner);
  const found: Clause[] = [];
  while (!reader.isDone) {
    found.push(clause(reader));
    if (!reader.isDone && !reader.take(/;/)) malformed(`Expected ; at “${reader.rest}”.`);
  }
  return found.length > 0 ? found : malformed('It has no clause.');
}
