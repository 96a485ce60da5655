import { useSyncExternalStore } from 'react';
import type { Credentials } from './signIn/credentials';

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
}

export interface Session {
  connection: Connection;
  person: Person;
}

/**
 * The signed-in state of this window, outside React: the client reads it at every request.
 * `isExpired` means that the server refused the credentials of a session that had worked: the page stays,
 * and requests wait until `signIn` or `signOut` ends the wait.
 */
interface SessionState {
  session: Session | null;
  isExpired: boolean;
}

let state: SessionState = { session: null, isExpired: false };
let secret: Credentials | null = null;
let wait: {
  promise: Promise<boolean>;
  end: (isSignedIn: boolean) => void;
} | null = null;
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function endWait(isSamePerson: boolean): void {
  wait?.end(isSamePerson);
  wait = null;
}

/** The session, or null when nobody is signed in. */
export function currentSession(): Session | null {
  return state.session;
}

/** The credentials of this session; only `client.ts` may ask (held by the architecture test). */
export function currentCredentials(): Credentials | null {
  return secret;
}

/** First part of every query key, so that two servers or two people never share a cached answer. */
export function scope(): readonly [string, number] {
  return [state.session?.connection.id ?? 'nowhere', state.session?.person.id ?? 0];
}

/** What a keeper may put aside, by the person's choice (C7); null at the end of the session. */
export interface KeptSession {
  session: Session;
  credentials: Credentials;
}

let keeper: (kept: KeptSession | null) => void = () => {};

/** Hands every beginning, renewal and end of a session to `next`: `connect/keep.ts`, which alone writes it anywhere. */
export function keepSessionsWith(next: (kept: KeptSession | null) => void): void {
  keeper = next;
}

/** Begins (or renews) the session. Requests that waited go on only if the same person came back to the same server. */
export function beginSession(session: Session, credentials: Credentials): void {
  const before = state.session;
  const isSamePerson =
    before?.person.id === session.person.id && before.connection.id === session.connection.id;
  secret = credentials;
  keeper({ session, credentials });
  become({ session, isExpired: false });
  endWait(isSamePerson);
}

/**
 * Forgets the credentials; requests that waited for a new sign-in fail with their 401.
 * Gives what was forgotten, so that `signOut` can revoke it; null when nobody was signed in.
 */
export function endSession(): { connection: Connection; credentials: Credentials | null } | null {
  const ended = state.session && { connection: state.session.connection, credentials: secret };
  secret = null;
  keeper(null);
  become({ session: null, isExpired: false });
  endWait(false);
  return ended;
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
    become({ ...state, isExpired: true });
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
