import type { ReactNode } from 'react';
import type { FieldChange } from '~/saving/changes';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';
import { ValueDiff } from '../ValueDiff';

interface ReviewChangesProps {
  changes: readonly FieldChange[];
  /** By field id, why the server would refuse it. */
  problems: ReadonlyMap<number, string>;
  /** How one is shown; before and after, when absent. */
  show?(change: FieldChange): ReactNode;
}

/** Of a long text, the lines around each change. */
const AROUND = 2;

/** Every field that is sent: its label, and what becomes of it. */
export function ReviewChanges({ changes, problems, show }: ReviewChangesProps) {
  if (changes.length === 0) return null;
  return (
    <dl className="review-changes">
      {changes.map((change) => {
        const { field } = change;
        const problem = problems.get(field.field_id);
        return (
          <div key={field.field_id} className="review-change" data-problem={problem !== undefined}>
            <dt>{field.label}</dt>
            <dd>
              {show ? show(change) : <ValueDiff change={change} around={AROUND} />}
              {problem === undefined ? null : (
                <p className="review-problem">
                  <VisuallyHidden>Problem: </VisuallyHidden>
                  {problem}
                </p>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
