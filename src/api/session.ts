import { useSyncExternalStore } from 'react';
import { type Access, accessOf, type Credentials, credentialHeaders } from './signIn/credentials';

/** A server that this deployment offers (`parterre.json`). `url` is `''` for the origin of this page. */
export interface Connection {
  id: string;
  label: string;
  url: string;
  color: 'teal' | 'purple' | 'orange' | 'blue';
  kind: 'tuleap' | 'sandbox' | 'replay';
}

/** Who is signed in, as the API says it (never as the form says it). */
export interface Person {
  id: number;
  username: string;
  realName: string;
  /** The server could not be asked whose key it is: the name is the one that was typed (C2). */
  isUnverified?: boolean | undefined;
}

/** One profile: a person at a server (features C1). */
export interface Session {
  connection: Connection;
  person: Person;
}

/**
 * The signed-in state of this window, outside React: the client reads it at every request.
 * `isExpired` means that the server refused the credentials of a session that had worked: the page stays,
 * and requests wait until `beginSession` or `endSession` ends the wait.
 */
interface SessionState {
  session: Session | null;
  /** How `session` signed in, without the secret. */
  access: Access | null;
  isExpired: boolean;
  /** The other profiles of this window that are signed in, the last used one first. */
  others: readonly Session[];
}

/**
 * Where a secret lives, by the person's choice (C7): in memory until the page is reloaded, in this tab's sessionStorage until
 * it is closed, or on this device behind a passphrase.
 */
export type Keep = 'memory' | 'tab' | 'device';

/** What the keeper is handed to put aside. */
export interface KeptSession {
  session: Session;
  credentials: Credentials;
  keep: Keep;
}

let current: KeptSession | null = null;
let others: readonly KeptSession[] = [];
let state: SessionState = { session: null, access: null, isExpired: false, others: [] };
let wait: {
  promise: Promise<boolean>;
  end: (isSignedIn: boolean) => void;
} | null = null;
const listeners = new Set<() => void>();

