import { Refusal } from '../http';
import type { SandboxArtifact, SandboxField, SandboxTracker } from '../model';
import { hasRight, type Viewer } from '../tracker/access';
import { isStatic } from '../tracker/fields';
import { forwardLinks } from '../tracker/linkIndex';
import { offeredUsers } from '../tracker/listOffers';
import { bindOf } from '../tracker/shapes/fieldRepresentation';
import { type ArtifactTest, everything, numberTest, textTest } from './criteriaTests';
import { criterionDay, daySpan } from './dates';
import { QueryProblem } from './problem';
import { fileTextsOf, idsOf, numberOf, secondsOf, textOf } from './read';

interface Criterion {
  viewer: Viewer;
  tracker: SandboxTracker;
  field: SandboxField;
  operator: string;
  value: unknown;
}

const operators = ['contains', '=', 'between', '>', '<'];
const dateTypes = new Set(['date', 'subon', 'lud']);
const listTypes = new Set(['sb', 'rb', 'msb', 'cb', 'subby', 'luby', 'tbl']);
const numberTypes = new Set(['int', 'float', 'aid', 'atid', 'priority']);

function named(field: SandboxField): string {
  return `criterion field '${field.name}' (${field.id})`;
}

/** Only a text or a number; anything else is the recorded 400, and a 500 on dates. */
function textValue({ field, value }: Criterion): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (dateTypes.has(field.type)) {
    const headers = { 'content-type': 'text/html; charset=UTF-8' };
    throw new Refusal(new Response('', { status: 500, headers }));
  }
  throw new QueryProblem(`Invalid value for field "${field.name}"`);
}

/** Days; what cannot be read as a date filters nothing (live-facts.md, Queries). */
function dateTest(criterion: Criterion): ArtifactTest {
  const { field, operator, value } = criterion;
  const isPair = operator === 'between' && Array.isArray(value);
  const texts = isPair ? value.map(String) : [textValue(criterion)];
  const days = texts.map((text) => criterionDay(text));
  if (days.some((day) => day === null)) return everything;
  if (days.includes('this second')) return () => false;
  const [from, to] = [daySpan(days[0] ?? ''), daySpan(days[1] ?? days[0] ?? '')];
  return (artifact) => {
    const seconds = secondsOf(artifact, field);
    if (seconds === null) return false;
    if (operator === '<') return seconds < from.from;
    if (operator === '>') return seconds > from.to;
    return seconds >= from.from && seconds <= to.to;
  };
}

/** Which ids the list knows; on lists of people and groups an unknown id filters nothing (queries.md §2). */
function knownIds({ viewer, tracker, field }: Criterion): { ids: Set<string>; isStrict: boolean } {
  const bind = bindOf(field);
  if (bind === 'users') {
    const users = offeredUsers(viewer.world, tracker, field);
    const isStrict = field.type === 'tbl' || field.type === 'subby' || field.type === 'luby';
    return { ids: new Set(users.map((user) => String(user.id))), isStrict };
  }
  const ids = new Set((field.values ?? []).map((value) => String(value.id)));
  return { ids, isStrict: bind === 'static' };
}

function listTest(criterion: Criterion): ArtifactTest {
  const { field, value } = criterion;
  const given = Array.isArray(value) ? value : [value];
  const shape = field.type === 'tbl' ? /^(?:\d+|[bo]\d+)$/ : /^\d+$/;
  if (given.some((one) => !shape.test(String(one)))) {
    throw new QueryProblem(`Invalid format for ${named(field)}`);
  }
  // "None" cannot be asked for: it is dropped.
  const wanted = given.map((one) => String(one).replace(/^b/, '')).filter((id) => id !== '100');
  const { ids, isStrict } = knownIds(criterion);
  const known = isStrict ? wanted : wanted.filter((id) => ids.has(id));
  if (known.length === 0) return everything;
  const set = new Set(known.map((id) => storedId(field, id)));
  return (artifact) => idsOf(artifact, field).some((id) => set.has(String(id)));
}

/** Lists of groups are asked by the id of the value and hold the id of the group. */
function storedId(field: SandboxField, id: string): string {
  if (bindOf(field) !== 'ugroups') return id;
  return field.values?.find((value) => String(value.id) === id)?.label ?? id;
}

function linkTest(criterion: Criterion): ArtifactTest {
  const test = numberTest(textValue(criterion));
  if (!test) return everything;
  const { world } = criterion.viewer;
  return (artifact) => forwardLinks(world, artifact).some((link) => test(link.id));
}

function valueTest(criterion: Criterion): ArtifactTest {
  const { field, viewer } = criterion;
  if (dateTypes.has(field.type)) return dateTest(criterion);
  if (criterion.operator !== 'contains') {
    throw new QueryProblem(`Unallowed operator for ${named(field)}. Allowed operators: [contains]`);
  }
  if (listTypes.has(field.type)) return listTest(criterion);
  if (field.type === 'art_link') return linkTest(criterion);
  const text = textValue(criterion);
  if (numberTypes.has(field.type)) {
    const test = numberTest(text);
    return test ? (artifact) => test(numberOf(viewer.world, artifact, field)) : everything;
  }
  if (field.type === 'string' || field.type === 'text') {
    const test = textTest(text);
    return (artifact) => test(textOf(artifact, field));
  }
  if (field.type !== 'file') return everything;
  const test = textTest(text);
  return (artifact) =>
    text === '' || fileTextsOf(viewer.world, artifact, field).some((one) => test(one));
}

/** Key by key: the operator and the value of one criterion, or the recorded refusal. */
function readCriterion(key: string, criterion: unknown): { operator: string; value: unknown } {
  if (typeof criterion === 'string' || typeof criterion === 'number' || Array.isArray(criterion)) {
    return { operator: 'contains', value: criterion };
  }
  const given = (criterion ?? {}) as Readonly<Record<string, unknown>>;
  const { operator, value } = given;
  const isMissing = [operator, value].some((part) => part === undefined || part === null);
  if (isMissing) throw new QueryProblem(`Criterion for field ${key} is malformed`);
  if (typeof operator !== 'string' || !operators.includes(operator)) {
    throw new QueryProblem(`Invalid operator for field ${key}`);
  }
  return { operator, value };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const query: unknown = JSON.parse(text);
    const isObject = typeof query === 'object' && query !== null && !Array.isArray(query);
    return isObject ? (query as Readonly<Record<string, unknown>>) : {};
  } catch {
    throw new QueryProblem('Criteria syntax error, invalid JSON');
  }
}

/**
 * The test that a JSON `query` makes of every artifact (queries.md §2). Throws QueryProblem with the recorded texts.
 * Criteria on fields that the viewer may not read count for nothing.
 */
export function criteriaFilter(
  viewer: Viewer,
  tracker: SandboxTracker,
  text: string,
): (artifact: SandboxArtifact) => boolean {
  const unknown: string[] = [];
  const tests: ArtifactTest[] = [];
  for (const [key, given] of Object.entries(parse(text))) {
    const { operator, value } = readCriterion(key, given);
    const field = tracker.fields.find(
      (candidate) => candidate.name === key || String(candidate.id) === key,
    );
    if (!field || isStatic(field.type)) unknown.push(key);
    else if (hasRight(viewer, { tracker, field }, 'read')) {
      tests.push(valueTest({ viewer, tracker, field, operator, value }));
    }
  }
  if (unknown.length > 0) {
    throw new QueryProblem(`Following fields do not exist: ${unknown.join(', ')}`);
  }
  return (artifact) => tests.every((test) => test(artifact));
}
