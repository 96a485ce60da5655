import { flushSync } from 'react-dom';
import type { ReviewHandle } from '~/changesets/review/useReview';
import { useDraftState } from '~/saving/draft/useDraft';
import { plannedSave } from '~/saving/plannedSave';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import type { ArtifactEditor } from '../editor/editor';
import { focusComment } from '../focusField';
import type { WhoOf } from '../news/useWhoChanged';
import { NewerWords } from '../saving/NewerNotice';
import { whyNotSave } from '../saving/SaveBar';
import { countOfChanges } from '../saving/words';
import { DraftReview } from './DraftReview';

interface ArtifactReviewProps {
  editor: ArtifactEditor;
  review: ReviewHandle;
  whoOf: WhoOf;
  /** To a field, whichever part of the page is shown. */
  jump(fieldId: number): void;
}

/** The artifact has changed since the draft was begun: who did what, and the way to put both together first. */
function Newer({
  editor,
  whoOf,
  onMerge,
}: Pick<ArtifactReviewProps, 'editor' | 'whoOf'> & { onMerge(): void }) {
  const { base, newer } = editor;
  if (!newer) return null;
  return (
    <Banner
      tone="warning"
      role="status"
      actions={
        <Button size="small" onClick={onMerge}>
          Merge now
        </Button>
      }
    >
      <NewerWords base={base} newer={newer} whoOf={whoOf} /> A save looks at that first: where both
      changed the same, you are asked, and nothing is replaced unseen.
    </Banner>
  );
}

function Sheet({ editor, review, whoOf, jump }: ArtifactReviewProps) {
  const draft = useDraftState(editor.draft);
  const isLooking = editor.kept.lost.state === 'looking';
  return (
    <DraftReview
      title={`Review ${countOfChanges(editor.summary)} to ${editor.base.artifact.xref}`}
      draft={draft}
      found={editor.check()}
      unfinished={editor.unfinished}
      plan={() => plannedSave(draft)}
      saveLabel="Save"
      // While it is looked what became of the last save, this one waits for that by itself.
      disabledReason={isLooking ? undefined : whyNotSave(editor)}
      jump={jump}
      jumpToComment={focusComment}
      onSave={editor.save}
      onClose={review.close}
    >
      <Newer
        editor={editor}
        whoOf={whoOf}
        onMerge={() => {
          flushSync(review.close);
          editor.mergeNow();
        }}
      />
    </DraftReview>
  );
}

/** The review sheet of an artifact's page; nothing, and nothing worked out, while it is closed. */
export function ArtifactReview(props: ArtifactReviewProps) {
  return props.review.isOpen ? <Sheet {...props} /> : null;
}
