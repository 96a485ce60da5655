import { Button } from '~/ui/button/Button';
import { Dialog } from '~/ui/overlay/Dialog';
import type { SendQuestion } from './useSendQuestion';

interface SendNowProps {
  /** What waits, at the beginning of a sentence: "Your change to req #431". */
  what: string;
  question: SendQuestion | null;
}

/**
 * Asks after the new sign-in whether what was interrupted goes out (journey J4). To save is what the person wanted, so that
 * Enter sends; every other way out leaves what was typed as it is.
 */
export function SendNow({ what, question }: SendNowProps) {
  if (!question) return null;
  const keep = () => question.answer(false);
  return (
    <Dialog
      title="Send now?"
      size="small"
      role="alertdialog"
      onClose={keep}
      actions={
        <>
          <Button onClick={keep}>Not yet</Button>
          <Button variant="primary" data-autofocus onClick={() => question.answer(true)}>
            Send now
          </Button>
        </>
      }
    >
      <p>
        You are signed in again. {what} did not arrive before, as the sign-in had ended. It goes out
        once; or it stays here as you typed it, until you send it.
      </p>
    </Dialog>
  );
}
