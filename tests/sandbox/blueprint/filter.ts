import { type Clause, clauses, type Value } from './filterText';
import type { SourceArtifact, SourceProperty } from './model';
import { refuseBlueprint } from './refusal';

type Kind =
  | 'id'
  | 'type'
  | 'yesNo'
  | 'text'
  | 'rich'
  | 'number'
  | 'date'
  | 'choice'
  | 'user'
  | 'stamp';

/** Which operand forms and operators a field takes: the table of list-artifacts.md §4.3. */
const allowed: Record<Kind, { one: boolean; and: boolean; or: boolean; order: boolean }> = {
  id: { one: true, and: false, or: true, order: false },
  type: { one: true, and: false, or: true, order: false },
  yesNo: { one: true, and: false, or: false, order: false },
  text: { one: true, and: false, or: true, order: false },
  rich: { one: true, and: false, or: false, order: false },
  number: { one: true, and: false, or: true, order: false },
  date: { one: true, and: false, or: true, order: true },
  choice: { one: true, and: true, or: false, order: false },
  user: { one: true, and: true, or: false, order: false },
  stamp: { one: false, and: false, or: false, order: true },
};

const malformed = (why: string): never =>
  refuseBlueprint(400, `The filter parameter is invalid. ${why}`);

const stripped = (html: string): string => html.replace(/<[^>]*>/g, '');

function kindOf(property: SourceProperty): Kind {
  if (/^(Created|Last Edited) On$/.test(property.name)) return 'stamp';
  if (property.kind === 'Text') return property.isRich ? 'rich' : 'text';
  const kinds = { Number: 'number', Date: 'date', Choice: 'choice', User: 'user' } as const;
  return kinds[property.kind];
}

function checkOperator(clause: Clause, kind: Kind): void {
  const { operator, values, word, field } = clause;
  const rule = allowed[kind];
  if (!/^(eq|bi|gt|lt|ge|le)$/.test(operator)) malformed(`Unknown operator ${operator}.`);
  const no = () => malformed(`The operator ${operator} is not supported for ${field}.`);
  if (operator !== 'eq') {
    const count = operator === 'bi' ? 2 : 1;
    if (!rule.order) no();
    if (values.length !== count) malformed(`${operator} takes ${count} value(s).`);
    return;
  }
  if (values.length === 1 ? !rule.one : word === 'and' ? !rule.and : !rule.or) no();
}

function yesNo([value]: readonly Value[]): boolean {
  const text = value?.toLowerCase();
  if (text !== 'true' && text !== 'false') return malformed('Expected true or false.');
  return text === 'true';
}

function timeOf(value: Value | undefined): number {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? malformed(`${value} is no date.`) : time;
}

function inOrder(operator: string, time: number, values: readonly Value[]): boolean {
  const first = timeOf(values[0]);
  if (operator === 'bi') return time >= first && time <= timeOf(values[1]);
  const tests: Record<string, boolean> = {
    gt: time > first,
    lt: time < first,
    ge: time >= first,
    le: time <= first,
    eq: values.some((value) => timeOf(value) === time),
  };
  return tests[operator] ?? false;
}

function textsOf(property: SourceProperty): string[] {
  if (property.kind === 'Text') {
    return [property.isRich ? stripped(property.text) : property.text];
  }
  if (property.kind === 'Number') return [String(property.number)];
  if (property.kind === 'Choice') return property.choices;
  return property.kind === 'User' ? property.people.map(({ name }) => name) : [property.date];
}

function propertyMatches(clause: Clause, property: SourceProperty): boolean {
  const { operator, values, word } = clause;
  if (property.kind === 'Date') return inOrder(operator, Date.parse(property.date), values);
  const texts = textsOf(property).map((text) => text.toLowerCase());
  const has = (value: Value) =>
    property.kind === 'Number'
      ? property.number === Number(value)
      : texts.includes(value.toLowerCase());
  return word === 'and' ? values.every(has) : values.some(has);
}

/** A filter over the artifacts of a project: what it does with one of them. */
type Test = (artifact: SourceArtifact) => boolean;

function propertyTest(clause: Clause, artifacts: readonly SourceArtifact[]): Test {
  const name = clause.property.toLowerCase();
  const find = (artifact: SourceArtifact) =>
    artifact.properties.find((property) => property.name.toLowerCase() === name);
  const known = artifacts.map(find).find((property) => property !== undefined);
  if (!known) return malformed(`There is no property ${clause.property}.`);
  checkOperator(clause, kindOf(known));
  return (artifact) => {
    const property = find(artifact);
    return property !== undefined && propertyMatches(clause, property);
  };
}

function test(clause: Clause, artifacts: readonly SourceArtifact[]): Test {
  const { field, values } = clause;
  if (clause.property !== '') return propertyTest(clause, artifacts);
  if (field === 'artifact-id') {
    checkOperator(clause, 'id');
    return ({ id }) => values.some((value) => Number(value) === id);
  }
  if (field === 'artifact-type') {
    checkOperator(clause, 'type');
    return ({ typeName }) => values.some((value) => value.toLowerCase() === typeName.toLowerCase());
  }
  if (field === 'artifact-hasattachments' || field === 'artifact-hascomments') {
    checkOperator(clause, 'yesNo');
    const isWanted = yesNo(values);
    return ({ attachments, comments }) =>
      (field.endsWith('comments') ? comments : attachments).length > 0 === isWanted;
  }
  return malformed(`Unknown field ${field}.`);
}

/** The artifacts that a body `filter={…}` lets through; a 400 that names what is wrong with it. */
export function filtered(body: string, artifacts: readonly SourceArtifact[]): SourceArtifact[] {
  const tests = clauses(body).map((clause) => test(clause, artifacts));
  return artifacts.filter((artifact) => tests.every((each) => each(artifact)));
}
