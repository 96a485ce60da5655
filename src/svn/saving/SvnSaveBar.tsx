import { putSettingsWrite } from '~/api/svn';
import { ReviewButton, useSaveKeys } from '~/changesets/review/ReviewButton';
import type { ReviewHandle } from '~/changesets/review/useReview';
import { ShowRequest } from '~/requests/ShowRequest';
import { countWords } from '~/saving/countWords';
import { KeptTime } from '~/saving/kept/KeptTime';
import { partLabel } from '~/saving/svn/partWords';
import { isOpenEnded } from '~/saving/svn/useSaveSvn';
import { Button } from '~/ui/button/Button';
import { DiscardButton } from '~/ui/form/DiscardButton';
import { FormBar } from '~/ui/form/FormBar';
import { ConfirmDialog } from '~/ui/overlay/ConfirmDialog';
import type { SvnEditor } from '../editor/editor';
import { stepWords } from '../svnWords';

function whyNot({ isDirty, lock, saving }: SvnEditor): string | undefined {
  if (lock !== undefined) return 'Nothing can be saved here now';
  if (isOpenEnded(saving.result)) {
    return 'First it has to be clear whether the last save arrived';
  }
  return isDirty ? undefined : 'Nothing is changed yet';
}

/** What is changed, the ways out and the one primary; asks before a save that opens, closes or empties. */
export function SvnSaveBar({ editor, review }: { editor: SvnEditor; review: ReviewHandle }) {
  const { base, changed, saving, risks } = editor;
  const why = whyNot(editor);
  const keys = useSaveKeys();
  return (
    <FormBar
      note={<KeptTime session={editor.kept.session} />}
      actions={
        <>
          <ShowRequest
            plan={() => (editor.isDirty ? [putSettingsWrite(base.id, editor.mine)] : [])}
            note="Right before it is sent, the newest settings are read and put together with these."
          />
          <DiscardButton
            question={`Discard ${countWords(changed.length)} to ${base.name}?`}
            disabledReason={saving.step === null ? undefined : 'A save is under way'}
            onDiscard={editor.discard}
          >
            <p>What you typed here is thrown away. The repository stays as it is on the server.</p>
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
      {saving.step ? (
        stepWords[saving.step]
      ) : (
        <>
          <strong>{countWords(changed.length)}</strong> {changed.map(partLabel).join(', ')}
        </>
      )}
      {risks ? (
        <ConfirmDialog
          title={`Save these changes to who has access to ${base.name}?`}
          confirmLabel="Save"
          cancelLabel="Keep editing"
          isDangerous
          onConfirm={editor.saveAnyway}
          onCancel={editor.keepEditing}
        >
          <ul className="svn-risks">
            {risks.map((risk) => (
              <li key={risk}>{risk}</li>
            ))}
          </ul>
        </ConfirmDialog>
      ) : null}
    </FormBar>
  );
}
