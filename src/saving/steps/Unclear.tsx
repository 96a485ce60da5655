import type { ReactNode } from 'react';
import type { ApiError } from '~/api/error';
import { sentence } from '~/lib/words/sentence';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';

interface UnclearProps {
  saving: { step: unknown; lookAgain(): void; sendAgain(): void };
  /** What is not known: `your change was saved`. */
  what: string;
  /** What came in place of an answer. */
  error: ApiError;
  /** It was looked for: only then it can be sent once more. */
  canSend: boolean;
  /** What was found when it was looked for. */
  children: ReactNode;
}

/** Of a save whose answer was lost: what is known of it by now, and the ways on. */
export function Unclear({ saving, what, error, canSend, children }: UnclearProps) {
  const isBusy = saving.step !== null;
  return (
    <Banner
      tone="warning"
      role="alert"
      actions={
        <>
          <Button isPending={isBusy} onClick={saving.lookAgain}>
            Look again
          </Button>
          {canSend ? (
            <Button isPending={isBusy} onClick={saving.sendAgain}>
              Send again
            </Button>
          ) : null}
        </>
      }
    >
      <strong>It is not known whether {what}.</strong> {sentence(error.message)} {children}
    </Banner>
  );
}
