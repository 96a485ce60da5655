import { useEffect } from 'react';
import { Button } from '~/ui/button/Button';
import { focusHeadIfLost } from '~/ui/page/headFocus';
import { Banner } from '~/ui/show/Banner';

interface TakenBackProps {
  saving: { step: unknown; lookAgain(): void; forget(): void };
  /** What is not known: `the change that you discarded was saved`. */
  what: string;
  /** What was found when it was looked for; undefined where that failed, and can be tried again. */
  found: string | undefined;
}

/**
 * Of a save whose draft was thrown away before its end was known: what is known of it by now. Nothing offers to send it.
 * When it goes, by a button of its own, the focus goes to the page's heading.
 */
export function TakenBack({ saving, what, found }: TakenBackProps) {
  useEffect(() => focusHeadIfLost, []);
  return (
    <Banner
      tone="warning"
      role="alert"
      actions={
        found === undefined ? (
          <Button isPending={saving.step !== null} onClick={saving.lookAgain}>
            Look again
          </Button>
        ) : (
          <Button variant="quiet" onClick={saving.forget}>
            Dismiss
          </Button>
        )
      }
    >
      <strong>It is not known whether {what}.</strong> {found ?? 'Looking for it failed.'}
    </Banner>
  );
}
