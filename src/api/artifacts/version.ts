import { invariant } from '~/lib/invariant';
import { isCrossOrigin } from '../requests/origin';
import { currentSession } from '../session';

/**
 * Which version of an artifact was seen: the headers byte for byte as they came (`Etag` is an unquoted second;
 * quoted it never matches: live-facts.md, Concurrency). Null where the server, a proxy or CORS kept it back.
 */
export interface ArtifactVersion {
  etag: string | null;
  lastModified: string | null;
}

/** The version that an answer gives. */
export function versionOf(headers: Headers): ArtifactVersion {
  const connection = currentSession()?.connection;
  // Another origin can read `Last-Modified`, but the preflight refuses both conditions: what cannot be sent back guards
  // nothing, so a save compares instead (features D1).
  if (connection && isCrossOrigin(connection)) return { etag: null, lastModified: null };
  return {
    // An empty one guards nothing: it counts as none.
    etag: headers.get('etag') || null,
    lastModified: headers.get('last-modified') || null,
  };
}

/** The condition under which a version is written over; throws where neither was seen. */
export function preconditions(version: ArtifactVersion | 'unconditional'): Record<string, string> {
  if (version === 'unconditional') return {};
  if (version.etag) return { 'If-Match': version.etag };
  invariant(
    version.lastModified,
    "an artifact is written without a version; say 'unconditional' when that is meant",
  );
  return { 'If-Unmodified-Since': version.lastModified };
}
