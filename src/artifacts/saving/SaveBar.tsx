import { whyWaitFor } from '~/attachments/upload/useUploads';
import { ReviewButton, useSaveKeys } from '~/changesets/review/ReviewButton';
import type { ReviewHandle } from '~/changesets/review/useReview';
import { ShowRequest } from '~/requests/ShowRequest';
import { KeptTime } from '~/saving/kept/KeptTime';
import { isOpenEnded } from '~/saving/others/wholeSave';
import { plannedSave } from '~/saving/plannedSave';
import { Button } from '~/ui/button/Button';
import { DiscardButton } from '~/ui/form/DiscardButton';
import { FormBar } from '~/ui/form/FormBar';
import type { ArtifactEditor } from '../editor/editor';
import { countOfChanges, labels, unclearWords, whatIsAtStake } from './words';

/** Why a save cannot go out now; a sentence for the button. */
export function whyNotSave({
  isDirty,
  lock,
  saving,
  isStoredUnread,
  unfinished,
  kept,
}: ArtifactEditor): string | undefined {
  if (lock !== undefined) return lock;
  if (isStoredUnread) return 'It is stored; it only has to be read back first';
  if ((saving.result && isOpenEnded(saving.result)) || kept.lost.state !== 'none') {
    return unclearWords;
  }
  if (unfinished.length > 0) return whyWaitFor(unfinished);
  return isDirty ? undefined : 'Nothing is changed yet';
}

/** What is changed, the ways out and the one primary. There while somebody edits or has typed a comment. */
export function SaveBar({ editor, review }: { editor: ArtifactEditor; review: ReviewHandle }) {
  const { summary, isDirty, saving, base, unfinished } = editor;
  const count = countOfChanges(summary, true);
  const isAtStake = isDirty || unfinished.length > 0;
  const why = whyNotSave(editor);
  const keys = useSaveKeys();
  return (
    <FormBar
      note={<KeptTime session={editor.kept.session} />}
      actions={
        <>
          <ShowRequest plan={() => plannedSave(editor.draft.state())} />
          <DiscardButton
            question={
              isAtStake
                ? `Discard ${whatIsAtStake(summary, unfinished)} to ${base.artifact.xref}?`
                : undefined
            }
            disabledReason={saving.step === null ? undefined : 'A save is under way'}
            onDiscard={editor.discard}
          >
            <p>What you typed here is thrown away. The artifact stays as it is on the server.</p>
          </DiscardButton>
          <ReviewButton
            review={review}
            disabledReason={saving.step === null ? why : 'A save is under way'}
          />
          <Button
            variant="primary"
            {...keys}
            isPending={saving.step !== null}
            disabledReason={why}
            onClick={editor.save}
          >
            Save
          </Button>
        </>
      }
    >
      <strong>{count || 'No changes yet'}</strong> {labels(summary.fields)}
    </FormBar>
  );
}
