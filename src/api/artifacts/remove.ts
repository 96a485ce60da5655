import { noBody } from '../client';
import { type PlannedWrite, send, type WriteFacts } from '../requests/write';

/** How many artifacts this person may still delete: null where the server does not say (another origin may not read it). */
export interface DeletionBudget {
  limit: number | null;
  remaining: number | null;
}

function count(headers: Headers | undefined, name: string): number | null {
  const text = headers?.get(name) ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** What the headers of a DELETE say, also of one that the limit refused (artifacts.md §5.3). */
export function deletionBudget(headers: Headers | undefined): DeletionBudget {
  return {
    limit: count(headers, 'x-ratelimit-limit'),
    remaining: count(headers, 'x-ratelimit-remaining'),
  };
}

/** What `deleteArtifact` sends. */
export function deleteArtifactWrite(
  id: number,
  about: WriteFacts = { name: `Artifact #${id}` },
): PlannedWrite<undefined> {
  return { method: 'DELETE', path: `artifacts/${id}`, about, schema: noBody };
}

/**
 * Deletes an artifact for good; gives how many more are left to this person. 403 for who does not administer the tracker
 * and where deleting is switched off, 429 when the limit of 24 hours is reached.
 */
export async function deleteArtifact(id: number, about?: WriteFacts): Promise<DeletionBudget> {
  const { headers } = await send(deleteArtifactWrite(id, about));
  return deletionBudget(headers);
}
