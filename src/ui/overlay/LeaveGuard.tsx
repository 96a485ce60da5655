import { type ReactNode, useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { ConfirmDialog } from './ConfirmDialog';

interface LeaveGuardProps {
  /** Something typed would be lost, or work is under way whose end would not be seen. */
  isAtRisk: boolean;
  /** The question, naming the thing: "Leave repo01 without saving?". */
  title: string;
  /** What would be lost. */
  children: ReactNode;
}

/** Asks before unsaved text is left behind: inside the app by a dialog, otherwise by the browser's own question. */
export function LeaveGuard({ isAtRisk, title, children }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isAtRisk && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={title}
      confirmLabel="Leave and discard"
      cancelLabel="Stay here"
      isDangerous
      onConfirm={() => blocker.proceed()}
      onCancel={() => blocker.reset()}
    >
      {children}
    </ConfirmDialog>
  );
}