function notify(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function endWait(isSamePerson: boolean): void {
  wait?.end(isSamePerson);
  wait = null;
}

/** Names a profile, for what is held apart by server and person. */
export function profileOf({ connection, person }: Session): string {
  return `${connection.id} ${person.id}`;
}

/** Stands where the secret was of a profile that signed out in another tab, until the same person signs in again. */
const dropped: Credentials = { way: 'anonymous' };

const is = (profile: string) => (kept: KeptSession) => profileOf(kept.session) === profile;

/** The session, or null when nobody is signed in. */
export function currentSession(): Session | null {
  return state.session;
}

/**
 * The credentials of this session; only the client and the probe may ask (held by the architecture test). Null without a
 * session, and in one whose secret went with a sign-out in another tab: nothing may leave in that person's name.
 */
export function currentCredentials(): Credentials | null {
  return current && current.credentials !== dropped ? current.credentials : null;
}

/** Whether this profile is the current one and still has its secret: it did not sign out meanwhile, here or in another tab. */
export function isSignedIn(profile: string): boolean {
  return current !== null && is(profile)(current) && current.credentials !== dropped;
}

/** The names of the headers that say who asks: enough to show a request before it is sent, and no secret. */
export function credentialHeaderNames(): readonly string[] {
  return current ? Object.keys(credentialHeaders(current.credentials)) : [];
}

/** First part of every query key, so that two servers or two people never share a cached answer. */
export function scope(): readonly [string, number] {
  return [state.session?.connection.id ?? 'nowhere', state.session?.person.id ?? 0];
}

let keeper: (kept: readonly KeptSession[]) => void = () => {};

/** Hands every beginning, renewal and end of a session to `next`, the current one first: the keeper alone writes it anywhere. */
export function keepSessionsWith(next: (kept: readonly KeptSession[]) => void): void {
  keeper = next;
}

function hold(next: KeptSession | null, rest: readonly KeptSession[], isExpired: boolean): void {
  current = next;
  others = rest;
  keeper(next ? [next, ...rest] : rest);
  notify({
    session: next?.session ?? null,
    access: next && accessOf(next.credentials),
    isExpired,
    others: rest.map(({ session }) => session),
  });
}

function become(next: KeptSession | null, rest: readonly KeptSession[]): void {
  const isSamePerson = next !== null && current !== null && is(profileOf(next.session))(current);
  hold(next, rest, false);
  endWait(isSamePerson);
}

/**
 * Begins (or renews) the session; another profile that was signed in stays so, aside. Requests that waited go on only if
 * the same person came back to the same server. Without `keep` a renewed one is kept as before, a new one in memory.
 * Gives the credentials that these replaced, so that they can be revoked; null for none.
 */
export function beginSession(
  session: Session,
  credentials: Credentials,
  keep?: Keep,
): Credentials | null {
  const isSame = is(profileOf(session));
  const all = current ? [current, ...others] : others;
  const before = all.find(isSame);
  // A password is never stored, whatever was chosen (features C2).
  const how = credentials.way === 'basic' ? 'memory' : (keep ?? before?.keep ?? 'memory');
  become(
    { session, credentials, keep: how },
    all.filter((kept) => kept !== before && kept.credentials !== dropped),
  );
  return before && before.credentials !== credentials ? before.credentials : null;
}

/**
 * Goes on with another profile of this window; false when it is not signed in (any more). Who calls it leads away from
 * the page, which belongs to the profile before.
 */
export function switchSession(profile: string): boolean {
  const next = others.find(is(profile));
  if (next) beginSession(next.session, next.credentials);
  return next !== undefined;
}

/**
 * Forgets the credentials of the current profile, or of `profile` wherever it stands; requests that waited for a new
 * sign-in fail with their 401. Gives what was forgotten, so that it can be revoked; null when nobody was signed in.
 */
export function endSession(profile?: string): KeptSession | null {
  if (profile === undefined || (current && is(profile)(current))) {
    const ended = current;
    become(null, others);
    return ended;
  }
  const ended = others.find(is(profile)) ?? null;
  const rest = others.filter((kept) => kept !== ended);
  if (ended) hold(current, rest, state.isExpired);
  return ended;
}

/** Whether other profiles of this window are signed in. */
export function hasOthers(): boolean {
  return others.length > 0;
}

/**
 * The person signed out in another tab: the secret of that profile goes at once. The current page stays, as after a 401,
 * until it is left or the same person signs in again. Gives what was dropped, so that it can be revoked.
 */
export function dropCredentials(profile: string): KeptSession | null {
  if (!current || !is(profile)(current)) return endSession(profile);
  const had = current;
  hold({ ...current, credentials: dropped, keep: 'memory' }, others, true);
  return had.credentials === dropped ? null : had;
}

/** What was kept of these profiles is to be forgotten: they go on in memory (features Z9). Without `profile` those of this tab. */
export function keepInMemory(profile?: string): void {
  const isMeant = profile === undefined ? ({ keep }: KeptSession) => keep === 'tab' : is(profile);
  const demoted = (kept: KeptSession): KeptSession =>
    isMeant(kept) ? { ...kept, keep: 'memory' } : kept;
  hold(current && demoted(current), others.map(demoted), state.isExpired);
}

/** Forgets every profile of this window. */
export function endAllSessions(): void {
  become(null, []);
}

let page = new AbortController();

/** Aborts when the page that is shown now is left. */
export function untilPageIsLeft(): AbortSignal {
  return page.signal;
}

/** Called by the frame: what this page wanted to write, and waits for a new sign-in, is not sent from another one. */
export function leavePage(): void {
  page.abort();
  page = new AbortController();
}

/** Called by the client on a 401: resolves to true once the same person has signed in again. */
export function waitForSignIn(): Promise<boolean> {
  if (!state.session) return Promise.resolve(false);
  if (!wait) {
    let end: (isSignedIn: boolean) => void = () => {};
    const promise = new Promise<boolean>((resolve) => {
      end = resolve;
    });
    wait = { promise, end };
    notify({ ...state, isExpired: true });
  }
  return wait.promise;
}

export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session for components; renders again when it begins, expires or ends. */
export function useSession(): SessionState {
  return useSyncExternalStore(subscribeToSession, () => state);
}
