import { onTestFinished, vi } from 'vitest';
import { beginSession, currentSession, endSession, subscribeToSession } from '~/api/session';
import { sandboxPeople } from '../sandbox/people';

const { anna } = sandboxPeople;
const connection = { id: 'x', label: 'X', url: '', color: 'teal', kind: 'sandbox' } as const;

function signIn(): void {
  const person = { id: anna.id, username: anna.username, realName: anna.realName };
  beginSession({ connection, person }, { way: 'accessKey', key: anna.accessKey });
}

/** Anna is signed in until the test ends, and signs in again, in place, whenever the session asks for it. */
export function keepSignedIn(): void {
  signIn();
  let isAnswering = false;
  const stop = subscribeToSession(() => {
    if (isAnswering || !currentSession()) return;
    isAnswering = true;
    queueMicrotask(() => {
      signIn();
      isAnswering = false;
    });
  });
  onTestFinished(() => {
    stop();
    endSession();
    vi.unstubAllGlobals();
  });
}
