import { type ReactNode, useEffect, useEffectEvent } from 'react';
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
  /** What is neither a change nor kept anywhere, in a sentence, as it is when somebody leaves; `''` for nothing. */
  stray?: (() => string) | undefined;
  /** The question, naming the thing: "Leave repo01 without saving?". */
  title: string;
  /** What would be lost. */
  children: ReactNode;
}

/** Asks before unsaved text is left behind: inside the app by a dialog, otherwise by the browser's own question. */
export function LeaveGuard({ isAtRisk, kept, stray, title, children }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname &&
      ((isAtRisk && (!kept || nextLocation.pathname === paths.connect())) || Boolean(stray?.())),
  );
  const mayBeLost = isAtRisk && !kept;
  const hasStray = useEffectEvent(() => Boolean(stray?.()));
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (mayBeLost || hasStray()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [mayBeLost]);
  if (blocker.state !== 'blocked') return null;
  const isKept = kept !== undefined && isAtRisk;
  const lost = stray?.();
  return (
    <ConfirmDialog
      title={title}
      confirmLabel="Leave and discard"
      cancelLabel="Stay here"
      isDangerous
      other={isKept ? { label: 'Leave and keep it', onSelect: () => blocker.proceed() } : undefined}
      onConfirm={() => {
        if (isKept) kept.discard();
        blocker.proceed();
      }}
      onCancel={() => blocker.reset()}
    >
      {isAtRisk ? children : null}
      {lost ? <p>{lost}</p> : null}
    </ConfirmDialog>
  );
}
