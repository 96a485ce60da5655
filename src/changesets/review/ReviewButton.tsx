import { Button } from '~/ui/button/Button';
import { useSkipsReview } from './skipReview';
import type { ReviewHandle } from './useReview';

/** What the save button beside it shows as its key, while the sheet is skipped. */
export function useSaveKeys(): { keys?: string } {
  return useSkipsReview() ? { keys: 'Ctrl ↵' } : {};
}

/** The way to the review sheet by mouse, beside the button that saves at once. */
export function ReviewButton({
  review,
  disabledReason,
}: {
  review: ReviewHandle;
  disabledReason: string | undefined;
}) {
  const isSkipped = useSkipsReview();
  return (
    <Button
      keys={isSkipped ? '⇧ Ctrl ↵' : 'Ctrl ↵'}
      aria-haspopup="dialog"
      disabledReason={disabledReason}
      onClick={review.open}
    >
      Review
    </Button>
  );
}
