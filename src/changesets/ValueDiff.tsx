import { FieldCell } from '~/fields/FieldCell';
import type { FieldChange } from '~/saving/changes';
import { DiffText } from '~/ui/show/DiffText';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';
import { differenceOf } from './difference';
import '~/ui/show/diff-text.css';
import './value-diff.css';

function Value({ change, value }: { change: FieldChange; value: unknown }) {
  const { field, contract } = change;
  if (contract.toText(value, field) === '') return <span className="soft">none</span>;
  return <FieldCell reading={{ field, contract, value, entry: undefined, issues: [] }} isExact />;
}

interface ValueDiffProps {
  change: FieldChange;
  /** How many lines that stayed are shown beside each change; all unless said. */
  around?: number;
}

/**
 * What changed in one field: the words of a text, the entries of a set, or one value in place of another. The one look of
 * a difference, in the history, comparisons and conflicts (features H2).
 */
export function ValueDiff({ change, around }: ValueDiffProps) {
  const difference = differenceOf(change);
  if (difference.kind === 'text') {
    const { before, after } = difference;
    if (before === after) return <span className="soft">its text stayed, its format changed</span>;
    return <DiffText before={before} after={after} empty="none" {...(around ? { around } : {})} />;
  }
  if (difference.kind === 'values') {
    return (
      <span className="value-diff">
        <Value change={change} value={change.before} />
        <span className="soft">to</span>
        <Value change={change} value={change.after} />
      </span>
    );
  }
  return (
    <ul className="value-diff diff-text" aria-label="What came and went">
      {difference.added.map(({ key, text }) => (
        <li key={`added ${key}`}>
          <ins>
            <VisuallyHidden>added: </VisuallyHidden>
            {text}
          </ins>
        </li>
      ))}
      {difference.removed.map(({ key, text }) => (
        <li key={`removed ${key}`}>
          <del>
            <VisuallyHidden>removed: </VisuallyHidden>
            {text}
          </del>
        </li>
      ))}
    </ul>
  );
}
