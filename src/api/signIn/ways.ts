import { type ApiError, hasStatus } from '../error';
import type { Connection } from '../session';
import { looksLikeAccessKey } from './credentials';

/**
 * What the form holds, by way (features C2). From another origin `users/self` is out of reach, so a key needs the name of its
 * owner. A password is changed into a token at once; `as: 'basic'` allows that it is sent with every request where the server
 * gives no tokens.
 */
export type SignInForm =
  | { way: 'accessKey'; key: string; username?: string | undefined }
  | { way: 'password'; username: string; password: string; as: 'token' | 'basic' }
  | { way: 'browser' }
  | { way: 'anonymous' };

/** The person can put it right; `message` says what is wrong and stands at `field`. */
export interface Refusal {
  outcome: 'refused';
  field: 'key' | 'username' | 'password' | 'way';
  message: string;
}

/** A refusal in words, at its field. */
export function refused(field: Refusal['field'], message: string): Refusal {
  return { outcome: 'refused', field, message };
}

function checkKey(key: string): Refusal | undefined {
  const text = key.trim();
  if (text === '') return refused('key', 'Paste an access key.');
  if (looksLikeAccessKey(text)) return undefined;
  if (/^tlp-\S*\s/.test(text)) {
    return refused(
      'key',
      'There is a space or a line break inside this key. Copy it again in one piece.',
    );
  }
  return refused(
    'key',
    'This does not look like an access key. It begins with tlp-k1-, a number and a dot.',
  );
}

function checkName(name: string): Refusal | undefined {
  if (name.trim() === '') return refused('username', 'Enter your user name.');
  // HTTP Basic ends the name at the first colon (RFC 7617 §2), and Tuleap allows none in it.
  if (name.includes(':')) return refused('username', 'A user name has no colon.');
  return undefined;
}

/** What can be seen without asking the server; nothing when the form may be sent. */
export function checkForm({ url }: Connection, form: SignInForm): Refusal | undefined {
  if (form.way === 'anonymous') return undefined;
  if (form.way === 'browser') {
    if (url === '') return undefined;
    return refused('way', 'A sign-in of this browser only counts at the address of Parterre.');
  }
  if (form.way === 'accessKey') {
    return checkKey(form.key) ?? (url === '' ? undefined : checkName(form.username ?? ''));
  }
  const name = checkName(form.username);
  if (name) return name;
  return form.password === '' ? refused('password', 'Enter your password.') : undefined;
}

/** Whether `POST /tokens` itself was refused: by a server without it, or by what stands in front of it. */
export function givesNoTokens(error: unknown): error is ApiError {
  // Tuleap's own 403, in JSON, is about the account.
  if (hasStatus(error, 403)) return error.body !== 'json';
  return [404, 405, 501].some((status) => hasStatus(error, status));
}

function wrongPassword(password: string): string {
  const isPlain = Array.from(password).every((sign) => sign.charCodeAt(0) <= 255);
  const note = isPlain ? '' : ' It was sent in UTF-8, letters beyond Latin-1 included.';
  return `The user name or the password is wrong.${note}`;
}

function unauthorised(form: SignInForm): Refusal {
  if (form.way === 'accessKey') {
    return refused(
      'key',
      'The server does not accept this access key. It may be mistyped, expired or revoked, or have no REST scope.',
    );
  }
  if (form.way === 'password') return refused('password', wrongPassword(form.password));
  return refused(
    'way',
    form.way === 'browser'
      ? 'Tuleap knows nobody in this browser. Sign in to Tuleap in another tab, then try again.'
      : 'This server lets nobody in without an account.',
  );
}

const fields = {
  accessKey: 'key',
  password: 'username',
  browser: 'way',
  anonymous: 'way',
} as const;

/** The server's no in words; undefined when it is not about the credentials (conventions.md §2). */
export function refusalOf(error: unknown, form: SignInForm): Refusal | undefined {
  if (form.way === 'password' && form.as === 'token' && givesNoTokens(error)) {
    return refused(
      'password',
      'This server gives out no tokens. With the method Basic it is asked with the password itself.',
    );
  }
  if (hasStatus(error, 401)) return unauthorised(form);
  if (!hasStatus(error, 403)) return undefined;
  const said = error.serverMessages[0];
  const message = `The server knows this account but does not let it in${said ? `: ${said}` : ''}. Ask its administrator.`;
  return refused(fields[form.way], message);
}
