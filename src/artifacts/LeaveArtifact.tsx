import { notAddedWords } from '~/fields/openList/notAdded';
import { LeaveGuard } from '~/ui/overlay/LeaveGuard';
import type { ArtifactEditor } from './editor/editor';
import { countOfChanges, whatIsAtStake } from './saving/words';

/** Asks before what was typed on an artifact's page is left behind, or a save whose end would not be seen. */
export function LeaveArtifact({ editor }: { editor: ArtifactEditor }) {
  const { isDirty, isKeeping, saving, summary, base, unfinished, kept } = editor;
  const isSaving = saving.step !== null;
  const isKept = kept.status.state === 'kept' && !isSaving && unfinished.length === 0;
  return (
    <LeaveGuard
      isAtRisk={!kept.isFollowing && (isDirty || isKeeping || isSaving || unfinished.length > 0)}
      kept={isKept ? { discard: editor.discard } : undefined}
      stray={() => notAddedWords(editor.notAdded, base.fields)}
      title={`Leave ${base.artifact.xref} without saving?`}
    >
      <p>
        {isSaving
          ? 'A save is under way: its end would not be seen.'
          : isKept
            ? `${countOfChanges(summary, true) || 'Your text'} can stay in this browser for 30 days, for you to go on after signing in again.`
            : `You would lose ${whatIsAtStake(summary, unfinished) || 'the text that could not be saved'}.`}
      </p>
    </LeaveGuard>
  );
}
