import type { PlannedWrite } from '~/api/requests/write';
import {
  deleteTemporaryFileWrite,
  postTemporaryFileWrite,
  putTemporaryFileWrite,
} from '~/api/temporaryFiles';

/**
 * What an upload sends, with names in place of what only the file tells: the first megabyte, each further one, and the
 * removal of a file that is not attached after all (attachments.md §4).
 */
export function plannedUpload(): readonly PlannedWrite[] {
  const facts = { name: '(name of the file)', mimetype: '(its type)' };
  return [
    postTemporaryFileWrite(facts, '(first megabyte in base64)'),
    putTemporaryFileWrite(0, 2, '(next megabyte in base64)'),
    deleteTemporaryFileWrite(0),
  ];
}
