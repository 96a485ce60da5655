import type { ForwardLink } from '../model';

/** Forward links of the seed, known before any history is written: the reverse side is asked for first. */
export class SeedLinks {
  readonly #bySource = new Map<number, ForwardLink[]>();

  add(source: number, type: string, ...targets: readonly number[]): void {
    const links = this.#bySource.get(source) ?? [];
    links.push(...targets.map((id) => ({ id, type })));
    this.#bySource.set(source, links);
  }

  of(source: number): readonly ForwardLink[] {
    return this.#bySource.get(source) ?? [];
  }

  entries(): Iterable<[number, readonly ForwardLink[]]> {
    return this.#bySource;
  }
}
