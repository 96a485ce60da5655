import * as z from 'zod/mini';
import type { ActingAs } from '../asking/order';
import { request } from '../client';
import { ApiError, hasStatus } from '../error';
import type { Connection } from '../session';

const anything = z.array(z.unknown());

/** Asks for something that an open platform shows to everybody; 401 where it is closed (conventions.md §2, `hybrid`). */
export async function askOpenly(as: ActingAs): Promise<void> {
  await request('GET', 'projects', anything, { as, query: { limit: 1 } });
}

/** The ways that need nothing from the person, as this server allows them. */
export interface Openness {
  /** Public projects are shown without an account. */
  isOpen: boolean;
  /**
   * Tuleap's own sign-in in this browser may be used: same origin, and a 401 comes without `WWW-Authenticate`, so Chromium
   * raises no login window of its own when that sign-in ends (features C2).
   */
  isCookieUsable: boolean;
}

async function comesWithoutChallenge(connection: Connection): Promise<boolean> {
  const as = { connection, credentials: null };
  try {
    await request('GET', 'users/self', z.unknown(), { as });
    return false;
  } catch (error) {
    return hasStatus(error, 401) && error.headers?.has('www-authenticate') === false;
  }
}

/** Asks the server, without any credentials, which of them it allows. Throws `ApiError` when it does not answer. */
export async function opennessOf(connection: Connection): Promise<Openness> {
  const isCookieUsable = connection.url === '' && (await comesWithoutChallenge(connection));
  try {
    await askOpenly({ connection, credentials: { way: 'anonymous' } });
    return { isOpen: true, isCookieUsable };
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'http')
      return { isOpen: false, isCookieUsable };
    throw error;
  }
}
