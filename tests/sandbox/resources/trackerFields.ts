import { json, problem, Refusal, refuse, reject } from '../http';
import type { Call, SandboxField, SandboxFile, SandboxTracker } from '../model';
import { hasRight, viewerOf } from '../tracker/access';
import { idOf } from '../tracker/find';
import { rawurlencode } from '../tracker/shapes/fileRepresentation';
import { uploadsOf } from '../tracker/uploads';
import { isRecord } from '../tracker/write/place';

const maxSize = 67_108_864;
const lifetime = 4 * 3_600;

interface Wanted {
  name: string;
  file_size: number;
  file_type: string;
  description: string;
}

function readWanted(body: unknown): Wanted {
  const given = isRecord(body) ? body : {};
  for (const name of ['name', 'file_size', 'file_type']) {
    const value = given[name];
    if (value === undefined || value === null || value === '') {
      reject(`\`file_post_representation[${name}]\` is required.`);
    }
  }
  const size = Number(given.file_size);
  if (!Number.isSafeInteger(size) || size < 0) {
    reject(
      'Invalid value specified for `file_post_representation[file_size]`. Expecting integer value',
    );
  }
  return {
    name: String(given.name),
    file_size: size,
    file_type: String(given.file_type),
    description: String(given.description ?? ''),
  };
}

function findField(call: Call): { tracker: SandboxTracker; field: SandboxField } {
  const id = idOf(call.parts[1]);
  for (const tracker of call.world.trackers.values()) {
    const field = tracker.fields.find((candidate) => candidate.id === id);
    if (field) return { tracker, field };
  }
  return refuse(404, 'Field not found.');
}

/** The unfinished upload of the same name and size, if there is one: repeating the call resumes it. */
function unfinished(call: Call, fieldId: number, wanted: Wanted): SandboxFile | undefined {
  const since = call.world.now() / 1000 - lifetime;
  return [...uploadsOf(call.world)].flatMap(([id, upload]) => {
    const file = call.world.files.get(id);
    const isSame =
      file?.artifactId === null &&
      upload.fieldId === fieldId &&
      upload.startedAt > since &&
      upload.length === wanted.file_size &&
      file.name === wanted.name;
    return file && isSame ? [file] : [];
  })[0];
}

function start(call: Call, fieldId: number, wanted: Wanted): SandboxFile {
  const file: SandboxFile = {
    id: call.world.nextId.file,
    name: wanted.name,
    type: wanted.file_type,
    description: wanted.description,
    submittedBy: call.user?.id ?? 0,
    bytes: new Uint8Array(0),
    artifactId: null,
    chunks: 0,
  };
  call.world.nextId.file += 1;
  call.world.files.set(file.id, file);
  const startedAt = call.world.now() / 1000;
  uploadsOf(call.world).set(file.id, { fieldId, length: wanted.file_size, startedAt });
  return file;
}

/** `POST tracker_fields/ID/files`: begins a resumable upload, or finds the one begun before (attachments.md §5.1). */
function createFile(call: Call): Response {
  const wanted = readWanted(call.body);
  const viewer = viewerOf(call);
  const { tracker, field } = findField(call);
  if (field.type !== 'file') return refuse(400, 'Field must be of type File.');
  const mayWrite =
    hasRight(viewer, { tracker, field }, 'update') ||
    hasRight(viewer, { tracker, field }, 'create');
  if (!mayWrite) return refuse(403);
  if (wanted.file_size > maxSize) {
    return refuse(
      400,
      `The maximum allowed size for a file is ${maxSize} bytes, you requested the creation of a file of ${wanted.file_size} bytes`,
    );
  }
  const known = unfinished(call, field.id, wanted);
  if (known && known.submittedBy !== call.user?.id) {
    throw new Refusal(problem(409, 'This file is already being uploaded.'));
  }
  const file = known ?? start(call, field.id, wanted);
  return json({
    id: file.id,
    download_href: `/plugins/tracker/attachments/${file.id}-${rawurlencode(file.name)}`,
    upload_href: wanted.file_size === 0 ? null : `/uploads/tracker/file/${file.id}`,
  });
}

/** Writes below `tracker_fields`; changing the structure of a tracker is not played. */
export function trackerFields(call: Call): Response | undefined {
  const [root, , sub] = call.parts;
  if (root !== 'tracker_fields' || sub !== 'files' || call.method !== 'POST') return undefined;
  return createFile(call);
}
