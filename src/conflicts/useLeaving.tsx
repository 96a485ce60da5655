import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '~/ui/overlay/ConfirmDialog';

/**
 * The way out of a prompt, and the question before it where a result was typed (`isTyped`): that stands nowhere else, and
 * Escape is soon pressed.
 */
export function useLeaving(
  isTyped: boolean,
  onClose: () => void,
): { leave(): void; question: ReactNode } {
  const [isAsking, setIsAsking] = useState(false);
  return {
    leave: () => (isTyped ? setIsAsking(true) : onClose()),
    question: isAsking ? (
      <ConfirmDialog
        title="Leave the result that you typed here?"
        confirmLabel="Leave it"
        cancelLabel="Keep merging"
        isDangerous
        onConfirm={onClose}
        onCancel={() => setIsAsking(false)}
      >
        <p>It stands nowhere else and is thrown away. All else stays as it was.</p>
      </ConfirmDialog>
    ) : null,
  };
}
