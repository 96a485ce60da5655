import { noBody } from '../client';
import { type PlannedWrite, send } from '../requests/write';
import { type ArtifactVersion, preconditions, versionOf } from './version';

export interface CommentBody {
  body: string;
  format: 'text' | 'html' | 'commonmark';
}

/** What `PUT` takes: `values` may be empty (a comment alone), and holds changed fields only. */
export interface ArtifactChange {
  values: readonly { field_id: number; [key: string]: unknown }[];
  comment?: CommentBody | undefined;
}

/** What `putArtifact` sends. */
export function putArtifactWrite(
  id: number,
  change: ArtifactChange,
  version: ArtifactVersion | 'unconditional',
): PlannedWrite<undefined> {
  return {
    method: 'PUT',
    path: `artifacts/${id}`,
    body: change,
    headers: preconditions(version),
    isRepeated: false,
    about: null,
    schema: noBody,
  };
}

/** The version after a write, and when it was stored by the server's clock: an HTTP date, which other origins may read too. */
type WrittenVersion = ArtifactVersion & { storedAt: string | null };

/**
 * Writes changed fields and a comment over the version that was seen; gives the new version (the body is empty).
 * 412 when the artifact changed since. The check is by the second and outside the write, so read back afterwards
 * (live-facts.md, Concurrency).
 */
export async function putArtifact(
  id: number,
  change: ArtifactChange,
  version: ArtifactVersion | 'unconditional',
): Promise<WrittenVersion> {
  const { headers } = await send(putArtifactWrite(id, change, version));
  return { ...versionOf(headers), storedAt: headers.get('last-modified') };
}
