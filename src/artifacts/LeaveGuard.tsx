import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { ConfirmDialog } from '~/ui/overlay/ConfirmDialog';
import { whatIsAtStake } from './saving/words';
import type { ArtifactEditor } from './useArtifactEditor';

/** Asks before unsaved text is left behind: inside the app by a dialog, otherwise by the browser's own question. */
export function LeaveGuard({ editor }: { editor: ArtifactEditor }) {
  const { isDirty, isKeeping, saving, summary, base, unfinished } = editor;
  const isAtRisk = isDirty || isKeeping || saving.step !== null || unfinished.length > 0;
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
      title={`Leave ${base.artifact.xref} without saving?`}
      confirmLabel="Leave and discard"
      cancelLabel="Stay here"
      isDangerous
      onConfirm={() => blocker.proceed()}
      onCancel={() => blocker.reset()}
    >
      <p>
        {saving.step === null
          ? `You would lose ${whatIsAtStake(summary, unfinished) || 'the text that could not be saved'}.`
          : 'A save is under way: its end would not be seen.'}
      </p>
    </ConfirmDialog>
  );
}
