import type { ReactNode } from 'react';
import { sourceOf } from '~/fields/contract';
import type { FieldChange } from '~/saving/changes';
import { itemsOf } from './difference';
import { ValueDiff } from './ValueDiff';

/** A change of a long text is unfolded on request; the place to read it is the field. */
const LONG = 400;

interface ChangeListProps {
  changes: readonly FieldChange[];
  /** What can be done with one change. */
  actions?(change: FieldChange): ReactNode;
}

/** How much changed, before it is unfolded. */
function summaryOf(change: FieldChange, isNew: boolean): string {
  const items = itemsOf(change);
  if (!items) return isNew ? 'written' : 'changed';
  const counts = [
    [items.added.length, 'added'],
    [items.removed.length, 'removed'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return words.join(', ') || 'changed';
}

function Difference({ change }: { change: FieldChange }) {
  const [was, is] = [sourceOf(change, change.before), sourceOf(change, change.after)];
  if (was.length + is.length <= LONG) return <ValueDiff change={change} />;
  return (
    <details>
      <summary>{summaryOf(change, was === '')}</summary>
      <ValueDiff change={change} around={1} />
    </details>
  );
}

/** What changed, field by field. */
export function ChangeList({ changes, actions }: ChangeListProps) {
  if (changes.length === 0) return null;
  return (
    <dl className="history-changes">
      {changes.map((change) => (
        <div key={change.field.field_id} className="history-change">
          <dt>{change.field.label}</dt>
          <dd className="history-difference">
            <Difference change={change} />
          </dd>
          {actions ? <dd>{actions(change)}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
