import { type ReactNode, useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { paths } from '~/paths';
import { ConfirmDialog } from './ConfirmDialog';

interface LeaveGuardProps {
  /** Something typed would be lost, or work is under way whose end would not be seen. */
  isAtRisk: boolean;
  /**
   * The browser keeps what was typed, so that nothing is lost by leaving: only signing out asks, as there a person may
   * want nothing left behind. `discard` throws it away.
   */
  kept?: { discard(): void } | undefined;
  /** The question, naming the thing: "Leave repo01 without saving?". */
  title: string;
  /** What would be lost. */
  children: ReactNode;
}

/** Asks before unsaved text is left behind: inside the app by a dialog, otherwise by the browser's own question. */
export function LeaveGuard({ isAtRisk, kept, title, children }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isAtRisk &&
      currentLocation.pathname !== nextLocation.pathname &&
      (!kept || nextLocation.pathname === paths.connect()),
  );
  const mayBeLost = isAtRisk && !kept;
  useEffect(() => {
    if (!mayBeLost) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [mayBeLost]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={title}
      confirmLabel="Leave and discard"
      cancelLabel="Stay here"
      isDangerous
      other={kept ? { label: 'Leave and keep it', onSelect: () => blocker.proceed() } : undefined}
      onConfirm={() => {
        kept?.discard();
        blocker.proceed();
      }}
      onCancel={() => blocker.reset()}
    >
      {children}
    </ConfirmDialog>
  );
}
