import { ApiError } from '~/api/error';
import type { FileInfo } from '~/api/files';
import { chunkEnd, chunkNumber } from './chunks';
import type { UploadPort } from './uploadPort';

/** How far an upload has come. */
export interface Position {
  /** As the server last described it; null until it has named the temporary file. */
  file: FileInfo | null;
  /** Bytes that the server has. */
  sent: number;
  /** A chunk went out and no clear answer came: the server's state has to be read before anything is sent. */
  isUnclear: boolean;
}

export const atStart: Position = { file: null, sent: 0, isUnclear: false };

export interface SendJob {
  file: Blob;
  name: string;
  mimetype: string;
  /** Temporary files that are another upload's, or were there before this one. */
  isForeign(id: number): boolean;
}

export interface SendHooks {
  onPosition(position: Position): void;
  isCancelled(): boolean;
}

/** Ended by the person. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The temporary file is not what was sent, or is gone: only a new one helps. */
export class Spoiled extends Error {
  override readonly name = 'Spoiled';
}

/** Nothing was sent, or the server said no and stored nothing; a wrong chunk number means that it is further than we know. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.kind === 'blocked') return true;
  return (
    error.kind === 'http' &&
    (error.status ?? 500) < 500 &&
    !error.serverMessages.some((said) => /invalid offset/i.test(said))
  );
}

async function bytesOf(file: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** A first chunk whose answer was lost: the temporary file that holds exactly it. */
async function findBegun(job: SendJob, port: UploadPort): Promise<FileInfo | undefined> {
  const first = await bytesOf(job.file, 0, chunkEnd(0, job.file.size));
  const { files } = await port.list();
  const candidates = files.filter(
    ({ id, name, size }) => name === job.name && size === first.length && !job.isForeign(id),
  );
  for (const candidate of candidates) {
    if (isEqual(await port.readFirst(candidate), first)) return candidate;
  }
  return undefined;
}

/**
 * Reads what the server has after an unclear answer (reliability M10: never retried blindly, as it has no lock and would
 * append the same bytes twice). Throws `Spoiled` when it has something else than before or after the chunk.
 */
export async function settle(job: SendJob, at: Position, port: UploadPort): Promise<Position> {
  if (at.file === null) {
    const begun = await findBegun(job, port);
    return begun ? { file: begun, sent: begun.size, isUnclear: false } : atStart;
  }
  const { id } = at.file;
  const file = (await port.list()).files.find((each) => each.id === id);
  if (!file) throw new Spoiled('The server no longer has what was sent of this file.');
  if (file.size === at.sent || file.size === chunkEnd(at.sent, job.file.size)) {
    return { file, sent: file.size, isUnclear: false };
  }
  throw new Spoiled(`The server holds ${file.size} bytes where ${at.sent} were sent.`);
}

async function sendChunk(job: SendJob, at: Position, port: UploadPort): Promise<Position> {
  const end = chunkEnd(at.sent, job.file.size);
  const bytes = await bytesOf(job.file, at.sent, end);
  const { file } =
    at.file === null
      ? await port.begin({ name: job.name, mimetype: job.mimetype }, bytes)
      : await port.add(at.file.id, chunkNumber(at.sent), bytes);
  if (file.size !== end) {
    throw new Spoiled(`The server holds ${file.size} bytes where ${end} were sent.`);
  }
  return { file, sent: end, isUnclear: false };
}

/**
 * Sends a file in chunks from `start` on, one at a time, and gives the temporary file. Goes on by itself where
 * a lost answer turns out to have been stored; otherwise throws what happened, and the last position told to the hooks
 * is where to go on. Throws `Cancelled` between two chunks once that is wanted.
 */
export async function sendFile(
  job: SendJob,
  start: Position,
  { hooks, port }: { hooks: SendHooks; port: UploadPort },
): Promise<FileInfo> {
  let at = start;
  const move = (next: Position) => {
    at = next;
    hooks.onPosition(at);
  };
  for (;;) {
    if (at.isUnclear) move(await settle(job, at, port));
    if (at.file && at.sent === job.file.size) return at.file;
    if (hooks.isCancelled()) throw new Cancelled();
    const before = at;
    move({ ...at, isUnclear: true });
    try {
      move(await sendChunk(job, before, port));
    } catch (error) {
      if (isRefusal(error) || !(error instanceof ApiError)) {
        move(before);
        throw error;
      }
      const now = await settle(job, before, port);
      move(now);
      // Not there (yet): it may still be on its way, so a person decides when to go on.
      if (now.sent === before.sent) {
        move({ ...now, isUnclear: true });
        throw error;
      }
    }
  }
}
