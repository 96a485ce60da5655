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
  /** The sign-in has ended now; and whether it did so since the save was wanted. */
  const isOut = useRef(false);
  const hasEnded = useRef(false);
  const open = useRef<SendQuestion>(null);
  const isShown = useRef(false);
  useEffect(() => {
    isOut.current = isExpired;
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
    // Another request may have met the end before, while the dialog was still to come: the save waits for it just so.
    hasEnded.current = isOut.current;
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
