import { json, type Page, pageHeaders, problem, Refusal, readPage, refuse } from '../../http';
import type { Call, SandboxFile } from '../../model';
import { type Viewer, viewerOf } from '../../tracker/access';
import { attachedFile } from '../../tracker/attachedFile';
import { idOf } from '../../tracker/find';

const chunkSize = 1_048_576;
const chunkHeader = { 'x-upload-max-file-chunksize': String(chunkSize) };

/** `limit` and `offset` in bytes, checked before anything else. */
export function readChunkPage(call: Call): Page {
  return readPage(call, { default: chunkSize, max: chunkSize });
}

/** Bytes as base64, piece by piece: a spread over a megabyte would overflow the stack. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_190) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + 8_190)));
  }
  return text;
}

/** `{data}` with headers that count bytes (attachments.md §3). */
export function chunkOf(file: SandboxFile, page: Page, headers: Record<string, string>): Response {
  const bytes = file.bytes.subarray(page.offset, page.offset + page.limit);
  return json(
    { data: toBase64(bytes) },
    { headers: { ...headers, ...pageHeaders(page, file.bytes.length) } },
  );
}

function attached(viewer: Viewer, id: number): SandboxFile {
  const file = attachedFile(viewer, id);
  if (!file) throw new Refusal(problem(404));
  return file;
}

/** `GET artifact_files/ID`: 404 for what is unknown, temporary, detached or not for this viewer. */
export function files(call: Call): Response | undefined {
  if (call.parts[0] !== 'artifact_files' || call.method !== 'GET') return undefined;
  if (call.parts[1] === undefined) return refuse(404);
  const page = readChunkPage(call);
  return chunkOf(attached(viewerOf(call), idOf(call.parts[1])), page, chunkHeader);
}
