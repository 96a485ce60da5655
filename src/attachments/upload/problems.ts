import { ApiError } from '~/api/error';
import { explain } from '~/api/explain';
import type { Quota } from '~/api/temporaryFiles';
import { formatBytes } from '~/lib/numbers';
import { Spoiled } from './sendFile';

/** Why an upload stopped, and whether it can go on from there. */
export interface UploadProblem {
  words: string;
  /** `goOn`: from where it stopped · `again`: from the start · `never`: as it is, this file cannot be sent. */
  way: 'goOn' | 'again' | 'never';
}

/** What is still to be sent does not fit beside the person's other files that are attached to nothing. */
export class OverQuota extends Error {
  override readonly name = 'OverQuota';

  constructor({ limit, used }: Quota) {
    super(
      `There is room for ${formatBytes(limit)} of files that are not saved yet, and ${formatBytes(used)} of it are taken.`,
    );
  }
}

/** Why a file is not even begun, or nothing. The server refuses empty content (recorded attachments/14). */
export function refusalOf(file: File, most: number | undefined): UploadProblem | null {
  if (file.size === 0)
    return { words: 'It is empty, and Tuleap takes no empty files.', way: 'never' };
  if (most === undefined || most <= 0 || file.size <= most) return null;
  return {
    words: `It is larger than the ${formatBytes(most)} that this field takes.`,
    way: 'never',
  };
}

/** A failed upload in words. What the server said stands first. */
export function problemOf(error: unknown): UploadProblem {
  if (error instanceof Spoiled) return { words: error.message, way: 'again' };
  if (error instanceof OverQuota) return { words: error.message, way: 'again' };
  if (error instanceof ApiError) {
    const said = error.serverMessages.join(' ');
    const { title } = explain(error);
    const isRefused = error.kind === 'http' && (error.status ?? 500) < 500;
    return { words: said === '' ? `${title}.` : said, way: isRefused ? 'again' : 'goOn' };
  }
  const isGone = error instanceof DOMException && error.name !== 'AbortError';
  return isGone
    ? { words: 'This device can no longer read the file. Choose it again.', way: 'never' }
    : { words: `${explain(error).title}.`, way: 'again' };
}
