import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import { type Upload, Uploads } from './uploads';

/** The uploads of the page. A field outside of such a page has its own, which end with it. */
export const PageUploads = createContext<Uploads | null>(null);

/** The page's uploads, and those of one field as they stand now. */
export function useUploads(fieldId: number): { uploads: Uploads; mine: readonly Upload[] } {
  const ofPage = useContext(PageUploads);
  const [own] = useState(() => ofPage ?? new Uploads());
  const uploads = ofPage ?? own;
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
