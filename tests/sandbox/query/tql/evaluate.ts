import { atom, dayOf, strtotime } from '../../clock';
import type { SandboxArtifact, SandboxField, SandboxTracker } from '../../model';
import { canSeeArtifact, type Viewer } from '../../tracker/access';
import { currentValues } from '../../tracker/artifacts';
import { forwardLinks, reverseLinks } from '../../tracker/linkIndex';
import { commentSeen } from '../../tracker/privateComments';
import { bindOf } from '../../tracker/shapes/fieldRepresentation';
import { compare } from '../criteriaTests';
import { daySpan, type Span } from '../dates';
import { contains, containsWords, fileTextsOf, idsOf, numberOf, secondsOf, textOf } from '../read';
import { isTimed, searchableField } from './check';
import { labelsOf, namesOfLiterals } from './labels';
import type { Comparison, Expression, LinkTerm, Literal } from './tree';

type Test = (artifact: SandboxArtifact) => boolean;

interface Place {
  viewer: Viewer;
  tracker: SandboxTracker;
}

const not =
  (test: Test): Test =>
  (artifact) =>
    !test(artifact);
const firstText = ({ values }: Comparison): string => {
  const [literal] = values;
  return literal && 'value' in literal ? String(literal.value) : '';
};

/** `=` means "contains", and the empty text means "has none"; `!=` is the opposite, empty ones included. */
function textsTest(
  comparison: Comparison,
  textsOf: (artifact: SandboxArtifact) => string[],
  isFound = contains,
): Test {
  const wanted = firstText(comparison);
  const isEqual: Test =
    wanted === ''
      ? (artifact) => textsOf(artifact).every((text) => text === '')
      : (artifact) => textsOf(artifact).some((text) => isFound(text, wanted));
  return comparison.operator === '=' ? isEqual : not(isEqual);
}

function numberTest(place: Place, field: SandboxField, comparison: Comparison): Test {
  const { operator, values } = comparison;
  const read: (artifact: SandboxArtifact) => number | null = (artifact) =>
    numberOf(place.viewer.world, artifact, field);
  const limits = values.map((literal) => ('value' in literal ? literal.value : ''));
  const [low, high] = limits.map(Number);
  if (limits[0] === '') {
    const isEmpty: Test = (artifact) => read(artifact) === null;
    return operator === '=' ? isEmpty : not(isEmpty);
  }
  return (artifact) => {
    const value = read(artifact);
    if (operator === '!=') return value !== low;
    if (value === null || low === undefined) return false;
    if (operator === 'between') return value >= low && value <= (high ?? low);
    return compare(value, operator, low);
  };
}

/** `NOW() - 1m` counts months on the calendar, as PHP does. */
function shifted(now: number, { amount, unit }: Extract<Literal, { is: 'now' }>): number {
  const date = new Date(now * 1000);
  if (unit === 'd') date.setUTCDate(date.getUTCDate() + amount);
  if (unit === 'w') date.setUTCDate(date.getUTCDate() + amount * 7);
  if (unit === 'm') date.setUTCMonth(date.getUTCMonth() + amount);
  if (unit === 'y') date.setUTCFullYear(date.getUTCFullYear() + amount);
  return Math.floor(date.getTime() / 1000);
}

/** A day, a minute when a time is given, and for NOW() the minute or, on plain dates, the day. */
function spanOf(literal: Literal, field: SandboxField, now: number): Span {
  if (literal.is === 'now') {
    const seconds = shifted(now, literal);
    if (!isTimed(field)) return daySpan(dayOf(seconds));
    const from = Date.parse(`${atom(seconds).slice(0, 16)}:00${atom(seconds).slice(19)}`) / 1000;
    return { from, to: from + 59 };
  }
  const text = 'value' in literal ? String(literal.value) : '';
  const seconds = strtotime(text) ?? 0;
  return text.includes(':') ? { from: seconds, to: seconds + 59 } : daySpan(dayOf(seconds));
}

