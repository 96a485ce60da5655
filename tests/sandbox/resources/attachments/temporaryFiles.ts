import {
  emptyOk,
  json,
  type Page,
  pageHeaders,
  problem,
  Refusal,
  readPage,
  reject,
} from '../../http';
import type { Call, SandboxFile } from '../../model';
import { idOf } from '../../tracker/find';
import { fileRepresentation } from '../../tracker/shapes/fileRepresentation';
import { uploadsOf } from '../../tracker/uploads';
import { isRecord } from '../../tracker/write/place';
import { chunkOf, readChunkPage } from './files';

const quota = 67_108_864;
const chunkSize = 1_048_576;

/** The caller's files that are attached to nothing yet; resumable uploads have their own way. */
function temporaryFiles(call: Call): SandboxFile[] {
  const uploads = uploadsOf(call.world);
  return [...call.world.files.values()].filter(
    (file) =>
      file.artifactId === null && file.submittedBy === call.user?.id && !uploads.has(file.id),
  );
}

function usage(call: Call): number {
  return temporaryFiles(call).reduce((sum, file) => sum + file.bytes.length, 0);
}

/** Quota and usage stand on every answer of these routes, refusals of the route included (attachments.md §4). */
function quotaHeaders(call: Call): Record<string, string> {
  return {
    'x-quota': String(quota),
    'x-disk-usage': String(usage(call)),
    'x-upload-max-file-chunksize': String(chunkSize),
  };
}

function refuseWithQuota(call: Call, status: number, text = ''): never {
  throw new Refusal(problem(status, text, { headers: quotaHeaders(call) }));
}

/** The file of the path: 404 unknown or attached, 401 somebody else's (recorded attachments/09, 16, 30). */
function findTemporary(call: Call): SandboxFile {
  const file = call.world.files.get(idOf(call.parts[1]));
  if (!file || file.artifactId !== null) return refuseWithQuota(call, 404);
  if (file.submittedBy !== call.user?.id) {
    return refuseWithQuota(call, 401, 'This file does not belong to you');
  }
  return file;
}

function decoded(call: Call, content: string): Uint8Array {
  const compact = content.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact) || compact.length % 4 === 1) {
    return refuseWithQuota(
      call,
      400,
      'Uploaded content does not seem to be properly base64 encoded',
    );
  }
  const bytes = Uint8Array.from(atob(compact), (char) => char.charCodeAt(0));
  if (bytes.length > chunkSize) {
    return refuseWithQuota(call, 400, `Uploaded content exceeds maximum size of ${chunkSize}`);
  }
  if (usage(call) + bytes.length > quota) {
    return refuseWithQuota(
      call,
      400,
      'You exceeded your quota. Please remove existing temporary files before continuing.',
    );
  }
  return bytes;
}

/** A text of the body; an empty one counts as missing (recorded attachments/13, 14). */
function requiredText(call: Call, name: string): string {
  const value = isRecord(call.body) ? call.body[name] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  return reject(`\`${name}\` is required.`);
}

function create(call: Call): Response {
  const [name, mimetype] = [requiredText(call, 'name'), requiredText(call, 'mimetype')];
  const content = requiredText(call, 'content');
  const description = isRecord(call.body) ? call.body.description : undefined;
  const file: SandboxFile = {
    id: call.world.nextId.file,
    name,
    type: mimetype,
    description: typeof description === 'string' ? description : '',
    submittedBy: call.user?.id ?? 0,
    bytes: decoded(call, content),
    artifactId: null,
    chunks: 1,
  };
  call.world.nextId.file += 1;
  call.world.files.set(file.id, file);
  const shown = { ...fileRepresentation(file), description: file.description || null };
  return json(shown, { status: 201, headers: quotaHeaders(call) });
}

/** `offset` is the number of the chunk, the POST having been the first (live-facts.md, Writes). */
function append(call: Call): Response {
  const content = requiredText(call, 'content');
  const offset = isRecord(call.body) ? call.body.offset : undefined;
  if (offset === undefined || offset === null) return reject('`offset` is required.');
  const file = findTemporary(call);
  const expected = file.chunks + 1;
  if (Number(offset) !== expected) {
    return refuseWithQuota(call, 400, `Invalid offset received. Expected: ${expected}`);
  }
  const more = decoded(call, content);
  const bytes = new Uint8Array(file.bytes.length + more.length);
  bytes.set(file.bytes);
  bytes.set(more, file.bytes.length);
  file.bytes = bytes;
  file.chunks = expected;
  return json(
    { ...fileRepresentation(file), description: file.description || null },
    { headers: quotaHeaders(call) },
  );
}

function list(call: Call): Response {
  const page: Page = readPage(call, { default: 10, max: 50 });
  const files = temporaryFiles(call);
  const shown = files.slice(page.offset, page.offset + page.limit).map(fileRepresentation);
  return json(shown, { headers: { ...quotaHeaders(call), ...pageHeaders(page, files.length) } });
}

function read(call: Call): Response {
  const page = readChunkPage(call);
  return chunkOf(findTemporary(call), page, quotaHeaders(call));
}

function remove(call: Call): Response {
  call.world.files.delete(findTemporary(call).id);
  return emptyOk({ headers: quotaHeaders(call) });
}

/** `artifact_temporary_files` (attachments.md §4). */
export function temporaryFileRoutes(call: Call): Response | undefined {
  const [root, id] = call.parts;
  if (root !== 'artifact_temporary_files') return undefined;
  if (id === undefined) {
    if (call.method === 'POST') return create(call);
    return call.method === 'GET' ? list(call) : undefined;
  }
  if (call.method === 'GET') return read(call);
  if (call.method === 'PUT') return append(call);
  return call.method === 'DELETE' ? remove(call) : undefined;
}
