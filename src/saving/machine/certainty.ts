import type { ArtifactChange } from '~/api/artifacts/change';
import type { ApiError } from '~/api/error';

/**
 * The server itself said no, or nothing was sent at all. A 5xx may come from a proxy, or from the server after the commit.
 */
export function isRefusal(error: ApiError): boolean {
  if (error.kind === 'blocked') return true;
  return error.kind === 'http' && error.status !== undefined && error.status < 500;
}

/** The server's own words for "I failed" and "not now"; every other 5xx is a proxy's, behind which the request lives on. */
const OWN_FAULTS: readonly number[] = [500, 501, 503];

/** After a search that found nothing: the request is no longer on its way to the database. */
export function isSettled(error: ApiError): boolean {
  return isRefusal(error) || (error.kind === 'http' && OWN_FAULTS.includes(error.status ?? 0));
}

/**
 * True when the server certainly stored nothing of these values. A refusal of links may come after the artifact itself was
 * saved: those of others that a new artifact sets are changesets of their own (features D4); a 5xx may come from a proxy
 * after the commit.
 */
export function isCertain(error: ApiError, values: ArtifactChange['values']): boolean {
  const writesElsewhere = values.some((entry) => 'links' in entry || 'all_links' in entry);
  return isRefusal(error) && !writesElsewhere;
}
