import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '~/lib/base64';
import { type DownloadOptions, download } from './answers/download';
import { inParallel, offsets, totalSize } from './answers/paging';
import { noBody, request } from './client';
import { ApiError } from './error';
import { isCrossOrigin } from './requests/origin';
import { type PlannedWrite, send } from './requests/write';
import { currentSession } from './session';

// Schemas (attachments.md §1, §3, §4)

/** An attached or temporary file. `type` is what the uploader said, not what the bytes are. */
export const fileInfoSchema = z.looseObject({
  id: z.int(),
  submitted_by: z.int(),
  description: z.nullable(z.string()),
  name: z.string(),
  size: z.int(),
  type: z.string(),
  /** Null while the file is attached to nothing. */
  html_url: z.nullable(z.string()),
  html_preview_url: z.nullable(z.string()),
  uri: z.string(),
});

export const temporaryFilesSchema = z.array(fileInfoSchema);

/** Some bytes of a file, as base64. */
export const fileChunkSchema = z.looseObject({ data: z.string() });

// Types

export type FileInfo = z.infer<typeof fileInfoSchema>;

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

/** The most bytes in one answer, and in one chunk of an upload. */
export const CHUNK = 1_048_576;

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

/** Where its bytes are: a file that is attached to nothing is another resource, whatever its `uri` says (§4). */
function resource({ id, html_url }: FileInfo): string {
  return html_url === null ? `artifact_temporary_files/${id}` : `artifact_files/${id}`;
}

/**
 * Bytes `offset` to `offset + CHUNK` of a file, with the size that the server knows. Past the end: no bytes. 404 when it
 * was detached, deleted or hidden.
 */
export async function readChunk(
  file: FileInfo,
  offset: number,
  signal?: AbortSignal,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; size: number }> {
  const path = resource(file);
  const { data, headers, status } = await request('GET', path, fileChunkSchema, {
    query: { offset, limit: CHUNK },
    signal,
  });
  try {
    return { bytes: fromBase64(data.data), size: totalSize(headers, file.size) };
  } catch (cause) {
    const facts = { request: { method: 'GET', path: `/api/${path}` }, status, headers, cause };
    throw new ApiError('shape', 'The bytes of the answer cannot be decoded.', facts);
  }
}

/** Names may hold half a surrogate pair, which no address can. */
function encoded(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The address of an attached file's bytes, rebuilt from id and name: `html_url` of an answer is never followed. */
export function downloadPath({ id, name }: Pick<FileInfo, 'id' | 'name'>): string {
  return `/plugins/tracker/attachments/${id}-${encoded(name)}`;
}

/** Whether `downloadFile` can work: the server refuses it to pages of other origins (attachments.md §6). */
export function canDownload(file: FileInfo): boolean {
  const connection = currentSession()?.connection;
  return file.html_url !== null && connection !== undefined && !isCrossOrigin(connection);
}

/** The whole file in one stream. Throws `ApiError`; also when what came is not this file as a download. */
export async function downloadFile(file: FileInfo, options: DownloadOptions): Promise<Blob> {
  const path = downloadPath(file);
  const { data, headers, status } = await download(path, options);
  const isDownload = /^\s*attachment\b/i.test(headers.get('content-disposition') ?? '');
  if (isDownload && data.size === file.size) return data;
  const facts = { request: { method: 'GET', path }, status, headers };
  throw new ApiError('shape', 'What came is not this file.', facts);
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
