import type { Tracker } from '~/api/trackers';
import { whyWaitFor } from '~/attachments/upload/useUploads';
import { ReviewButton, useSaveKeys } from '~/changesets/review/ReviewButton';
import type { ReviewHandle } from '~/changesets/review/useReview';
import { paths } from '~/paths';
import { ShowRequest } from '~/requests/ShowRequest';
import { isOpenEnded } from '~/saving/create/useCreate';
import { KeptTime } from '~/saving/kept/KeptTime';
import { plannedCreate } from '~/saving/plannedSave';
import type { CreateStep } from '~/saving/steps/steps';
import { Button } from '~/ui/button/Button';
import { LinkButton } from '~/ui/button/LinkButton';
import { DiscardButton } from '~/ui/form/DiscardButton';
import { FormBar } from '~/ui/form/FormBar';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';
import { labels } from '../saving/words';
import type { NewArtifactEditor } from './useNewArtifact';

const stepWords: Record<CreateStep, string> = {
  preparing: 'Creating…',
  noting: 'Creating…',
  creating: 'Creating…',
  auditing: 'Creating…',
  closing: 'Creating…',
  returning: 'Sign in again: it is looked whether it arrived; if not, you are asked to send it.',
  asking: 'Signed in again. Send now?',
  searching: 'No clear answer came. Looking whether it was created…',
};

/** Why it cannot be created now; a sentence for the button. */
export function whyNotCreate(editor: NewArtifactEditor): string | undefined {
  const { lock, creating, summary, unfinished, isLooking, elsewhere } = editor;
  if (lock !== undefined) return lock;
  if (isLooking || isOpenEnded(creating)) {
    return 'First it has to be clear whether the last try arrived';
  }
  if (unfinished.length > 0) return whyWaitFor(unfinished);
  if (elsewhere.isChecking) return 'It is being looked up which other artifacts this writes to';
  return summary.fields.length > 0 ? undefined : 'Nothing is filled in yet';
}

interface CreateBarProps {
  editor: NewArtifactEditor;
  tracker: Tracker;
  review: ReviewHandle;
}

/** What is filled in, the way out and the one primary. */
export function CreateBar({ editor, tracker, review }: CreateBarProps) {
  const { summary, creating, create } = editor;
  const { step } = creating;
  const { status } = editor.kept.state;
  const why = whyNotCreate(editor);
  const keys = useSaveKeys();
  const words = step === null ? '' : stepWords[step];
  return (
    <FormBar
      note={<KeptTime session={editor.kept.session} />}
      actions={
        <>
          <ShowRequest plan={() => plannedCreate(tracker.id, editor.draft.state())} />
          {status.state === 'kept' ? (
            <DiscardButton
              question={`Discard what you filled in for the new ${tracker.item_name}?`}
              disabledReason={step === null ? undefined : 'It is being created'}
              onDiscard={editor.discard}
            >
              <p>
                {isOpenEnded(creating)
                  ? 'It is still looked up whether it was created, and it is not sent again.'
                  : 'It was not created.'}{' '}
                Nothing of it stays in this browser.
              </p>
            </DiscardButton>
          ) : (
            <LinkButton variant="quiet" to={paths.tracker(tracker.id)}>
              Cancel
            </LinkButton>
          )}
          <ReviewButton
            review={review}
            disabledReason={step === null ? why : 'It is being created'}
          />
          <Button
            variant="primary"
            {...keys}
            isPending={step !== null}
            disabledReason={why}
            onClick={create}
          >
            Create
          </Button>
        </>
      }
    >
      <strong>{summary.fields.length === 0 ? 'Nothing filled in yet' : 'Filled in:'}</strong>{' '}
      {labels(summary.fields)}
      <VisuallyHidden>
        <span role="status">{words}</span>
      </VisuallyHidden>
    </FormBar>
  );
}
