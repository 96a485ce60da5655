import { beginSession, type Connection, type Keep, type Person, type Session } from '../session';
import type { Credentials } from './credentials';
import { identify } from './identify';
import { revoke } from './signOut';
import { createToken } from './tokens';
import { checkForm, givesNoTokens, type Refusal, refusalOf, type SignInForm } from './ways';

/** `somebodyElse`: the credentials are good but not those of `onlyAs`; no session has begun. */
export type SignInResult =
  | { outcome: 'signedIn'; session: Session }
  | { outcome: 'somebodyElse'; person: Person }
  | Refusal;

export interface SignInOptions {
  /** Signing in again in place: what this person typed must not go out under another name. */
  onlyAs?: Person | undefined;
  /** Where the secret lives; without it as before, or in memory. */
  keep?: Keep | undefined;
}

/** A token ends 24 hours after it was made (conventions.md §2); its answer does not say when. */
const TOKEN_LIFE = 24 * 60 * 60 * 1_000;

async function credentialsOf(connection: Connection, form: SignInForm): Promise<Credentials> {
  if (form.way === 'accessKey') return { way: 'accessKey', key: form.key.trim() };
  if (form.way !== 'password') return { way: form.way };
  const username = form.username.trim();
  // Counted from before the question, so that it never ends later than we say.
  const endsAt = Date.now() + TOKEN_LIFE;
  try {
    const { user_id: userId, token } = await createToken(connection, username, form.password);
    return { way: 'token', userId, token, endsAt };
  } catch (error) {
    if (form.as !== 'basic' || !givesNoTokens(error)) throw error;
    return { way: 'basic', username, password: form.password };
  }
}

/** Begins the session of whoever these credentials belong to, unless that is not `onlyAs`. */
async function enter(
  connection: Connection,
  credentials: Credentials,
  options: SignInOptions & { typedName: string },
): Promise<SignInResult> {
  const found = await identify({ connection, credentials }, options.typedName);
  if ('outcome' in found) return found;
  if (options.onlyAs && options.onlyAs.id !== found.id) {
    return { outcome: 'somebodyElse', person: found };
  }
  const session = { connection, person: found };
  const replaced = beginSession(session, credentials, options.keep);
  // Nobody waits for it, and a token that stays ends by itself within a day.
  if (replaced) void revoke(connection, replaced);
  return { outcome: 'signedIn', session };
}

/**
 * Checks the form, asks the server who this is, and begins the session with what the server said.
 * Throws `ApiError` when no verdict came (no answer, a server fault, not a Tuleap).
 */
export async function signIn(
  connection: Connection,
  form: SignInForm,
  options: SignInOptions = {},
): Promise<SignInResult> {
  const unusable = checkForm(connection, form);
  if (unusable) return unusable;
  const typedName = 'username' in form ? (form.username ?? '').trim() : '';
  let credentials: Credentials | undefined;
  let isIn = false;
  try {
    credentials = await credentialsOf(connection, form);
    const result = await enter(connection, credentials, { ...options, typedName });
    isIn = result.outcome === 'signedIn';
    return result;
  } catch (error) {
    const answer = refusalOf(error, form);
    if (answer) return answer;
    throw error;
  } finally {
    if (credentials && !isIn) await revoke(connection, credentials);
  }
}

/**
 * Goes on with credentials that were kept (C7), after asking the server whether it still takes them.
 * Gives `false` when it does not (any more). Throws `ApiError` when no verdict came.
 */
export async function resume(
  session: Session,
  credentials: Credentials,
  keep: Keep,
): Promise<boolean> {
  const form = { way: 'accessKey', key: '' } as const;
  try {
    const { username } = session.person;
    const result = await enter(session.connection, credentials, {
      typedName: username,
      onlyAs: session.person,
      keep,
    });
    return result.outcome === 'signedIn';
  } catch (error) {
    if (refusalOf(error, form)) return false;
    throw error;
  }
}
