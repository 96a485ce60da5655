import { problem, Refusal } from '../../http';

/**
 * What is wrong with the values of a write, gathered: the server names every bad field in one answer, each line ended
 * by a line break, and begins the lines of a creation with their level (recorded artifacts/30, 74, 139).
 */
export class Feedback {
  readonly #lines: string[] = [];
  readonly #prefix: string;

  constructor(kind: 'create' | 'update') {
    this.#prefix = kind === 'create' ? 'error: ' : '';
  }

  add(line: string): void {
    this.#lines.push(`${this.#prefix}${line}\n`);
  }

  /** Ends the call with 400 when something was added. */
  check(): void {
    if (this.#lines.length > 0) throw new Refusal(problem(400, this.#lines.join('')));
  }
}
