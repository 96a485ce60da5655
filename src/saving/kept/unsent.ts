import * as z from 'zod/mini';
import type { Uploads } from '~/attachments/upload/uploads';
import type { KeptRecord } from '~/kept/record';
import { equal } from '~/lib/equal';

const UNSENT = 'unsent';

const unsentSchema = z.array(z.string());

/** The files of a page that are on their way, as a part of its draft; always the same list while they are the same. */
export function unsentPart(uploads: Uploads): () => readonly (readonly [string, unknown])[] {
  let last: readonly string[] = [];
  return () => {
    const now = uploads
      .list()
      .filter(({ problem }) => problem?.way !== 'never')
      .map(({ name }) => name);
    if (!equal(now, last)) last = now;
    return last.length === 0 ? [] : [[UNSENT, last]];
  };
}

/** Names of the files that were on their way when the tab was closed: their bytes went with it. */
export function unsentIn(records: ReadonlyMap<string, KeptRecord>): readonly string[] {
  const read = z.safeParse(unsentSchema, records.get(UNSENT)?.body);
  return read.success ? read.data : [];
}

/** "photo.png was still being sent": what to do about it. */
export function unsentWords(names: readonly string[]): string {
  const [one] = names;
  if (one === undefined) return '';
  return names.length === 1
    ? `${one} was still being uploaded and is not among the files: add it again.`
    : `${names.join(', ')} were still being uploaded and are not among the files: add them again.`;
}
