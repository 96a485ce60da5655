import { ApiError } from '~/api/error';
import { imageFacts, isSmallEnough } from '../previews/image/imageFacts';
import { readInChunks } from './readFile';

/** The id in the address of an attachment as it stands in texts: `/plugins/tracker/attachments/12-a.png`, or its preview. */
export function attachmentId(url: URL): string | undefined {
  return /^\/plugins\/tracker\/attachments\/(?:preview\/)?([1-9]\d{0,9})(?:-[^/]*)?$/.exec(
    url.pathname,
  )?.[1];
}

/** The bytes of a file by its id; before it is saved the server knows it as another resource (attachments.md §4). */
async function readById(id: string): Promise<Blob> {
  const unknown = { submitted_by: 0, description: null, size: 0, type: '', html_preview_url: null };
  const file = { ...unknown, id: Number(id), name: '', uri: `artifact_files/${id}` };
  try {
    return await readInChunks({ ...file, html_url: '' });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
    return await readInChunks({ ...file, html_url: null });
  }
}

/**
 * The bytes of an attached or uploaded picture by its id alone, as a text names it; the server says how many there are.
 * By its first bytes, never by its name, so that nothing else is shown as a picture. Throws `ApiError`, or an error in
 * words.
 */
export async function readPicture(id: string): Promise<Blob> {
  const blob = await readById(id);
  const facts = imageFacts(new Uint8Array(await blob.arrayBuffer()));
  if (!facts || !isSmallEnough(facts)) throw new Error('This file is no picture that is shown.');
  return new Blob([blob], { type: facts.mime });
}
