import type { SandboxField, SandboxTracker } from '../../model';
import { hasRight, type Viewer } from '../../tracker/access';
import { isContainer } from '../../tracker/fields';
import { bindOf } from '../../tracker/shapes/fieldRepresentation';
import { labelsOf, namesOfLiterals } from './labels';
import type { Comparison, Expression, LinkTerm, Literal, Operator } from './tree';

/** The semantic errors of a query, in the texts of queries.md §4.3; several stand on lines of their own. */

const coreTypes = new Set([
  ...['string', 'text', 'int', 'float', 'date', 'sb', 'rb', 'msb', 'cb', 'tbl', 'file', 'art_link'],
  ...['perm', 'computed', 'aid', 'atid', 'priority', 'subby', 'luby', 'subon', 'lud', 'cross'],
  ...['burndown', 'fieldset', 'column', 'linebreak', 'separator', 'staticrichtext'],
]);

type Kind = 'text' | 'integer' | 'float' | 'date' | 'list' | 'file';

const kinds: Readonly<Record<string, Kind>> = {
  ...{ string: 'text', text: 'text', int: 'integer', float: 'float', file: 'file' },
  ...{ date: 'date', subon: 'date', lud: 'date' },
  ...{ sb: 'list', rb: 'list', msb: 'list', cb: 'list', subby: 'list', luby: 'list' },
};

