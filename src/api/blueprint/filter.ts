/**
 * What the documentation knows of filters (list-artifacts.md §4.3), to say before and after a 400 what may be wrong. Its grammar
 * is drawn from four printed examples, so a finding is a warning: the server decides.
 */

export interface FilterFinding {
  /** Where in the typed text. */
  at: number;
  message: string;
}

interface Token {
  kind: 'word' | 'text' | 'sign' | 'open';
  text: string;
  at: number;
}

const operators = new Set(['eq', 'bi', 'gt', 'lt', 'ge', 'le']);
const fields = ['artifact-id', 'artifact-type', 'artifact-hasattachments', 'artifact-hascomments'];
const onlyEq = new Set(fields);
const yesOrNo = new Set(['artifact-hasattachments', 'artifact-hascomments']);

const TOKEN = /\s*(?:(property-)?'([^']*)'|(property-)?'([^']*)$|([();])|([^\s();']+))/gy;

/** The clauses' part of the text, with where it starts. */
function inner(typed: string): { text: string; at: number; isClosed: boolean } {
  const start = /^\s*filter\s*=\s*\{?/i.exec(typed)?.[0].length ?? 0;
  if (start === 0) return { text: typed, at: 0, isClosed: true };
  const end = typed.lastIndexOf('}');
  return { text: typed.slice(start, end < start ? undefined : end), at: start, isClosed: end >= 0 };
}

function tokens(text: string, from: number): Token[] {
  return [...text.matchAll(TOKEN)].map((match): Token => {
    const [whole, prefix, quoted, openPrefix, unclosed, sign, word] = match;
    const at = from + match.index + (whole.length - whole.trimStart().length);
    if (sign !== undefined) return { kind: 'sign', text: sign, at };
    if (word !== undefined) return { kind: 'word', text: word, at };
    if (unclosed !== undefined) return { kind: 'open', text: unclosed, at };
    if (prefix !== undefined || openPrefix !== undefined) {
      return { kind: 'word', text: `property-${quoted ?? ''}`, at };
    }
    return { kind: 'text', text: quoted ?? '', at };
  });
}

/** The tokens between semicolons. */
function clauses(all: readonly Token[]): Token[][] {
  const found: Token[][] = [[]];
  for (const token of all) {
    if (token.kind === 'sign' && token.text === ';') found.push([]);
    else found.at(-1)?.push(token);
  }
  return found.filter((clause) => clause.length > 0);
}

const isValue = (token: Token | undefined): boolean =>
  token?.kind === 'text' || (token?.kind === 'word' && /^-?\d+(\.\d+)?$/.test(token.text));

function checkField({ text, at }: Token): FilterFinding | undefined {
  const name = text.toLowerCase();
  if (/^property-./.test(name) || fields.includes(name)) return undefined;
  const message = `“${text}” is no documented field: artifact-id, artifact-type, artifact-HasAttachments, artifact-HasComments, property-'name'.`;
  return { at, message };
}

function checkOperator(field: string, { text, at }: Token): FilterFinding | undefined {
  const name = text.toLowerCase();
  if (!operators.has(name)) {
    const hint = /^(ne|contains|like|in|=|<>|!=)$/.test(name)
      ? ' There is neither “not equal” nor “contains”.'
      : '';
    return { at, message: `“${text}” is no documented operator: eq, bi, gt, lt, ge, le.${hint}` };
  }
  if (name !== 'eq' && onlyEq.has(field)) {
    return { at, message: `${field} is documented with eq only, not with ${name}.` };
  }
  return undefined;
}

/** `'a'`, or `('a' or 'b' …)` with one kind of word between the values. */
function checkOperand(
  field: string,
  operand: readonly Token[],
  end: number,
): FilterFinding | undefined {
  const [first] = operand;
  if (!first) return { at: end, message: 'A value is missing after the operator.' };
  const { at } = first;
  if (first.text !== '(' || first.kind !== 'sign') {
    if (!isValue(first)) return { at, message: `“${first.text}” must stand in straight quotes.` };
    const more = operand[1];
    return more && { at: more.at, message: 'Several values stand in brackets, with or between.' };
  }
  const inside = operand.slice(1, -1);
  if (operand.at(-1)?.text !== ')') return { at, message: 'The bracket is not closed.' };
  const values = inside.filter((_, index) => index % 2 === 0);
  const words = new Set(
    inside.filter((_, index) => index % 2 === 1).map(({ text }) => text.toLowerCase()),
  );
  const isList = inside.length % 2 === 1 && values.every(isValue);
  if (!isList || [...words].some((word) => word !== 'or' && word !== 'and')) {
    return { at, message: "A list of values is written ('1' or '2' or '3')." };
  }
  if (words.size > 1) return { at, message: 'Mixing or and and in one list is not documented.' };
  return yesOrNo.has(field) && values.length > 1
    ? { at, message: `${field} takes one value, 'true' or 'false'.` }
    : undefined;
}

function checkClause(clause: readonly Token[]): FilterFinding | undefined {
  const [field, operator, ...operand] = clause;
  const open = clause.find(({ kind }) => kind === 'open');
  if (open) return { at: open.at, message: 'A quote is not closed.' };
  if (!field) return undefined;
  const wrongField = checkField(field);
  if (wrongField) return wrongField;
  if (!operator) return { at: field.at, message: `An operator is missing after ${field.text}.` };
  const name = field.text.toLowerCase();
  return checkOperator(name, operator) ?? checkOperand(name, operand, operator.at);
}

/** What in the typed filter is not as documented, one finding per clause; nothing for an empty text. */
export function checkFilter(typed: string): FilterFinding[] {
  if (typed.trim() === '') return [];
  const curly = typed.search(/[‘’“”]/);
  if (curly >= 0) {
    return [
      { at: curly, message: "Typographic quotes: the documentation means straight ones, '." },
    ];
  }
  const { text, at, isClosed } = inner(typed);
  const found = clauses(tokens(text, at));
  const last: FilterFinding[] = isClosed
    ? []
    : [{ at: typed.length, message: 'The } is missing.' }];
  if (found.length === 0) return [{ at, message: 'The filter has no clause.' }, ...last];
  return [...found.flatMap((clause) => checkClause(clause) ?? []), ...last];
}
