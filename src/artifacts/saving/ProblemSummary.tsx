import { useEffect, useRef } from 'react';
import type { Field } from '~/api/trackers';
import { ProblemLine } from '~/ui/form/ProblemLine';
import { Banner } from '~/ui/show/Banner';
import type { Problems } from '../editor/editor';
import { hasProblems } from '../editor/problems';
import { focusField } from '../focusField';

/** The part of an editor that knows what is wrong: of an artifact, or of a new one. */
interface ProblemSource {
  problems: Problems;
  base: { fields: readonly Field[] };
  lock: string | undefined;
}

interface ProblemSummaryProps {
  editor: ProblemSource;
  /** To a field, where more than the focus has to move. */
  jump?: (fieldId: number) => void;
}

/** Everything that is wrong, in one place; each line jumps to its field. Takes the focus when it appears. */
export function ProblemSummary({ editor, jump = focusField }: ProblemSummaryProps) {
  const { problems, base, lock } = editor;
  const box = useRef<HTMLDivElement>(null);
  const isThere = hasProblems(problems);
  useEffect(() => {
    if (hasProblems(problems)) box.current?.focus();
  }, [problems]);
  if (!isThere || lock !== undefined) return null;
  const labelOf = new Map(base.fields.map((field) => [field.field_id, field.label]));
  return (
    <div ref={box} tabIndex={-1} className="artifact-notice">
      <Banner tone="danger" role="alert">
        <strong>Not saved. Your text is kept.</strong>
        <ul className="artifact-problems">
          {[...problems.byField].map(([id, { message }]) => (
            <li key={id}>
              <ProblemLine
                label={labelOf.get(id) ?? 'Field'}
                message={message}
                jump={() => jump(id)}
              />
            </li>
          ))}
          {problems.rest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
