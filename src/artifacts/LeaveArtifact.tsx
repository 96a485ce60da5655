import { LeaveGuard } from '~/ui/overlay/LeaveGuard';
import { whatIsAtStake } from './saving/words';
import type { ArtifactEditor } from './useArtifactEditor';

/** Asks before what was typed on an artifact's page is left behind, or a save whose end would not be seen. */
export function LeaveArtifact({ editor }: { editor: ArtifactEditor }) {
  const { isDirty, isKeeping, saving, summary, base, unfinished } = editor;
  const isSaving = saving.step !== null;
  return (
    <LeaveGuard
      isAtRisk={isDirty || isKeeping || isSaving || unfinished.length > 0}
      title={`Leave ${base.artifact.xref} without saving?`}
    >
      <p>
        {isSaving
          ? 'A save is under way: its end would not be seen.'
          : `You would lose ${whatIsAtStake(summary, unfinished) || 'the text that could not be saved'}.`}
      </p>
    </LeaveGuard>
  );
}
