import type { ReactNode } from 'react';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';

/** One thing that is sent. */
export interface ReviewRow {
  key: string;
  label: string;
  /** What becomes of it: before and after. */
  change: ReactNode;
  /** Why the server would refuse it. */
  problem?: string | undefined;
}

/** Everything that is sent: its label, and what becomes of it. */
export function ReviewRows({ rows }: { rows: readonly ReviewRow[] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="review-changes">
      {rows.map(({ key, label, change, problem }) => (
        <div key={key} className="review-change">
          <dt>{label}</dt>
          <dd>
            {change}
            {problem === undefined ? null : (
              <p className="review-problem">
                <VisuallyHidden>Problem: </VisuallyHidden>
                {problem}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
