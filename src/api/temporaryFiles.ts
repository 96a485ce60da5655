import * as z from 'zod/mini';
import { toBase64 } from '~/lib/base64';
import { inParallel, offsets, totalSize } from './answers/paging';
import { noBody, request } from './client';
import { type FileInfo, fileInfoSchema } from './files';
import { type PlannedWrite, send } from './requests/write';

// Schemas (attachments.md §4)

export const temporaryFilesSchema = z.array(fileInfoSchema);

// Types

/** What one person may keep in files that are attached to nothing yet, and how much of it is taken. */
export interface Quota {
  limit: number;
  used: number;
}

/** A file as one chunk left it, and the quota where the answer says it (another origin may not read these headers). */
export interface StoredChunk {
  file: FileInfo;
  quota: Quota | null;
}

// Queries

/** The server's largest page of temporary files (§4). */
const PAGE = 50;

function quotaOf(headers: Headers): Quota | null {
  const [limit, used] = ['x-quota', 'x-disk-usage'].map((name) =>
    Number(headers.get(name) || Number.NaN),
  );
  return Number.isSafeInteger(limit) && Number.isSafeInteger(used)
    ? { limit: Number(limit), used: Number(used) }
    : null;
}

/** The person's own files that are attached to nothing, on every page, and the quota. */
export async function readTemporaryFiles(
  signal?: AbortSignal,
): Promise<{ files: FileInfo[]; quota: Quota | null }> {
  const path = 'artifact_temporary_files';
  const page = (offset: number) =>
    request('GET', path, temporaryFilesSchema, { query: { limit: PAGE, offset }, signal });
  const { data, headers } = await page(0);
  const rest = await inParallel(
    offsets(PAGE, totalSize(headers, data.length), PAGE),
    2,
    async (offset) => (await page(offset)).data,
  );
  return { files: [...data, ...rest.flat()], quota: quotaOf(headers) };
}

// Writes

/** What `postTemporaryFile` sends; `content` is base64. */
export function postTemporaryFileWrite(
  facts: { name: string; mimetype: string },
  content: string,
): PlannedWrite<FileInfo> {
  return {
    method: 'POST',
    path: 'artifact_temporary_files',
    body: { ...facts, content },
    about: { name: `Upload of ${facts.name}`, isBodyLarge: true },
    schema: fileInfoSchema,
  };
}

/** Begins a temporary file with its first chunk, which may not be empty. 400 when it would exceed the quota. */
export async function postTemporaryFile(
  facts: { name: string; mimetype: string },
  bytes: Uint8Array,
): Promise<StoredChunk> {
  const { data, headers } = await send(postTemporaryFileWrite(facts, toBase64(bytes)));
  return { file: data, quota: quotaOf(headers) };
}

/** What `putTemporaryFile` sends; `content` is base64. */
export function putTemporaryFileWrite(
  id: number,
  chunk: number,
  content: string,
): PlannedWrite<FileInfo> {
  return {
    method: 'PUT',
    path: `artifact_temporary_files/${id}`,
    body: { content, offset: chunk },
    about: null,
    schema: fileInfoSchema,
  };
}

/**
 * Adds chunk number `chunk` (the POST was 1). 400 "Invalid offset received. Expected: N" when that is not the next one.
 * Never send two at a time: the server has no lock and would append both (reliability M10).
 */
export async function putTemporaryFile(
  id: number,
  chunk: number,
  bytes: Uint8Array,
): Promise<StoredChunk> {
  const { data, headers } = await send(putTemporaryFileWrite(id, chunk, toBase64(bytes)));
  return { file: data, quota: quotaOf(headers) };
}

/** What `deleteTemporaryFile` sends. */
export function deleteTemporaryFileWrite(id: number): PlannedWrite<undefined> {
  const about = { name: `Upload ${id}` };
  return { method: 'DELETE', path: `artifact_temporary_files/${id}`, about, schema: noBody };
}

/** Deletes a file that is attached to nothing. 404 when it is gone or attached. */
export async function deleteTemporaryFile(id: number): Promise<void> {
  await send(deleteTemporaryFileWrite(id));
}
