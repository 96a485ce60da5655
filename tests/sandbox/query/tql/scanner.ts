/** Thrown inside the parser when nothing more can match; the server gives no position. */
export class TqlSyntaxError extends Error {}

/** Reads characters of a TQL text. A reading method gives undefined and stays where it was when it does not match. */
export class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** White space of any kind, no-break space included. */
  skip(): void {
    while (/[\s\u00a0\ufeff]/.test(this.text.charAt(this.at))) this.at += 1;
  }

  /** A sticky regular expression at this place. */
  match(expression: RegExp): string | undefined {
    const sticky = new RegExp(expression.source, `y${expression.flags.replace(/[gy]/g, '')}`);
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** A keyword: case does not count, and nothing has to follow it. */
  word(keyword: string): boolean {
    const found = this.text.slice(this.at, this.at + keyword.length);
    if (found.toLowerCase() !== keyword) return false;
    this.at += keyword.length;
    return true;
  }

  /** Words and marks one after the other with optional blanks between them, all or nothing. */
  words(...keywords: readonly string[]): boolean {
    const start = this.at;
    for (const [index, keyword] of keywords.entries()) {
      if (index > 0) this.skip();
      if (!this.word(keyword)) {
        this.at = start;
        return false;
      }
    }
    return true;
  }

  /** What `read` gives; the place before it when it gives nothing. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const start = this.at;
    const found = read();
    if (found === undefined) this.at = start;
    return found;
  }

  /** A text in either quote, with the escapes of queries.md §4.1. */
  quoted(): string | undefined {
    return this.attempt(() => {
      const quote = this.match(/['"]/);
      if (quote === undefined) return undefined;
      let value = '';
      while (!this.isAtEnd) {
        const char = this.text.charAt(this.at);
        this.at += 1;
        if (char === quote) return value;
        if (/[\n\r\f]/.test(char)) return undefined;
        const part = char === '\\' ? this.#escape() : char;
        if (part === undefined) return undefined;
        value += part;
      }
      return undefined;
    });
  }

  #escape(): string | undefined {
    if (this.match(/\r\n|[\n\r\f]/) !== undefined) return '';
    const code = this.match(/u[0-9a-f]{1,6}(?:\r\n|[ \t\n\r\f])?/i);
    if (code !== undefined) return this.#character(Number.parseInt(code.slice(1), 16));
    return this.match(/[^0-9a-f\n\r\f]/i);
  }

  #character(code: number): string {
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
}
