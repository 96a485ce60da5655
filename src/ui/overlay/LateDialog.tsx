import { type ReactNode, Suspense } from 'react';
import { Dialog, type DialogProps } from './Dialog';

interface LateDialogProps extends Pick<DialogProps, 'title' | 'size' | 'onClose'> {
  /** Somebody asked for it. */
  isOpen: boolean;
  /** The dialog itself, a `latePart`. */
  children: ReactNode;
}

/**
 * Around a dialog whose code may still be on its way: an empty one stands in its place at once. Keys that come before it are
 * meant for it: they must not go on into the form, and Escape is a way out already.
 */
export function LateDialog({ isOpen, children, ...dialog }: LateDialogProps) {
  const waiting = (
    <Dialog {...dialog}>
      <p className="meta soft">Loading…</p>
    </Dialog>
  );
  return <Suspense fallback={isOpen ? waiting : null}>{children}</Suspense>;
}
