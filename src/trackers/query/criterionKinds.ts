/** What a criterion asks of a field; the operators are those that the server honours (queries.md §2). */
export type CriterionKind = 'text' | 'number' | 'date' | 'list' | 'link';

export type Operator = 'contains' | 'in' | '=' | '<' | '<=' | '>' | '>=' | 'between';

/** By REST type code; a type that is not here cannot be asked for. */
const kinds: Readonly<Record<string, CriterionKind>> = {
  string: 'text',
  text: 'text',
  file: 'text',
  int: 'number',
  float: 'number',
  computed: 'number',
  aid: 'number',
  atid: 'number',
  priority: 'number',
  date: 'date',
  subon: 'date',
  lud: 'date',
  sb: 'list',
  rb: 'list',
  msb: 'list',
  cb: 'list',
  tbl: 'list',
  subby: 'list',
  luby: 'list',
  art_link: 'link',
};

export function criterionKind(type: string): CriterionKind | undefined {
  return kinds[type];
}

/** Operators in the order in which they are offered, the first one first; with the words for them. */
export const operators: Readonly<Record<CriterionKind, readonly [Operator, string][]>> = {
  text: [['contains', 'contains all of']],
  number: [
    ['=', 'is'],
    ['<', 'is less than'],
    ['<=', 'is at most'],
    ['>', 'is more than'],
    ['>=', 'is at least'],
    ['between', 'is from … to'],
  ],
  date: [
    ['=', 'is on'],
    ['<', 'is before'],
    ['>', 'is after'],
    ['between', 'is from … to'],
  ],
  list: [['in', 'is any of']],
  link: [['=', 'links to artifact']],
};
