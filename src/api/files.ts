import * as z from 'zod/mini';
import { fromBase64 } from '~/lib/base64';
import { type DownloadOptions, download } from './answers/download';
import { totalSize } from './answers/paging';
import { request } from './client';
import { ApiError } from './error';
import { isCrossOrigin } from './requests/origin';
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

/** Some bytes of a file, as base64. */
export const fileChunkSchema = z.looseObject({ data: z.string() });

// Types

export type FileInfo = z.infer<typeof fileInfoSchema>;

// Queries

/** The most bytes in one answer, and in one chunk of an upload. */
export const CHUNK = 1_048_576;

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
