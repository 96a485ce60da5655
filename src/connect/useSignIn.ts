import { useEffect, useState } from 'react';
import { type Keep, profileOf, scope } from '~/api/session';
import type { Server } from '~/api/signIn/servers';
import type { Refusal, SignInForm } from '~/api/signIn/ways';

/** How the last try stands. No `useMutation`: the page must be small, and a cache must hold no secret. */
export type Attempt =
  | { state: 'idle' }
  /** `username` of the sandbox person whose button was pressed; `''` for the form. */
  | { state: 'pending'; username: string }
  | { state: 'refused'; refusal: Refusal }
  | { state: 'failed'; error: unknown };

// What signs in comes right after the page: it has to be here before the connection is lost, but the form is there first.
const fetchSignIn = () => import('~/api/signIn/signIn');

/** The listed server without the people it offers: their keys do not belong into a session. */
export function connectionOf({ id, label, url, color, kind }: Server) {
  return { id, label, url, color, kind };
}

export interface Start {
  server: Server;
  form: SignInForm;
  /** Of the sandbox's person whose button was pressed; `''` for the form. */
  username: string;
  keep: Keep;
  /** Locks what is kept on this device. */
  passphrase: string;
}

/** Signs in, and keeps the sign-in where the person chose (C7). */
export function useSignIn(done: (refusal: Refusal | null) => void) {
  const [attempt, setAttempt] = useState<Attempt>({ state: 'idle' });
  useEffect(() => {
    fetchSignIn().catch(() => {
      // The attempt itself asks again, and says so.
    });
  }, []);
  async function start({ server, form, username, keep, passphrase }: Start): Promise<void> {
    if (attempt.state === 'pending') return;
    setAttempt({ state: 'pending', username });
    try {
      const { signIn } = await fetchSignIn();
      const result = await signIn(connectionOf(server), form, { keep });
      if (result.outcome === 'somebodyElse') return;
      if (result.outcome === 'refused') {
        setAttempt({ state: 'refused', refusal: result });
        done(result);
        return;
      }
      if (keep === 'device') {
        const [{ keepOnDevice }, { sealKept }] = await Promise.all([
          import('~/api/keeping/device'),
          import('~/kept/lock'),
        ]);
        await keepOnDevice(profileOf(result.session), passphrase);
        await sealKept(scope(), passphrase);
      }
      done(null);
    } catch (error) {
      setAttempt({ state: 'failed', error });
    }
  }
  return { attempt, start };
}
