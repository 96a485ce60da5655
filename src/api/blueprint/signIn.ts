import * as z from 'zod/mini';
import { ApiError, hasStatus } from '../error';
import { credentialHeaders } from '../signIn/credentials';
import { askAs, type BlueprintAnswer } from './client';
import type { BlueprintServer } from './servers';
import { beginBlueprintSession } from './session';

export type BlueprintSignInResult =
  | { outcome: 'signedIn' }
  | { outcome: 'refused'; field: 'username' | 'password'; message: string };

type Refused = Extract<BlueprintSignInResult, { outcome: 'refused' }>;

const refused = (field: Refused['field'], message: string): Refused => ({
  outcome: 'refused',
  field,
  message,
});

const LOGIN = '/authentication/v1/login';

function bare(text: string): string {
  return text.replace(/^BlueprintToken\s+/i, '').trim();
}

/** The token stands in the header and, as one JSON string, in the body; another origin may see the body only. */
function tokenOf(answer: BlueprintAnswer): string {
  const header = answer.headers.get('authorization');
  if (header !== null && /^BlueprintToken\s+\S/i.test(header)) return bare(header);
  const issue = (message: string) =>
    new ApiError('shape', 'The answer holds no token.', {
      request: answer.asked,
      status: answer.status,
      issues: [{ path: '', message }],
    });
  let body: unknown;
  try {
    body = JSON.parse(answer.text);
  } catch {
    throw issue('neither a token in the header authorization nor JSON in the body');
  }
  const parsed = z.safeParse(z.string().check(z.minLength(1)), body);
  if (!parsed.success) throw issue('expected one JSON string');
  return bare(parsed.data);
}

function endOf(answer: BlueprintAnswer): number | null {
  const time = Date.parse(answer.headers.get('blueprinttokenexpirydate') ?? '');
  return Number.isNaN(time) ? null : time;
}

/**
 * Changes a user name and password into a token (list-artifacts.md §3) and begins the session with it; the password is sent
 * once and not kept. Wrong credentials are a value; anything else throws `ApiError`.
 */
export async function signInToBlueprint(
  server: BlueprintServer,
  form: { username: string; password: string },
): Promise<BlueprintSignInResult> {
  const username = form.username.trim();
  if (username === '') return refused('username', 'Enter your user name.');
  if (form.password === '') return refused('password', 'Enter your password.');
  const basic = credentialHeaders({ way: 'basic', username, password: form.password });
  try {
    const answer = await askAs(
      server,
      { method: 'GET', path: LOGIN, headers: { Accept: 'application/json' } },
      basic.Authorization ?? '',
    );
    beginBlueprintSession({ server, username, endsAt: endOf(answer) }, tokenOf(answer));
    return { outcome: 'signedIn' };
  } catch (error) {
    if (hasStatus(error, 401)) {
      return refused('password', 'Blueprint does not accept this user name and password.');
    }
    if (hasStatus(error, 403)) {
      return refused(
        'username',
        'Blueprint knows this account but gives it no access to its API: it needs an API licence.',
      );
    }
    throw error;
  }
}
