import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Plan } from '~/api/requests/write';
import { ShowRequest } from '~/requests/ShowRequest';
import { Button } from '~/ui/button/Button';
import { Checkbox } from '~/ui/form/Checkbox';
import { ProblemLine } from '~/ui/form/ProblemLine';
import { Dialog } from '~/ui/overlay/Dialog';
import { Banner } from '~/ui/show/Banner';
import { isReviewKey, isSaveKey, isUnderDialog, useKeydown } from '~/ui/useKeydown';
import { setSkipsReview, useSkipsReview } from './skipReview';
import './review.css';

/** What the server would refuse, with the way to its place. */
export interface ReviewProblem {
  key: string;
  /** What it is about; absent where it is about no field. */
  label?: string | undefined;
  message: string;
  /** Puts the focus there. */
  jump?: (() => void) | undefined;
}

interface ReviewSheetProps {
  /** "Review 2 changes to req #431". */
  title: string;
  /** A line under the title. */
  facts: ReactNode;
  problems: readonly ReviewProblem[];
  /** What would be sent if it were sent now: what the sheet shows in words. */
  plan(): Plan;
  /** Said beside the request. */
  requestNote?: string;
  /** The verb of the page's own button. */
  saveLabel: string;
  /** Why it cannot go out yet. */
  disabledReason: string | undefined;
  /** Sends; with problems it only says them at their fields. */
  onSave(): void;
  onClose(): void;
  /** What exactly will change. */
  children: ReactNode;
}

function Problems({
  problems,
  onJump,
}: Pick<ReviewSheetProps, 'problems'> & {
  onJump(jump: () => void): void;
}) {
  return (
    <Banner tone="danger" role="alert">
      <strong>The server would refuse this:</strong>
      <ul className="review-problems">
        {problems.map(({ key, label, message, jump }) => (
          <li key={key}>
            <ProblemLine label={label} message={message} jump={jump && (() => onJump(jump))} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}

/**
 * What exactly a save will change, before it is sent (features E14): the same keys that opened it send. It changes nothing
 * itself. Closed, it gives the focus back to where it was.
 */
export function ReviewSheet(props: ReviewSheetProps) {
  const { problems, disabledReason, onClose } = props;
  const isSkipped = useSkipsReview();
  // It is the choice of whoever sends: who goes back has chosen nothing.
  const [skips, setSkips] = useState(isSkipped);
  const isFine = problems.length === 0;
  // The focus is back in the form before anything else asks for it: behind a modal dialog it could not be given.
  function close(then: () => void): void {
    flushSync(onClose);
    then();
  }
  function send(): void {
    if (disabledReason !== undefined) return;
    if (isFine) setSkipsReview(skips);
    close(props.onSave);
  }
  useKeydown((event) => {
    if (!isSaveKey(event) && !isReviewKey(event)) return;
    if (isUnderDialog(1)) return;
    event.preventDefault();
    // Held down, the key that opened the sheet would send it unread.
    if (!event.repeat) send();
  });
  return (
    <Dialog
      title={props.title}
      facts={props.facts}
      size="side"
      onClose={onClose}
      note={
        <span className="review-note">
          <ShowRequest look="text" plan={props.plan} note={props.requestNote} />
          <Checkbox isSelected={skips} onChange={setSkips}>
            Save without this sheet next time
          </Checkbox>
          <span role="status">{skips ? '“Review” and Shift Ctrl ↵ still open it.' : ''}</span>
        </span>
      }
      actions={
        <>
          <Button variant="quiet" keys="Esc" onClick={onClose}>
            Back
          </Button>
          <Button
            variant="primary"
            keys="Ctrl ↵"
            data-autofocus
            disabledReason={disabledReason}
            onClick={send}
          >
            {isFine ? props.saveLabel : 'Go and mend it'}
          </Button>
        </>
      }
    >
      <div className="review">
        {isFine ? null : <Problems problems={problems} onJump={close} />}
        {props.children}
      </div>
    </Dialog>
  );
}
