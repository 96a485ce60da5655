import type { ReactNode } from 'react';
import { Button } from '../button/Button';
import { Dialog } from './Dialog';

interface ConfirmDialogProps {
  /** The question, naming the thing: "Discard 3 changes to #431?". */
  title: string;
  /** The verb of the question, e.g. "Discard"; never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  isDangerous?: boolean;
  /** A third way, that does no harm either. */
  other?: { label: string; onSelect(): void } | undefined;
  isPending?: boolean;
  /** At the left of the foot. */
  note?: ReactNode;
  onConfirm(): void;
  onCancel(): void;
  /** What else it touches, and whether it can be undone. */
  children: ReactNode;
}

/** Asks before something that cannot be taken back. The safe answer has the focus. */
export function ConfirmDialog({
  title,
  confirmLabel,
  cancelLabel = 'Cancel',
  isDangerous = false,
  other,
  isPending = false,
  note,
  onConfirm,
  onCancel,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      size="small"
      role="alertdialog"
      onClose={onCancel}
      note={note}
      actions={
        <>
          {/* The safe answer: Enter right after opening does no harm. */}
          <Button data-autofocus onClick={onCancel}>
            {cancelLabel}
          </Button>
          {other ? <Button onClick={other.onSelect}>{other.label}</Button> : null}
          <Button
            variant={isDangerous ? 'danger' : 'primary'}
            isPending={isPending}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
