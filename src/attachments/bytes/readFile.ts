import { inParallel, offsets } from '~/api/answers/paging';
import { ApiError } from '~/api/error';
import { CHUNK, canDownload, downloadFile, type FileInfo, readChunk } from '~/api/files';

/** Chunks under way at a time: a large file leaves places for the pages beside it (`requests/slots.ts`). */
const WIDTH = 4;

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** Hears how many of the file's bytes have come. */
  onBytes?: ((received: number) => void) | undefined;
}

function isShort(file: FileInfo, facts: { offset: number; size: number; length: number }): never {
  throw new ApiError('shape', 'A piece of the file is missing.', {
    request: { method: 'GET', path: `/api/${file.uri}?offset=${facts.offset}` },
    status: 200,
    body: 'json',
    issues: [
      {
        path: 'data',
        message: `${facts.length} bytes at ${facts.offset} of ${facts.size}`,
      },
    ],
  });
}

/**
 * The whole file by base64 chunks, the way that works from every origin (attachments.md §2): the first says how many
 * there are, then several at a time, each decoded by itself and handed to the browser as a part of the blob. Every
 * chunk must be as long as it has to be. Throws `ApiError`, or the signal's reason.
 */
export async function readInChunks(file: FileInfo, options: ReadOptions = {}): Promise<Blob> {
  const { signal, onBytes } = options;
  const first = await readChunk(file, 0, signal);
  const { size } = first;
  let received = 0;
  // The first failure ends the others.
  const failing = new AbortController();
  const both = signal ? AbortSignal.any([signal, failing.signal]) : failing.signal;
  function part(offset: number, bytes: Uint8Array<ArrayBuffer>): Blob {
    if (bytes.length !== Math.min(CHUNK, size - offset)) {
      isShort(file, { offset, size, length: bytes.length });
    }
    received += bytes.length;
    onBytes?.(received);
    return new Blob([bytes]);
  }
  const head = part(0, first.bytes);
  try {
    const tail = await inParallel(offsets(CHUNK, size, CHUNK), WIDTH, async (offset) =>
      part(offset, (await readChunk(file, offset, both)).bytes),
    );
    return new Blob([head, ...tail], { type: 'application/octet-stream' });
  } catch (error) {
    failing.abort(error);
    throw error;
  }
}

/**
 * The whole file: in one stream where this page and the server share an origin, else, and wherever that fails, by
 * chunks. A cancel and being offline are no reasons to try the other way.
 */
export async function readWhole(file: FileInfo, options: ReadOptions = {}): Promise<Blob> {
  if (!canDownload(file)) return readInChunks(file, options);
  try {
    return await downloadFile(file, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason === 'offline') throw error;
    return readInChunks(file, options);
  }
}

/** The first MiB, or the whole of a smaller file: enough to say what it is. */
export async function readHead(
  file: FileInfo,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > CHUNK) return (await readChunk(file, 0, signal)).bytes;
  if (file.size === 0) return new Uint8Array();
  return new Uint8Array(await (await readWhole(file, { signal })).arrayBuffer());
}
