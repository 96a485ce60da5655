import { useSyncExternalStore } from 'react';
import { currentSession, subscribeToSession } from '../session';
import type { BlueprintServer } from './servers';

/** Somebody signed in to a Blueprint beside Tuleap. Nothing of it outlives this page. */
export interface BlueprintSession {
  server: BlueprintServer;
  username: string;
  /** When the token ends as the server said it (ms since 1970); null when it said nothing. */
  endsAt: number | null;
}

/** `isExpired`: the server refused a token that had worked; requests wait for `beginBlueprintSession` or its end. */
interface BlueprintState {
  session: BlueprintSession | null;
  isExpired: boolean;
}

let state: BlueprintState = { session: null, isExpired: false };
let token: string | null = null;
let wait: { promise: Promise<boolean>; end: (isSignedIn: boolean) => void } | null = null;
const listeners = new Set<() => void>();

function become(next: BlueprintState, isSamePerson: boolean): void {
  state = next;
  wait?.end(isSamePerson);
  wait = null;
  for (const listener of listeners) listener();
}

/** The token of this session; only the Blueprint client may ask (held by the architecture test). */
export function currentBlueprintToken(): string | null {
  return token;
}

export function currentBlueprintSession(): BlueprintSession | null {
  return state.session;
}

/** Begins or renews the session. Requests that waited go on only for the same person at the same server. */
export function beginBlueprintSession(session: BlueprintSession, secret: string): void {
  const before = state.session;
  token = secret;
  become(
    { session, isExpired: false },
    before?.username === session.username && before.server.id === session.server.id,
  );
}

/** Forgets the token. Blueprint documents no way to revoke one: it ends by itself. */
export function endBlueprintSession(): void {
  token = null;
  become({ session: null, isExpired: false }, false);
}

/** Called by the client on a 401: resolves to true once the same person has signed in again. */
export function waitForBlueprintSignIn(): Promise<boolean> {
  if (!state.session) return Promise.resolve(false);
  if (!wait) {
    let end: (isSignedIn: boolean) => void = () => {};
    const promise = new Promise<boolean>((resolve) => {
      end = resolve;
    });
    wait = { promise, end };
    state = { ...state, isExpired: true };
    for (const listener of listeners) listener();
  }
  return wait.promise;
}

// Whoever leaves Tuleap leaves the room: the other sign-in does not stay behind for the next person.
subscribeToSession(() => {
  if (!currentSession() && state.session) endBlueprintSession();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session for components; renders again when it begins, expires or ends. */
export function useBlueprintSession(): BlueprintState {
  return useSyncExternalStore(subscribe, () => state);
}
