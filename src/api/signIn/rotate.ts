import { ApiError } from '../error';
import type { PlannedWrite } from '../requests/write';
import { currentSession } from '../session';
import {
  type AccessKey,
  createAccessKey,
  createAccessKeyWrite,
  deleteAccessKeyWrite,
  type KeyScope,
  type NewAccessKey,
  revokeAccessKey,
} from './accessKeys';
import { goOnAs } from './goOnAs';

/** ISO 8601 to the second with an offset, as `POST /access_keys` wants it (auth/25). */
export function atom(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, '+00:00');
}

function isKnownScope(scope: string): scope is KeyScope {
  return scope === 'write:rest' || scope === 'write:svn';
}

/** As long as the old one lived, from now on; null for one that never ends. */
function endOfSuccessor({ creation_date, expiration_date }: AccessKey): number | null {
  if (expiration_date === null) return null;
  return Date.now() + Date.parse(expiration_date) - Date.parse(creation_date);
}

function successorOf(old: AccessKey): NewAccessKey {
  const end = endOfSuccessor(old);
  return {
    description: old.description,
    scopes: old.scopes.map(({ identifier }) => identifier).filter(isKnownScope),
    expiresOn: end === null ? null : atom(end),
  };
}

/** What `rotateAccessKey` would send, were it now. */
export function plannedRotation(old: AccessKey): PlannedWrite[] {
  return [createAccessKeyWrite(successorOf(old)), deleteAccessKeyWrite(old.id)];
}

export interface Rotation {
  /** The new key, shown once. */
  key: string;
  /** False when the old one could not be revoked: it still works. */
  isOldRevoked: boolean;
}

/**
 * Puts a new key in place of the one that this session uses (features C6): makes it, goes on with it, and only then revokes
 * the old one, so that no step leaves the person outside. Throws `ApiError` when the new key could not be made.
 */
export async function rotateAccessKey(old: AccessKey): Promise<Rotation | null> {
  const session = currentSession();
  if (!session) return null;
  const end = endOfSuccessor(old);
  const key = await createAccessKey(successorOf(old));
  await goOnAs(session, { way: 'accessKey', key, ...(end === null ? {} : { endsAt: end }) });
  try {
    await revokeAccessKey(old);
    return { key, isOldRevoked: true };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { key, isOldRevoked: false };
  }
}
