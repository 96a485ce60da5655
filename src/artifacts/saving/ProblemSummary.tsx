import { useEffect, useId, useRef } from 'react';
import type { Field } from '~/api/trackers';
import { equal } from '~/lib/equal';
import type { Draft } from '~/saving/draft/draft';
import type { DraftBase } from '~/saving/draft/draftState';
import { useDraftComment, useDraftValue } from '~/saving/draft/useDraft';
import { ProblemLine } from '~/ui/form/ProblemLine';
import { Banner } from '~/ui/show/Banner';
import type { Problems } from '../editor/editor';
import { hasProblems } from '../editor/problems';
import { focusComment, focusField } from '../focusField';
import type { FieldError } from '../layout/FieldRow';

/** The part of an editor that knows what is wrong: of an artifact, or of a new one. */
interface ProblemSource {
  draft: Draft<DraftBase>;
  problems: Problems;
  base: { fields: readonly Field[] };
  lock: string | undefined;
}

interface FieldProblemProps {
  draft: Draft<DraftBase>;
  field: Field;
  error: FieldError;
  jump: (fieldId: number) => void;
}

interface ProblemProps {
  label: string;
  message: string;
  isChanged: boolean;
  jump(): void;
}

/** Struck out once what it is about is another, and not taken away: nothing moves under who is mending it. */
function Problem({ isChanged, ...line }: ProblemProps) {
  const id = useId();
  return (
    <li className={isChanged ? 'artifact-problem-changed' : undefined}>
      <ProblemLine {...line} describedBy={isChanged ? id : undefined} />
      {/* Read with the way there, and not by itself: the whole alert would be said again at the first key. */}
      {isChanged ? (
        <span id={id} aria-hidden="true">
          {' changed since'}
        </span>
      ) : null}
    </li>
  );
}

function FieldProblem({ draft, field, error, jump }: FieldProblemProps) {
  const isChanged = !equal(useDraftValue(draft, field), error.value);
  const { label, field_id } = field;
  return <Problem {...{ label, isChanged }} message={error.message} jump={() => jump(field_id)} />;
}

function CommentProblem({
  draft,
  message,
}: Pick<FieldProblemProps, 'draft'> & { message: string }) {
  const isChanged = useDraftComment(draft).body.trim() !== '';
  return <Problem label="Comment" {...{ message, isChanged }} jump={focusComment} />;
}

interface ProblemSummaryProps {
  editor: ProblemSource;
  /** To a field, where more than the focus has to move. */
  jump?: (fieldId: number) => void;
}

/** Everything that is wrong, in one place; each line jumps to its field. Takes the focus when it appears. */
export function ProblemSummary({ editor, jump = focusField }: ProblemSummaryProps) {
  const { draft, problems, base, lock } = editor;
  const box = useRef<HTMLDivElement>(null);
  const isThere = hasProblems(problems);
  useEffect(() => {
    if (hasProblems(problems)) box.current?.focus();
  }, [problems]);
  if (!isThere || lock !== undefined) return null;
  return (
    <div ref={box} tabIndex={-1} className="artifact-notice">
      <Banner tone="danger" role="alert">
        <strong>Not saved. Your text is kept.</strong>
        <ul className="artifact-problems">
          {base.fields.map((field) => {
            const error = problems.byField.get(field.field_id);
            return error ? (
              <FieldProblem
                key={field.field_id}
                draft={draft}
                field={field}
                error={error}
                jump={jump}
              />
            ) : null;
          })}
          {problems.comment === undefined ? null : (
            <CommentProblem draft={draft} message={problems.comment} />
          )}
          {problems.rest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
