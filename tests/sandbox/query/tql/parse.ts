import { Scanner, TqlSyntaxError } from './scanner';
import type {
  Comparison,
  Expression,
  Junction,
  LinkCondition,
  LinkTerm,
  Literal,
  Operator,
} from './tree';

/** The parser of queries.md §4.1: ordered choice with stepping back, as the server's own. */
class Parser {
  readonly #scan: Scanner;
  /** Nodes of the server's tree, wrappers included: the measure of complexity. */
  size = 0;

  constructor(text: string) {
    this.#scan = new Scanner(text);
  }

  query(): Expression {
    this.#scan.skip();
    const expression = this.#junction('or');
    this.#scan.skip();
    if (!expression || !this.#scan.isAtEnd) throw new TqlSyntaxError('Syntax error');
    return expression;
  }

  #junction(is: Junction['is']): Junction | undefined {
    const operand = (): Expression | undefined =>
      is === 'or' ? this.#junction('and') : this.#term();
    const first = operand();
    if (!first) return undefined;
    this.size += 1;
    const terms = [first];
    for (;;) {
      const next = this.#scan.attempt(() => {
        this.#scan.skip();
        if (!this.#scan.word(is)) return undefined;
        this.#scan.skip();
        return operand();
      });
      if (!next) return { is, terms };
      this.size += 1;
      terms.push(next);
    }
  }

  #term(): Expression | undefined {
    const found = this.#scan.attempt(() => this.#comparison()) ?? this.#group() ?? this.#link();
    if (found && found.is !== 'or') this.size += 1;
    return found;
  }

  #group(): Expression | undefined {
    return this.#scan.attempt(() => {
      if (!this.#scan.word('(')) return undefined;
      this.#scan.skip();
      const inner = this.#junction('or');
      this.#scan.skip();
      return inner && this.#scan.word(')') ? inner : undefined;
    });
  }

  #comparison(): Comparison | undefined {
    const name = this.#scan.match(/@[A-Za-z0-9_.]+/) ?? this.#scan.match(/[A-Za-z0-9_-]+/);
    if (name === undefined) return undefined;
    this.#scan.skip();
    const simple = this.#scan.match(/!=|<=|>=|=|<|>/) as Operator | undefined;
    if (simple) {
      this.#scan.skip();
      const value = this.#literal();
      return value && { is: 'comparison', name, operator: simple, values: [value] };
    }
    const values = this.#scan.attempt(() => this.#between());
    if (values) return { is: 'comparison', name, operator: 'between', values };
    return this.#scan.attempt(() => this.#inList(name));
  }

  #between(): Literal[] | undefined {
    if (!this.#scan.words('between', '(')) return undefined;
    const values = this.#literals();
    return values?.length === 2 && this.#scan.word(')') ? values : undefined;
  }

  #inList(name: string): Comparison | undefined {
    const operator = this.#scan.word('not in')
      ? 'not in'
      : this.#scan.word('in')
        ? 'in'
        : undefined;
    this.#scan.skip();
    if (!operator || !this.#scan.word('(')) return undefined;
    const values = this.#literals();
    if (!values) return undefined;
    // One comma too many is allowed.
    if (this.#scan.word(',')) this.#scan.skip();
    return this.#scan.word(')') ? { is: 'comparison', name, operator, values } : undefined;
  }

  /** Literals with commas between them; blanks after the last one are taken too. */
  #literals(): Literal[] | undefined {
    this.#scan.skip();
    const first = this.#literal();
    if (!first) return undefined;
    const values = [first];
    for (;;) {
      this.#scan.skip();
      const next = this.#scan.attempt(() => {
        if (!this.#scan.word(',')) return undefined;
        this.#scan.skip();
        return this.#literal();
      });
      if (!next) return values;
      values.push(next);
    }
  }

  #literal(): Literal | undefined {
    const text = this.#scan.quoted();
    if (text !== undefined) return { is: 'string', value: text };
    const float = this.#scan.match(/\d+\.\d+/);
    if (float !== undefined) return { is: 'float', value: Number(float) };
    const int = this.#scan.match(/\d+/);
    if (int !== undefined) return { is: 'int', value: Number(int) };
    if (this.#scan.words('now', '(', ')')) return this.#now();
    if (this.#scan.words('myself', '(', ')')) return { is: 'myself' };
    return this.#scan.words('open', '(', ')') ? { is: 'open' } : undefined;
  }

  #now(): Literal {
    const shift = this.#scan.attempt(() => {
      this.#scan.skip();
      const sign = this.#scan.match(/[+-]/);
      this.#scan.skip();
      const period = this.#scan.match(/\d+[dwmy]/i);
      if (sign === undefined || period === undefined) return undefined;
      const unit = period.slice(-1).toLowerCase() as 'd' | 'w' | 'm' | 'y';
      const amount = Number(period.slice(0, -1)) * (sign === '-' ? -1 : 1);
      return { is: 'now' as const, amount, unit };
    });
    return shift ?? { is: 'now', amount: 0, unit: 'd' };
  }

  #link(): LinkTerm | undefined {
    return (
      this.#scan.attempt(() => this.#covered()) ??
      this.#scan.attempt(() => this.#family()) ??
      this.#scan.attempt(() => this.#linked())
    );
  }

  /** `IS [NOT]`, with the blanks after it. */
  #is(): { isNegated: boolean } | undefined {
    if (!this.#scan.word('is')) return undefined;
    this.#scan.skip();
    const isNegated = this.#scan.word('not');
    this.#scan.skip();
    return { isNegated };
  }

  #covered(): LinkTerm | undefined {
    const verb = this.#is();
    if (!verb) return undefined;
    const common = { is: 'link' as const, type: '_covered_by', isNegated: verb.isNegated };
    if (this.#scan.word('covered')) {
      const condition = this.#after(() => {
        if (!this.#scan.word('by')) return undefined;
        this.#scan.skip();
        return this.#artifact();
      });
      return { ...common, direction: 'forward', condition };
    }
    if (!this.#scan.word('covering')) return undefined;
    return { ...common, direction: 'reverse', condition: this.#after(() => this.#artifact()) };
  }

  #family(): LinkTerm | undefined {
    const isNegated = this.#scan.word('without');
    if (!isNegated && !this.#scan.word('with')) return undefined;
    this.#scan.skip();
    const direction = this.#scan.word('parent')
      ? 'reverse'
      : this.#scan.word('children') || this.#scan.word('child')
        ? 'forward'
        : undefined;
    if (!direction) return undefined;
    const condition = this.#after(() => this.#condition());
    return { is: 'link', direction, isNegated, type: '_is_child', condition };
  }

  #linked(): LinkTerm | undefined {
    const verb = this.#is();
    if (!verb || !this.#scan.word('linked')) return undefined;
    this.#scan.skip();
    const isFrom = this.#scan.word('from');
    if (!isFrom && !this.#scan.word('to')) return undefined;
    const condition = this.#after(() => this.#condition());
    const type = this.#after(() => {
      if (!this.#scan.words('with', 'type')) return undefined;
      this.#scan.skip();
      return this.#scan.quoted();
    });
    const direction = isFrom ? 'reverse' : 'forward';
    return { is: 'link', direction, isNegated: verb.isNegated, type, condition };
  }

  /** Something optional after blanks; the blanks are given back when it is not there. */
  #after<T>(read: () => T | undefined): T | null {
    return (
      this.#scan.attempt(() => {
        this.#scan.skip();
        return read();
      }) ?? null
    );
  }

  #artifact(): LinkCondition | undefined {
    return this.#scan.attempt(() => {
      if (!this.#scan.words('artifact', '=')) return undefined;
      this.#scan.skip();
      const id = this.#scan.match(/\d+/);
      return id === undefined ? undefined : { on: 'artifact' as const, id: Number(id) };
    });
  }

  #condition(): LinkCondition | undefined {
    return (
      this.#artifact() ??
      this.#scan.attempt(() => {
        if (!this.#scan.word('tracker')) return undefined;
        this.#scan.skip();
        const operator = this.#scan.match(/!=|=/);
        this.#scan.skip();
        const itemName = operator === undefined ? undefined : this.#scan.quoted();
        return itemName === undefined
          ? undefined
          : { on: 'tracker' as const, itemName, isEqual: operator === '=' };
      })
    );
  }
}

/** The tree of a TQL text and its size in nodes of the server's grammar. Throws TqlSyntaxError. */
export function parseTql(text: string): { expression: Expression; size: number } {
  const parser = new Parser(text);
  const expression = parser.query();
  return { expression, size: parser.size };
}
