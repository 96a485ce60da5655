import { useLayoutEffect, useRef, useState } from 'react';
import { markByKey } from '~/fields/text/marks/applyMark';
import { MarkTools } from '~/fields/text/marks/MarkTools';
import { TextPreview } from '~/fields/text/TextPreview';
import type { Draft } from '~/saving/draft/draft';
import { useDraftBase, useDraftComment } from '~/saving/draft/useDraft';
import { Segments } from '~/ui/form/Segments';
import { TextArea } from '~/ui/form/TextArea';
import { MentionList } from './comment/MentionList';
import { useMention } from './comment/useMention';
import { usePeopleAround } from './useKnownPeople';

type View = 'write' | 'preview';

const views = [
  { value: 'write', label: 'Write' },
  { value: 'preview', label: 'Preview' },
] as const;

/**
 * The comment that goes out with the next save, or alone: Markdown with a preview, and people offered after `@`
 * (features H5). What is typed is part of the draft: kept, merged and never sent twice like the fields.
 */
export function CommentBox({ draft, lock }: { draft: Draft; lock: string | undefined }) {
  const { artifact } = useDraftBase(draft);
  const comment = useDraftComment(draft);
  const [view, setView] = useState<View>('write');
  const around = usePeopleAround(artifact);
  const onChange = (body: string) => {
    setView('write');
    draft.setComment({ ...comment, body });
  };
  const mention = useMention({ text: comment.body, onChange, around });
  const isTyped = comment.body.trim() !== '';
  // What was previewed is sent or discarded: the next one is written.
  const shown = isTyped ? view : 'write';
  const wasShown = useRef(shown);
  const area = mention.props.ref;
  // Before the bar, which goes as well, gives it to the heading.
  useLayoutEffect(() => {
    const isGone = wasShown.current === 'preview' && !isTyped;
    wasShown.current = shown;
    // The switch is gone, and the focus with it where it stood there.
    if (isGone && document.activeElement === document.body) area.current?.focus();
  }, [isTyped, shown, area]);
  return (
    <div
      data-comment
      className={`artifact-field comment-box${isTyped ? ' artifact-field-changed' : ''}`}
    >
      <TextArea
        {...mention.props}
        onKeyDown={(event) => {
          mention.props.onKeyDown(event);
          markByKey(event);
        }}
        label="Comment"
        help="Markdown. People are told with @name, artifacts linked with art #12."
        rows={3}
        value={comment.body}
        onChange={onChange}
        disabledReason={lock}
        bar={
          isTyped ? (
            <div className="comment-bar">
              <Segments<View>
                label="Write or preview the comment"
                size="small"
                value={shown}
                onChange={setView}
                segments={views}
              />
              {shown === 'write' && lock === undefined ? (
                <MarkTools label="the comment" area={area} />
              ) : null}
            </div>
          ) : undefined
        }
        preview={
          shown === 'preview' ? (
            <section className="text-preview" aria-label="Preview of the comment">
              <TextPreview content={comment.body} format={comment.format} />
            </section>
          ) : undefined
        }
      />
      <MentionList mention={mention} />
    </div>
  );
}