function dateTest(place: Place, field: SandboxField, comparison: Comparison): Test {
  const { operator, values } = comparison;
  const now = place.viewer.world.now() / 1000;
  if (values[0]?.is === 'string' && values[0].value === '') {
    const isEmpty: Test = (artifact) => secondsOf(artifact, field) === null;
    return operator === '=' ? isEmpty : not(isEmpty);
  }
  const spans = values.map((literal) => spanOf(literal, field, now));
  const [first, last] = [spans[0], spans.at(-1)];
  return (artifact) => {
    const seconds = secondsOf(artifact, field);
    if (!first || !last) return false;
    if (operator === '!=') return seconds === null || seconds < first.from || seconds > first.to;
    if (seconds === null) return false;
    if (operator === '=') return seconds >= first.from && seconds <= first.to;
    if (operator === '<') return seconds < first.from;
    if (operator === '<=') return seconds <= first.to;
    if (operator === '>') return seconds > first.to;
    if (operator === '>=') return seconds >= first.from;
    return seconds >= first.from && seconds <= last.to;
  };
}

function wantedIds(place: Place, field: SandboxField, names: readonly string[]): Set<string> {
  const { viewer, tracker } = place;
  const isAuthor = bindOf(field) === 'users' && field.type.endsWith('by');
  const labels = isAuthor
    ? new Map(viewer.world.users.map((user) => [user.username.toLowerCase(), user.id]))
    : labelsOf(viewer, tracker, field);
  return new Set(
    names.flatMap((name) => {
      const id = labels.get(name.toLowerCase());
      return id === undefined ? [] : [String(id)];
    }),
  );
}

function listTest(place: Place, field: SandboxField, comparison: Comparison): Test {
  const { operator, values } = comparison;
  const names = namesOfLiterals(place.viewer, values);
  const isPositive = operator === '=' || operator === 'in';
  if (names[0] === '' && (operator === '=' || operator === '!=')) {
    const isEmpty: Test = (artifact) => idsOf(artifact, field).length === 0;
    return isPositive ? isEmpty : not(isEmpty);
  }
  const wanted = wantedIds(place, field, names);
  const isOne: Test = (artifact) => idsOf(artifact, field).some((id) => wanted.has(String(id)));
  return isPositive ? isOne : not(isOne);
}

/** A field without any stored value meets no comparison, `!=` and the empty text included (recorded, tracker 5). */
const whereSet =
  (field: SandboxField, test: Test): Test =>
  (artifact) =>
    currentValues(artifact).has(field.id) && test(artifact);

function comparisonTest(place: Place, comparison: Comparison): Test {
  const { viewer, tracker } = place;
  if (comparison.name === '@comments') {
    const comments = (artifact: SandboxArtifact): string[] =>
      artifact.changesets.map((one) => commentSeen(viewer, tracker, one).content);
    return textsTest(comparison, comments, containsWords);
  }
  const field = searchableField(viewer, tracker, comparison.name);
  if (!field) return () => false;
  switch (field.type) {
    case 'string':
    case 'text':
      return whereSet(
        field,
        textsTest(comparison, (artifact) => [textOf(artifact, field)]),
      );
    case 'file':
      return textsTest(comparison, (artifact) => fileTextsOf(viewer.world, artifact, field));
    case 'int':
    case 'float':
      return whereSet(field, numberTest(place, field, comparison));
    case 'date':
      return whereSet(field, dateTest(place, field, comparison));
    case 'subon':
    case 'lud':
      return dateTest(place, field, comparison);
    default:
      return listTest(place, field, comparison);
  }
}

function linkTest({ viewer }: Place, term: LinkTerm): Test {
  const { world } = viewer;
  const { condition, type, direction } = term;
  const isWanted = (id: number): boolean => {
    const other = world.artifacts.get(id);
    if (!other || other.isDeleted) return false;
    if (!condition) return true;
    if (condition.on === 'artifact') return id === condition.id;
    const itemName = world.trackers.get(other.trackerId)?.itemName;
    return (itemName === condition.itemName) === condition.isEqual;
  };
  const test: Test = (artifact) => {
    const links =
      direction === 'forward' ? forwardLinks(world, artifact) : reverseLinks(world, artifact.id);
    return links.some((link) => (type === null || link.type === type) && isWanted(link.id));
  };
  return term.isNegated ? not(test) : test;
}

/** The test that a checked tree makes of an artifact. */
export function evaluator(viewer: Viewer, tracker: SandboxTracker, expression: Expression): Test {
  const place = { viewer, tracker };
  const build = (node: Expression): Test => {
    if (node.is === 'comparison') return comparisonTest(place, node);
    if (node.is === 'link') return linkTest(place, node);
    const tests = node.terms.map(build);
    return node.is === 'and'
      ? (artifact) => tests.every((test) => test(artifact))
      : (artifact) => tests.some((test) => test(artifact));
  };
  const test = build(expression);
  return (artifact) => canSeeArtifact(viewer, artifact) && test(artifact);
}
