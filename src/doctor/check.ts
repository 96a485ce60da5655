import type { Bench, Came } from './bench';

/** `unknown`: it could not be looked at, or the person has not asked for it. */
export type Level = 'green' | 'amber' | 'red' | 'unknown';

/** What in the proxy text mends a finding; `all`: there is no such proxy yet. */
export type Topic = 'all' | 'pass' | 'etag' | 'conditions' | 'sign-in' | 'challenge' | 'body';

/** What one check found. */
export interface Finding {
  level: Level;
  /** What came, in a sentence. */
  came: string;
  /** What will not work because of it. */
  without?: string;
  mend?: string;
  topic?: Topic;
}

export const groups = ['Reach', 'Sign-in', 'Saving', 'Files', 'Services'] as const;

/** One line of the doctor. `run` is pure but for what it asks; it throws only when the page goes away. */
export interface Check {
  id: string;
  title: string;
  group: (typeof groups)[number];
  /** Why it runs on request only. */
  costs?: string;
  run(bench: Bench): Promise<Finding>;
}

export function green(came: string): Finding {
  return { level: 'green', came };
}

export function unknown(came: string, mend?: string): Finding {
  return { level: 'unknown', came, ...(mend ? { mend } : {}) };
}

export type Trouble = Required<Pick<Finding, 'came' | 'without' | 'mend'>> & { topic?: Topic };

export function amber(trouble: Trouble): Finding {
  return { level: 'amber', ...trouble };
}

export function red(trouble: Trouble): Finding {
  return { level: 'red', ...trouble };
}

/** What came, as a part of a sentence. */
export function described(came: Came): string {
  if (came.kind === 'none') return 'not at all';
  const isHtml = /\bhtml\b/.test(came.headers.get('content-type') ?? '');
  return `${came.status}${isHtml ? ' with a page of HTML' : ''}`;
}

export const readOnly = unknown('Not tested, because read-only is on.');
