import { flushSync } from 'react-dom';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import { focusFirstField } from '../focusField';

interface LockNoticeProps {
  /** Why nothing can be sent. */
  words: string;
  /** Lets it be tried again; undefined where that is not for this page to say. */
  onUnlock: (() => void) | undefined;
}

/** Nothing can be sent any more, and why. A right may be given back, or have been refused by what stands before the server. */
export function LockNotice({ words, onUnlock }: LockNoticeProps) {
  return (
    <Banner
      tone="warning"
      actions={
        onUnlock ? (
          <Button
            size="small"
            onClick={() => {
              flushSync(onUnlock);
              // The button is gone with the lock: the form is there again.
              focusFirstField();
            }}
          >
            Let me try again
          </Button>
        ) : null
      }
    >
      {words} What you typed stays here to copy.
    </Banner>
  );
}
