import * as z from 'zod/mini';
import { redact } from '../error';
import { blocked } from '../requests/door';
import { currentCredentials, currentSession } from '../session';
import { accessOf, type Credentials, credentialHeaders, secretsOf } from '../signIn/credentials';
import { isSameScope, nobody, type Order } from './order';

/** Whose credentials a try goes out with: those of now, but of the same person. Throws when there are none. */
export function credentialsFor(
  order: Pick<Order, 'as' | 'method' | 'url' | 'scope'>,
): Credentials | null {
  if (order.as) return order.as.credentials;
  const { method, url } = order;
  const credentials = currentCredentials();
  if (credentials && isSameScope(order)) return credentials;
  if (!currentSession() || isSameScope(order)) throw nobody(method, url.pathname);
  const asked = { method, path: redact(url.pathname + url.search) };
  throw blocked('somebodyElse', 'Somebody else signed in before this was sent.', asked);
}

/** The headers of a try, with these credentials. */
export function headersOf(order: Order, credentials: Credentials | null): Record<string, string> {
  return {
    ...(credentials ? credentialHeaders(credentials) : {}),
    Accept: 'application/json',
    ...(order.text === null ? {} : { 'Content-Type': 'application/json' }),
    ...order.headers,
  };
}

const signInForm = z.looseObject({ username: z.string(), password: z.string() });

/** What must not be repeated by an error or the log: the credentials, and a password that is changed into a token. */
export function secretsFor({ body }: Order, credentials: Credentials | null): string[] {
  const form = z.safeParse(signInForm, body);
  const { username, password } = form.data ?? {};
  return [
    ...(credentials ? secretsOf(credentials) : []),
    ...(username === undefined || password === undefined
      ? []
      : secretsOf({ way: 'basic', username, password })),
  ];
}

/**
 * What only says who is signed in, which the read-only switch lets pass: a token is made and revoked, and a key that was made
 * for this session alone is revoked with itself.
 */
export function isSignInOf({ as, method, path }: Order): boolean {
  if (as === undefined) return false;
  if (/^tokens(\/|$)/.test(path)) return true;
  const { credentials } = as;
  return (
    method === 'DELETE' &&
    credentials?.way === 'accessKey' &&
    credentials.isOwn === true &&
    path === `access_keys/${accessOf(credentials).keyId}`
  );
}
