import type { Tracker } from '~/api/trackers';
import type { ReviewHandle } from '~/changesets/review/useReview';
import { FieldView } from '~/fields/FieldView';
import type { FieldChange } from '~/saving/changes';
import { useDraftState } from '~/saving/draft/useDraft';
import { plannedCreate } from '~/saving/plannedSave';
import { DraftReview } from '../review/DraftReview';
import { whyNotCreate } from './CreateBar';
import type { NewArtifactEditor } from './useNewArtifact';

interface NewReviewProps {
  editor: NewArtifactEditor;
  tracker: Tracker;
  review: ReviewHandle;
}

/** The value that the artifact will begin with, and the default that it stands in place of. */
function Beginning({ change: { field, contract, before, after } }: { change: FieldChange }) {
  const initial = contract.toText(before, field);
  return (
    <>
      <FieldView
        reading={{ field, contract, value: before, entry: undefined, issues: [] }}
        value={after}
      />
      {initial === '' ? null : <span className="soft"> in place of the default {initial}</span>}
    </>
  );
}

function Sheet({ editor, tracker, review }: NewReviewProps) {
  const draft = useDraftState(editor.draft);
  return (
    <DraftReview
      title={`Review the new ${tracker.item_name}`}
      draft={draft}
      found={editor.check()}
      unfinished={editor.unfinished}
      plan={() => plannedCreate(tracker.id, draft)}
      saveLabel="Create"
      disabledReason={whyNotCreate(editor)}
      show={(change) => <Beginning change={change} />}
      onSave={editor.create}
      onClose={review.close}
      note="Every other field takes its default."
    />
  );
}

/** The review sheet of a new artifact; nothing, and nothing worked out, while it is closed. */
export function NewReview(props: NewReviewProps) {
  return props.review.isOpen ? <Sheet {...props} /> : null;
}
