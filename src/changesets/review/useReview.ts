import { useState } from 'react';
import { isReviewKey, isSaveKey, isUnderDialog } from '~/ui/useKeydown';
import { useSkipsReview } from './skipReview';

export interface ReviewHandle {
  isOpen: boolean;
  /** Opens the sheet. Where there is nothing to look at, it is as if "Save" were pressed: what stands against it is said there. */
  open(): void;
  close(): void;
  /** The save keys of a page, unless a dialog lies over it; true when it was one. */
  takeKey(event: KeyboardEvent): boolean;
}

interface ReviewFacts {
  /** Something is changed, and nothing stands against sending it now. */
  canOpen: boolean;
  save(): void;
}

/**
 * The way to the review sheet of a page (features E14): Ctrl+Enter opens it, or sends at once for who chose that;
 * Shift+Ctrl+Enter always opens it. It closes by itself when there is nothing to look at any more.
 */
export function useReview({ canOpen, save }: ReviewFacts): ReviewHandle {
  const [isOpen, setIsOpen] = useState(false);
  const isSkipped = useSkipsReview();
  if (isOpen && !canOpen) setIsOpen(false);
  function open(): void {
    if (canOpen) setIsOpen(true);
    else save();
  }
  return {
    isOpen: isOpen && canOpen,
    open,
    close: () => setIsOpen(false),
    takeKey(event) {
      if ((!isSaveKey(event) && !isReviewKey(event)) || isUnderDialog()) return false;
      event.preventDefault();
      if (isSkipped && isSaveKey(event)) save();
      else open();
      return true;
    },
  };
}
