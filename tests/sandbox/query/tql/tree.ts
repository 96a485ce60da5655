/** What a TQL text says (queries.md §4.1). */

export type Literal =
  | { is: 'string'; value: string }
  | { is: 'int'; value: number }
  | { is: 'float'; value: number }
  /** `amount` in units, negative for the past; 0 is now itself. */
  | { is: 'now'; amount: number; unit: 'd' | 'w' | 'm' | 'y' }
  | { is: 'myself' }
  | { is: 'open' };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'between' | 'in' | 'not in';

export interface Comparison {
  is: 'comparison';
  /** A field name, or a metadata name with its `@`. */
  name: string;
  operator: Operator;
  values: readonly Literal[];
}

export type LinkCondition =
  | { on: 'artifact'; id: number }
  | { on: 'tracker'; itemName: string; isEqual: boolean };

export interface LinkTerm {
  is: 'link';
  /** `reverse`: the artifact is linked *from* the other one. */
  direction: 'forward' | 'reverse';
  isNegated: boolean;
  /** Null is any type. */
  type: string | null;
  condition: LinkCondition | null;
}

export interface Junction {
  is: 'and' | 'or';
  terms: readonly Expression[];
}

export type Expression = Comparison | LinkTerm | Junction;
