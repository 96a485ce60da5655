import { flushSync } from 'react-dom';
import { Button } from './Button';

interface UnlockButtonProps {
  /** Ends the lock, and this button with it. */
  onUnlock(): void;
  /** Puts the focus into what can be changed again. */
  focus(): void;
}

/** After a refusal that closed a form: a right may be given back, or have been refused by what stands before the server. */
export function UnlockButton({ onUnlock, focus }: UnlockButtonProps) {
  return (
    <Button
      size="small"
      onClick={() => {
        flushSync(onUnlock);
        focus();
      }}
    >
      Let me try again
    </Button>
  );
}
