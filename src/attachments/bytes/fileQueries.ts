import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { CHUNK, type FileInfo } from '~/api/files';
import { scope } from '~/api/session';
import { readHead, readWhole } from './readFile';

/** How long bytes are kept after the last one who looked at them has gone. */
const KEPT = 60_000;

/** The bytes of an id never change: a new version of a file is a new file. */
const forever = { staleTime: Number.POSITIVE_INFINITY, gcTime: KEPT } as const;

const keyOf = ({ id }: FileInfo) => [...scope(), 'files', id] as const;

/** The first MiB of a file: what it is, and the thumbnail or text of a small one. */
export function headQuery(file: FileInfo) {
  return queryOptions({
    queryKey: [...keyOf(file), 'head'],
    queryFn: ({ signal }) => readHead(file, signal),
    ...forever,
  });
}

/** How many bytes of the whole have come, while `wholeQuery` is under way; it feeds this. */
export function progressQuery(file: FileInfo) {
  return queryOptions<number>({ queryKey: [...keyOf(file), 'progress'], queryFn: skipToken });
}

/** The whole file as a blob. Its progress stands in `progressQuery`. Not retried as a whole: its chunks are. */
export function wholeQuery(file: FileInfo) {
  return queryOptions({
    queryKey: [...keyOf(file), 'whole'],
    queryFn: async ({ signal, client }) => {
      const head = client.getQueryData(headQuery(file).queryKey);
      if (head && file.size <= CHUNK) return new Blob([head]);
      const tell = (received: number) =>
        client.setQueryData(progressQuery(file).queryKey, received);
      tell(0);
      return readWhole(file, { signal, onBytes: tell });
    },
    retry: false,
    ...forever,
  });
}

/**
 * A file that has just been uploaded from here is known already. Where it was moved or deleted on the disk meanwhile, its
 * bytes can no longer be read there: they come from the server as those of any other file.
 */
export async function rememberBytes(
  client: QueryClient,
  file: FileInfo,
  bytes: Blob,
): Promise<void> {
  client.setQueryData(wholeQuery(file).queryKey, bytes);
  try {
    const head = new Uint8Array(await bytes.slice(0, CHUNK).arrayBuffer());
    client.setQueryData(headQuery(file).queryKey, head);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    client.removeQueries({ queryKey: wholeQuery(file).queryKey });
  }
}
