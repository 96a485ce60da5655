import { createContext, useContext, useSyncExternalStore } from 'react';
import { joinWords } from '~/lib/words/joinWords';
import { type Upload, Uploads } from './uploads';

/** The uploads of the page, or of a prompt over it: who gives them waits for them. */
export const PageUploads = createContext<Uploads>(new Uploads());

/** The page's uploads, and those of one field as they stand now. */
export function useUploads(fieldId: number): { uploads: Uploads; mine: readonly Upload[] } {
  const uploads = useContext(PageUploads);
  const all = useSyncExternalStore(uploads.subscribe, uploads.list);
  return { uploads, mine: all.filter((upload) => upload.fieldId === fieldId) };
}

/**
 * Names of the files that are still on their way, or stopped on it: leaving or saving now would be without them. What can
 * never be sent has been said, and holds nothing up.
 */
export function useUnfinished(uploads: Uploads): readonly string[] {
  return useSyncExternalStore(uploads.subscribe, uploads.list)
    .filter(({ problem }) => problem?.way !== 'never')
    .map(({ name }) => name);
}

/** Why what is to be sent waits for files that are still on their way; undefined where none is. */
export function whyWaitFor(unfinished: readonly string[]): string | undefined {
  return unfinished.length === 0
    ? undefined
    : `Not all files are there yet: ${joinWords(unfinished)}`;
}
