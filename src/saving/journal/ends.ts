import type { ApiError } from '~/api/error';
import type { JournalEnd } from './entry';

/** The end of what stored nothing, for this reason in words. */
export function notStored(message: string): JournalEnd {
  return { outcome: 'refused', changeset: null, message };
}

/** The end of what nobody knows the end of. */
export function unknownEnd(error: ApiError): JournalEnd {
  return { outcome: 'unknown', changeset: null, message: error.message };
}

/** Why nothing was stored where no server said it. */
export const unsent = {
  held: 'Signed in again, it was not sent for now.',
  moved: 'Somebody had saved in between: nothing was stored.',
  unchanged: 'There was nothing to send.',
} as const;
