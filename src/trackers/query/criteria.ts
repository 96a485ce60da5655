import * as z from 'zod/mini';
import type { Criteria } from '~/api/trackerArtifacts';
import type { Field } from '~/api/trackers';
import { parseDay } from '~/lib/dates';
import { type CriterionKind, criterionKind, type Operator, operators } from './criterionKinds';

/** One line of the builder: what is asked of one field, as it is typed. Several are ANDed. */
export interface Criterion {
  /** Field name. */
  field: string;
  operator: Operator;
  /** One text; two for `between`; ids for `in`. */
  values: readonly string[];
}

/** What an address asks: lines that can be shown, and a sentence for what cannot be sent. */
export interface ReadCriteria {
  lines: Criterion[];
  problem: string | undefined;
}

type CriterionValue = Criteria[string];

const scalar = z.union([z.string(), z.number()]);
const values = z.union([scalar, z.array(scalar)]);
const criteriaSchema = z.record(
  z.string(),
  z.union([values, z.object({ operator: z.string(), value: values })]),
);

const NUMBER = '[+-]?\\d+(?:\\.\\d+)?';
const compared = new RegExp(`^\\s*(<=|>=|<|>)?\\s*(${NUMBER})\\s*$`);
const ranged = new RegExp(`^\\s*(${NUMBER})\\s*-\\s*(${NUMBER})\\s*$`);
const isNumber = (text: string) => new RegExp(`^${NUMBER}$`).test(text.trim());

/** A new line for a field, still without a value; undefined for a field that the server cannot search. */
export function emptyCriterion(field: Field): Criterion | undefined {
  const kind = criterionKind(field.type);
  const operator = kind && operators[kind][0]?.[0];
  return operator && { field: field.name, operator, values: [] };
}

/** Numbers are asked with `contains` alone; the comparison stands inside the value (queries.md §2). */
function numberValue({ operator, values: [first = '', second = ''] }: Criterion): CriterionValue {
  const text = operator === 'between' ? `${first.trim()} - ${second.trim()}` : first.trim();
  const value = operator === '=' || operator === 'between' ? text : operator + text;
  return { operator: 'contains', value };
}

function dateValue({ operator, values: [first = '', second = ''] }: Criterion): CriterionValue {
  if (operator === 'between') return { operator, value: [first, second] };
  return { operator: operator === '<' || operator === '>' ? operator : '=', value: first };
}

const writers: Readonly<Record<CriterionKind, (line: Criterion) => CriterionValue>> = {
  text: ({ values: [text = ''] }) => ({ operator: 'contains', value: text.trim() }),
  number: numberValue,
  date: dateValue,
  // Ids of values are numbers; those that people typed into an open list are "o12".
  list: ({ values: ids }) => ({
    operator: 'contains',
    value: ids.map((id) => (/^\d+$/.test(id) ? Number(id) : id)),
  }),
  link: ({ values: [id = ''] }) => ({ operator: 'contains', value: Number(id) }),
};

const needs: Readonly<Record<CriterionKind, (line: Criterion) => string | undefined>> = {
  text: ({ values: [text = ''] }) => (text.trim() === '' ? 'Type what to look for.' : undefined),
  // Anything else than a number filters nothing, without a word (queries.md §2).
  number: ({ values: each, operator }) =>
    (operator === 'between' ? each.length === 2 : each.length === 1) && each.every(isNumber)
      ? undefined
      : 'Give a number.',
  date: ({ values: each, operator }) => {
    const isWhole = operator === 'between' ? each.length === 2 : each.length === 1;
    if (!isWhole || !each.every((day) => parseDay(day))) return 'Choose a day.';
    return operator === 'between' && (each[0] ?? '') > (each[1] ?? '')
      ? 'The first day lies after the last.'
      : undefined;
  },
  list: ({ values: ids }) => (ids.length === 0 ? 'Choose at least one value.' : undefined),
  link: ({ values: [id = ''] }) =>
    /^[1-9]\d*$/.test(id.trim()) ? undefined : 'Give the id of an artifact.',
};

/** What is wrong with a line, in a sentence; nothing when it can be sent. */
export function problemOf(line: Criterion, field: Field): string | undefined {
  const kind = criterionKind(field.type);
  return kind ? needs[kind](line) : 'The server cannot search this field.';
}

/** The criteria as the server takes them, by field name. Lines have no problem (`problemOf`). */
export function writeCriteria(lines: readonly Criterion[], fields: readonly Field[]): Criteria {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const entries = lines.flatMap((line) => {
    const kind = criterionKind(byName.get(line.field)?.type ?? '');
    return kind ? [[line.field, writers[kind](line)] as const] : [];
  });
  return Object.fromEntries(entries);
}

interface Asked {
  operator: string;
  values: string[];
}

function readNumber({ values: [text = ''] }: Asked, field: string): Criterion | undefined {
  const [, from, to] = ranged.exec(text) ?? [];
  if (from !== undefined && to !== undefined)
    return { field, operator: 'between', values: [from, to] };
  const [, sign = '=', number] = compared.exec(text) ?? [];
  const operator = operators.number.find(([each]) => each === sign)?.[0];
  return number === undefined || !operator ? undefined : { field, operator, values: [number] };
}

function readDate({ operator, values: days }: Asked, field: string): Criterion | undefined {
  const known = operators.date.find(([each]) => each === operator)?.[0];
  return { field, operator: known ?? '=', values: days };
}

const readers: Readonly<
  Record<CriterionKind, (asked: Asked, field: string) => Criterion | undefined>
> = {
  text: ({ values: texts }, field) => ({ field, operator: 'contains', values: texts.slice(0, 1) }),
  number: readNumber,
  date: readDate,
  list: ({ values: ids }, field) => ({ field, operator: 'in', values: ids }),
  link: ({ values: ids }, field) => ({ field, operator: '=', values: ids.slice(0, 1) }),
};

function asked(value: z.infer<typeof criteriaSchema>[string]): Asked {
  const full =
    typeof value === 'object' && !Array.isArray(value) ? value : { operator: 'contains', value };
  const list = Array.isArray(full.value) ? full.value : [full.value];
  return { operator: full.operator, values: list.map(String) };
}

function parse(text: string): z.infer<typeof criteriaSchema> | undefined {
  try {
    const result = z.safeParse(criteriaSchema, JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The criteria of an address (`?q=`, the server's own JSON, fields by name or id). What the server would ignore without a
 * word (a field that one may not read, a number that is none) is a problem here, so that nobody takes everything for a result.
 */
export function readCriteria(text: string, fields: readonly Field[]): ReadCriteria {
  if (text === '') return { lines: [], problem: undefined };
  const criteria = parse(text);
  if (!criteria) return { lines: [], problem: 'The criteria in this address cannot be read.' };
  const lines: Criterion[] = [];
  const problems: string[] = [];
  for (const [name, value] of Object.entries(criteria)) {
    const field = fields.find((each) => each.name === name || String(each.field_id) === name);
    const kind = field && criterionKind(field.type);
    const line = kind && readers[kind](asked(value), field.name);
    if (!line || !field) {
      problems.push(
        field
          ? `What is asked of “${field.label}” cannot be sent.`
          : `There is no field “${name}” that you may read.`,
      );
      continue;
    }
    lines.push(line);
    const problem = problemOf(line, field);
    if (problem) problems.push(`${field.label}: ${problem}`);
  }
  return { lines, problem: problems.length > 0 ? problems.join(' ') : undefined };
}