const operatorNames: Readonly<Record<Operator, string>> = {
  ...{ '=': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
  ...{ between: 'BETWEEN()', in: 'IN()', 'not in': 'NOT IN()' },
};

const allowed: Readonly<Record<Kind, readonly Operator[]>> = {
  text: ['=', '!='],
  file: ['=', '!='],
  integer: ['=', '!=', '<', '<=', '>', '>=', 'between'],
  float: ['=', '!=', '<', '<=', '>', '>=', 'between'],
  date: ['=', '!=', '<', '<=', '>', '>=', 'between'],
  list: ['=', '!=', 'in', 'not in'],
};

interface Place {
  viewer: Viewer;
  tracker: SandboxTracker;
  field: SandboxField;
  comparison: Comparison;
}

const functionNames = { now: 'NOW()', myself: 'MYSELF()', open: 'OPEN()' } as const;

function emptyError(place: Place, kind: Kind): string {
  const operator = operatorNames[place.comparison.operator];
  const start = `The ${kind} field '${place.field.name}' cannot be compared to the empty string`;
  return `${start} with ${operator} operator.`;
}

/** The first function among the values that this kind of field knows nothing of. */
function functionError(place: Place, kind: Kind): string | undefined {
  const foreign = place.comparison.values.find(({ is }) => {
    if (is === 'now') return kind !== 'date';
    if (is === 'myself') return kind !== 'list';
    return is === 'open';
  });
  if (foreign?.is !== 'now' && foreign?.is !== 'myself' && foreign?.is !== 'open') return undefined;
  return `The ${kind} field '${place.field.name}' cannot be compared to ${functionNames[foreign.is]}.`;
}

const isEquality = (operator: Operator): boolean => operator === '=' || operator === '!=';
const isEmpty = (literal: Literal): boolean => literal.is === 'string' && literal.value === '';

function numberError(place: Place, kind: 'integer' | 'float'): string | undefined {
  const { comparison, field } = place;
  const shape = kind === 'integer' ? /^[+-]?\d+$/ : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
  for (const literal of comparison.values) {
    if (isEmpty(literal)) {
      if (!isEquality(comparison.operator)) return emptyError(place, kind);
    } else if (literal.is === 'string' && !shape.test(literal.value)) {
      return `The ${kind} field '${field.name}' cannot be compared to the string value '${literal.value}'.`;
    } else if (literal.is === 'float' && kind === 'integer') {
      return `The integer field '${field.name}' cannot be compared to the float value '${literal.value}'.`;
    }
  }
  return undefined;
}

const dayOnly = /^\d{4}-\d{1,2}-\d{1,2}$/;
const dayAndTime = /^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{1,2}$/;

/** Whether a date field is asked with a time: its own time, or automatic. */
export function isTimed(field: SandboxField): boolean {
  return field.type !== 'date' || (field.isTimeDisplayed ?? false);
}

function dateError(place: Place): string | undefined {
  const { comparison, field } = place;
  for (const literal of comparison.values) {
    if (literal.is === 'now') continue;
    if (isEmpty(literal)) {
      if (!isEquality(comparison.operator)) return emptyError(place, 'date');
      continue;
    }
    const text = 'value' in literal ? String(literal.value) : '';
    const isDate = dayOnly.test(text) || (isTimed(field) && dayAndTime.test(text));
    if (literal.is !== 'string' || !isDate) {
      return `The date field '${field.name}' cannot be compared to the string value '${text}'.`;
    }
  }
  return undefined;
}

/** Authors: every name has to be somebody's login. */
function authorError({ viewer, field, comparison }: Place): string | undefined {
  if (comparison.values.some(isEmpty)) {
    return `The field '${field.name}' cannot be compared to the empty string, it can never yield results.`;
  }
  const names = namesOfLiterals(viewer, comparison.values);
  const unknown = names.find((name) => !viewer.world.users.some((user) => user.username === name));
  if (unknown === undefined) return undefined;
  return `Error with the field '${field.name}'. The user '${unknown}' does not exist.`;
}

function listError(place: Place): string | undefined {
  const { viewer, tracker, field, comparison } = place;
  if (bindOf(field) === 'users' && field.type.endsWith('by')) return authorError(place);
  if (!isEquality(comparison.operator) && comparison.values.some(isEmpty)) {
    return emptyError(place, 'list');
  }
  if (!viewer.user && comparison.values.some((literal) => literal.is === 'myself')) {
    return `The list field '${field.name}' cannot be compared to MYSELF() for anonymous users.`;
  }
  const labels = labelsOf(viewer, tracker, field);
  const names = namesOfLiterals(viewer, comparison.values);
  const unknown = names.filter((name) => name !== '' && !labels.has(name.toLowerCase()));
  // Among several names of IN one that exists is enough.
  if (unknown.length === 0 || unknown.length < names.length) return undefined;
  return unknown
    .map((name) => `The value '${name}' doesn't exist for the list field '${field.name}'.`)
    .join('\n');
}

function comparisonError(place: Place): string | undefined {
  const { field, comparison } = place;
  if (!coreTypes.has(field.type)) {
    return `External field types are not supported for the field '${field.name}'.`;
  }
  const kind = kinds[field.type];
  if (!kind) {
    return `The field '${field.name}' is not supported. Please\n                    refer to the documentation for the allowed types.`;
  }
  if (!allowed[kind].includes(comparison.operator)) {
    return `The field '${field.name}' is not supported for the operator ${operatorNames[comparison.operator]}.`;
  }
  const wrong = functionError(place, kind);
  if (wrong) return wrong;
  if (kind === 'integer' || kind === 'float') return numberError(place, kind);
  if (kind === 'date') return dateError(place);
  return kind === 'list' ? listError(place) : undefined;
}

function commentsError({ operator, values }: Comparison): string | undefined {
  if (!isEquality(operator)) {
    const name = operatorNames[operator].toLowerCase();
    return `'@comments' is not supported for the operator ${name}.`;
  }
  const called = values.find(({ is }) => is === 'now' || is === 'myself' || is === 'open');
  if (called?.is !== 'now' && called?.is !== 'myself' && called?.is !== 'open') return undefined;
  return `'@comments' cannot be compared to ${functionNames[called.is]}.`;
}

const doubleNegative =
  'Double negative like `IS NOT LINKED ... TRACKER != ...` or `WITHOUT ... TRACKER != ...` is not supported. Please use simpler form like `IS LINKED ... TRACKER = ...` or `WITH ... TRACKER = ...`';

function linkErrors(tracker: SandboxTracker, term: LinkTerm): string[] {
  const types = tracker.linkTypes.map((type) => type.shortname);
  const isDouble = term.isNegated && term.condition?.on === 'tracker' && !term.condition.isEqual;
  if (isDouble) return [doubleNegative];
  if (term.type === null || types.includes(term.type)) return [];
  const offer = `Available type${types.length > 1 ? 's' : ''}: ${types.join(', ')}`;
  return [`Link type '${term.type}' is invalid. ${offer}`];
}

export interface Findings {
  /** Names that nothing in the tracker has. */
  unknown: string[];
  errors: string[];
}

/** Walks the tree in the order of the text and gathers what is wrong with it. */
export function checkTql(
  viewer: Viewer,
  tracker: SandboxTracker,
  expression: Expression,
): Findings {
  const found: Findings = { unknown: [], errors: [] };
  const note = (error: string | undefined): void => {
    if (error !== undefined) found.errors.push(error);
  };
  const visitComparison = (comparison: Comparison): void => {
    if (comparison.name === '@comments') {
      note(commentsError(comparison));
      return;
    }
    const field = searchableField(viewer, tracker, comparison.name);
    if (field) note(comparisonError({ viewer, tracker, field, comparison }));
    else found.unknown.push(comparison.name);
  };
  const visit = (node: Expression): void => {
    if (node.is === 'comparison') visitComparison(node);
    else if (node.is === 'link') found.errors.push(...linkErrors(tracker, node));
    else for (const term of node.terms) visit(term);
  };
  visit(expression);
  return found;
}

/** The field of that name, when the viewer may read it; containers count as fields that cannot be searched. */
export function searchableField(
  viewer: Viewer,
  tracker: SandboxTracker,
  name: string,
): SandboxField | undefined {
  const field = tracker.fields.find((candidate) => candidate.name === name);
  if (!field) return undefined;
  return isContainer(field.type) || hasRight(viewer, { tracker, field }, 'read')
    ? field
    : undefined;
}
