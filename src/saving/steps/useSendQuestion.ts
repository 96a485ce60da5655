import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '~/api/session';
import type { Sender } from './drive';

/** "Send now?" while it stands: the sign-in had ended in mid-save, and the person is back (journey J4). */
export interface SendQuestion {
  answer(isWanted: boolean): void;
}

/**
 * The question of one page: `begin` gives a save that starts now what it asks by, `question` is what `SendNow` draws.
 * A page that is left has answered no.
 */
export function useSendQuestion(): { begin(): Sender; question: SendQuestion | null } {
  const [question, setQuestion] = useState<SendQuestion | null>(null);
  const { isExpired } = useSession();
  const hasEnded = useRef(false);
  const open = useRef<SendQuestion>(null);
  const isShown = useRef(false);
  useEffect(() => {
    hasEnded.current ||= isExpired;
  }, [isExpired]);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      open.current?.answer(false);
    };
  }, []);
  const begin = useCallback((): Sender => {
    hasEnded.current = false;
    return {
      isBack: () => hasEnded.current,
      ask: () =>
        new Promise((resolve) => {
          if (!isShown.current) return resolve(false);
          open.current = {
            answer(isWanted) {
              open.current = null;
              setQuestion(null);
              resolve(isWanted);
            },
          };
          setQuestion(open.current);
        }),
    };
  }, []);
  return { begin, question };
}
