import { useState } from 'react';
import type { ApiError } from '~/api/error';
import type { DraftBase, DraftState } from '~/saving/draft/draftState';
import type { Problems } from './editor';
import { noProblems, refusalProblems } from './problems';

/** What was found wrong with a draft when it was to be sent, here or by the server. */
export interface FoundProblems {
  problems: Problems;
  /** The server refused with 403: why nothing can be sent any more. */
  lock: string | undefined;
  /** Lets it be tried again after a 403; undefined without one. */
  unlock: (() => void) | undefined;
  show(problems: Problems): void;
  /** The server refused what was sent; each of its texts stands as long as its field shows what it does in `draft`. */
  refuse(error: ApiError, draft: DraftState<DraftBase>): void;
  clear(): void;
}

/** The problems of one page; `forbidden` is what a 403 means there. */
export function useProblems(forbidden: string): FoundProblems {
  const [problems, show] = useState(noProblems);
  const [lock, setLock] = useState<string>();
  return {
    problems,
    lock,
    unlock: lock === undefined ? undefined : () => setLock(undefined),
    show,
    refuse(error, draft) {
      show(refusalProblems(error, draft));
      if (error.status === 403) setLock(forbidden);
    },
    clear() {
      show(noProblems);
      setLock(undefined);
    },
  };
}
