import type { QueryClient } from '@tanstack/react-query';
import { ApiError, hasStatus } from '../error';
import { beginSession, type Connection, endSession, type Person, type Session } from '../session';
import { whoIs } from '../users';
import { type Credentials, looksLikeAccessKey } from './credentials';
import { createToken, deleteToken } from './tokens';

/** What the form holds. `as: 'token'` changes the password into a token at once; `'basic'` sends it with every request. */
export type SignInForm =
  | { way: 'accessKey'; key: string }
  | { way: 'password'; username: string; password: string; as: 'token' | 'basic' };

/**
 * `refused`: the person can put it right; `message` says what is wrong and stands at `field`.
 * `somebodyElse`: the credentials are good but not those of `onlyAs`; no session has begun.
 */
export type SignInResult =
  | { outcome: 'signedIn'; session: Session }
  | { outcome: 'somebodyElse'; person: Person }
  | { outcome: 'refused'; field: 'key' | 'username' | 'password'; message: string };

type Refusal = Extract<SignInResult, { outcome: 'refused' }>;

function refused(field: Refusal['field'], message: string): Refusal {
  return { outcome: 'refused', field, message };
}

/** What can be seen without asking the server; nothing when the form may be sent. */
export function checkForm(form: SignInForm): Refusal | undefined {
  if (form.way === 'accessKey') {
    if (form.key.trim() === '') return refused('key', 'Paste an access key.');
    if (looksLikeAccessKey(form.key)) return undefined;
    return refused(
      'key',
      'This does not look like an access key. It begins with tlp-k1-, a number and a dot.',
    );
  }
  if (form.username.trim() === '') return refused('username', 'Enter your user name.');
  if (form.password === '') return refused('password', 'Enter your password.');
  return undefined;
}

async function credentialsOf(connection: Connection, form: SignInForm): Promise<Credentials> {
  if (form.way === 'accessKey') return { way: 'accessKey', key: form.key.trim() };
  const username = form.username.trim();
  if (form.as === 'basic') return { way: 'basic', username, password: form.password };
  const token = await createToken(connection, username, form.password);
  return { way: 'token', userId: token.user_id, token: token.token };
}

/** The server's no in words; anything but 401 and 403 is not about the credentials (conventions.md §2). */
function refusal(error: unknown, form: SignInForm): Refusal | undefined {
  if (hasStatus(error, 403)) {
    const said = error.serverMessages[0];
    const message = `The server knows this account but does not let it in${said ? `: ${said}` : ''}. Ask its administrator.`;
    return refused(form.way === 'accessKey' ? 'key' : 'username', message);
  }
  if (!hasStatus(error, 401)) return undefined;
  if (form.way === 'accessKey') {
    return refused(
      'key',
      'The server does not accept this access key. It may be mistyped, expired or revoked, or have no REST scope.',
    );
  }
  const basic =
    form.as === 'basic' ? ' The server may also refuse passwords for this account.' : '';
  return refused('password', `The user name or the password is wrong.${basic}`);
}

/** Revokes the token, if it is one; a failure is no news to the person, the token ends within a day anyway. */
async function revoke(connection: Connection, credentials: Credentials): Promise<boolean> {
  if (credentials.way !== 'token') return true;
  try {
    await deleteToken(credentials.token, { connection, credentials });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return hasStatus(error, 401);
  }
}

/**
 * Checks the form, asks the server who this is, and begins the session with what the server said.
 * `onlyAs` is for signing in again in place: what this person typed must not go out under another name.
 * Throws `ApiError` when no verdict came (no answer, a server fault, not a Tuleap).
 */
export async function signIn(
  connection: Connection,
  form: SignInForm,
  onlyAs?: Person,
): Promise<SignInResult> {
  const unusable = checkForm(form);
  if (unusable) return unusable;
  let credentials: Credentials | undefined;
  try {
    credentials = await credentialsOf(connection, form);
    const isSameOrigin = connection.url === '';
    const id = credentials.way === 'token' && !isSameOrigin ? credentials.userId : 'self';
    const self = await whoIs({ connection, credentials }, id);
    const person = { id: self.id, username: self.username, realName: self.real_name };
    if (onlyAs && onlyAs.id !== person.id) {
      await revoke(connection, credentials);
      return { outcome: 'somebodyElse', person };
    }
    const session = { connection, person };
    beginSession(session, credentials);
    return { outcome: 'signedIn', session };
  } catch (error) {
    if (credentials) await revoke(connection, credentials);
    const answer = refusal(error, form);
    if (answer) return answer;
    throw error;
  }
}

/**
 * Ends the session here first (works offline), drops everything that was read, then revokes the token.
 * Gives `isRevoked: false` when the server could not be told; the token then ends by itself within 24 hours.
 */
export async function signOut(queryClient: QueryClient): Promise<{ isRevoked: boolean }> {
  const ended = endSession();
  await queryClient.cancelQueries();
  queryClient.clear();
  if (!ended?.credentials) return { isRevoked: true };
  return { isRevoked: await revoke(ended.connection, ended.credentials) };
}
