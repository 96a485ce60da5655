import type { ReactNode } from 'react';
import { sourceOf } from '~/fields/contract';
import type { FieldChange } from '~/saving/changes';
import { ValueDiff } from './ValueDiff';

/** A change of a long text is unfolded on request; the place to read it is the field. */
const LONG = 400;

interface ChangeListProps {
  changes: readonly FieldChange[];
  /** What can be done with one change. */
  actions?(change: FieldChange): ReactNode;
}

function Difference({ change }: { change: FieldChange }) {
  const [was, is] = [sourceOf(change, change.before), sourceOf(change, change.after)];
  if (was.length + is.length <= LONG) return <ValueDiff change={change} />;
  return (
    <details>
      <summary>{was === '' ? 'written' : 'changed'}</summary>
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
