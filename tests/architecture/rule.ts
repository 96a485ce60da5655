import type { Source } from './sources';

/** One convention that a machine can hold. */
export interface Rule {
  name: string;
  /** The violations in these files, as `path: what`. */
  check(sources: readonly Source[]): string[];
  /** Files that break the rule, each in its own way: every one must be reported, so that the rule itself can fail. */
  bad: readonly Source[];
  /** Files that are near to breaking it and do not. */
  good: readonly Source[];
}

/** A file for `bad` and `good`. */
export function file(path: string, text: string): Source {
  return { path, text };
}

/** A rule that looks at one file at a time: `find` gives what is wrong with a file, `about` which files it is for. */
export function perFile(rule: {
  name: string;
  about: (path: string) => boolean;
  find: (source: Source) => string[];
  bad: readonly Source[];
  good: readonly Source[];
}): Rule {
  const { name, about, find, bad, good } = rule;
  return {
    name,
    bad,
    good,
    check: (sources) =>
      sources
        .filter((source) => about(source.path))
        .flatMap((source) => find(source).map((what) => `${source.path}: ${what}`)),
  };
}
