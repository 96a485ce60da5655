/**
 * How a person proves who they are (features C2). Lives in memory; kept elsewhere only by the person's choice.
 * `browser` is Tuleap's own cookie at our origin, `anonymous` nobody on a platform that is open: both hold no secret.
 * `endsAt` is in milliseconds; a key has one when it was made with an end that we know. `isOwn`: made by Parterre for one
 * session, and revoked with it.
 */
export type Credentials =
  | { way: 'accessKey'; key: string; endsAt?: number | undefined; isOwn?: boolean | undefined }
  | { way: 'token'; userId: number; token: string; endsAt: number }
  | { way: 'basic'; username: string; password: string }
  | { way: 'browser' }
  | { way: 'anonymous' };

/** What may be shown of credentials: the way, when they end, and the number of a key. */
export interface Access {
  way: Credentials['way'];
  endsAt?: number | undefined;
  keyId?: number | undefined;
}

/** The facts of `credentials` without their secret. */
export function accessOf(credentials: Credentials): Access {
  const { way } = credentials;
  if (way === 'token') return { way, endsAt: credentials.endsAt };
  if (way !== 'accessKey') return { way };
  const keyId = /^tlp-k1-(\d+)/.exec(credentials.key)?.[1];
  return {
    ...{ way, endsAt: credentials.endsAt },
    keyId: keyId === undefined ? undefined : Number(keyId),
  };
}

/** Shape of a personal access key: `tlp-k1-<id>.<secret>` (shared reference, conventions.md §2). */
const ACCESS_KEY = /^tlp-k1-\d+\.[A-Za-z0-9]+$/;

/** True when `text` has the shape of an access key; says nothing of whether the server knows it. */
export function looksLikeAccessKey(text: string): boolean {
  return ACCESS_KEY.test(text.trim());
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Taking something shorter out would spoil every sentence, and guessing it is no work. */
const SHORTEST = 6;

function secretParts(credentials: Credentials): string[] {
  if (credentials.way === 'accessKey') return credentials.key.split('.').slice(1);
  if (credentials.way === 'token') return [credentials.token];
  if (credentials.way !== 'basic') return [];
  const { username, password } = credentials;
  return [password, base64(`${username}:${password}`)];
}

/** What of `credentials` must never be shown: taken out of an answer's words, should a server or proxy repeat it. */
export function secretsOf(credentials: Credentials): string[] {
  return secretParts(credentials).filter(({ length }) => length >= SHORTEST);
}

/** The request headers that carry `credentials` (conventions.md §2: one way per request). */
export function credentialHeaders(credentials: Credentials): Record<string, string> {
  if (credentials.way === 'accessKey') return { 'X-Auth-AccessKey': credentials.key };
  if (credentials.way === 'token') {
    return {
      'X-Auth-Token': credentials.token,
      'X-Auth-UserId': String(credentials.userId),
    };
  }
  if (credentials.way !== 'basic') return {};
  return {
    Authorization: `Basic ${base64(`${credentials.username}:${credentials.password}`)}`,
  };
}
