import type { SandboxFile, World } from '../model';

/** What is known of a resumable upload until it is attached (attachments.md §5). */
export interface Upload {
  fieldId: number;
  length: number;
  startedAt: number;
}

const uploads = new WeakMap<World, Map<number, Upload>>();

export function uploadsOf(world: World): Map<number, Upload> {
  let known = uploads.get(world);
  if (!known) {
    known = new Map();
    uploads.set(world, known);
  }
  return known;
}

/** A file that came in one piece, or whose upload has reached its length. */
export function isComplete(world: World, file: SandboxFile): boolean {
  const upload = uploadsOf(world).get(file.id);
  return !upload || file.bytes.length === upload.length;
}
