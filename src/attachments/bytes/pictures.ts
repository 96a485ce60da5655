import { imageFacts, isSmallEnough } from '../previews/image/imageFacts';
import { readInChunks } from './readFile';

/** The id in the address of an attachment as it stands in texts: `/plugins/tracker/attachments/12-a.png`, or its preview. */
export function attachmentId(url: URL): string | undefined {
  return /^\/plugins\/tracker\/attachments\/(?:preview\/)?([1-9]\d{0,9})(?:-[^/]*)?$/.exec(
    url.pathname,
  )?.[1];
}

/**
 * The bytes of an attached picture by its id alone, as a text names it; the server says how many there are. By its first
 * bytes, never by its name, so that nothing else is shown as a picture. Throws `ApiError`, or an error in words.
 */
export async function readPicture(id: string): Promise<Blob> {
  const unknown = { submitted_by: 0, description: null, size: 0, type: '', html_preview_url: null };
  const uri = `artifact_files/${id}`;
  const blob = await readInChunks({ ...unknown, id: Number(id), name: '', html_url: '', uri });
  const facts = imageFacts(new Uint8Array(await blob.arrayBuffer()));
  if (!facts || !isSmallEnough(facts)) throw new Error('This file is no picture that is shown.');
  return new Blob([blob], { type: facts.mime });
}
