import type { Draft } from '~/saving/draft/draft';
import { useDraftComment } from '~/saving/draft/useDraft';
import { TextArea } from '~/ui/form/TextArea';

/** The comment that goes out with the next save, or alone. */
export function CommentBox({ draft, lock }: { draft: Draft; lock: string | undefined }) {
  const comment = useDraftComment(draft);
  const isTyped = comment.body.trim() !== '';
  return (
    <div className={`artifact-field${isTyped ? ' artifact-field-changed' : ''}`}>
      <TextArea
        label="Comment"
        help="Markdown. People are told with @name, artifacts linked with art #12."
        rows={3}
        value={comment.body}
        onChange={(body) => draft.setComment({ ...comment, body })}
        disabledReason={lock}
      />
    </div>
  );
}
