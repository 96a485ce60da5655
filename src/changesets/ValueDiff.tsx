import { componentsOf } from '~/fields/components';
import type { SetItem } from '~/fields/contract';
import { Empty } from '~/fields/Empty';
import { FieldCell } from '~/fields/FieldCell';
import type { FieldChange } from '~/saving/changes';
import { DiffText } from '~/ui/show/DiffText';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';
import { differenceOf } from './difference';
import '~/ui/show/diff-text.css';
import './value-diff.css';

type FieldFacts = Pick<FieldChange, 'field' | 'contract'>;

/** One value of a field as it stands in a difference. */
export function OneValue({ change, value }: { change: FieldFacts; value: unknown }) {
  const { field, contract } = change;
  const { Exact } = componentsOf(contract.id);
  if (Exact) return <Exact value={value} field={field} />;
  if (contract.toText(value, field) === '') return <Empty />;
  return <FieldCell reading={{ field, contract, value, entry: undefined, issues: [] }} />;
}

/** The title of an artifact, where it is known. */
type TitleOf = (artifactId: number) => string | undefined;

/** An entry as it is read; after the number of an artifact its title. */
function Entry({ item: { text, artifactId }, titleOf }: { item: SetItem; titleOf?: TitleOf }) {
  const title = artifactId === undefined ? undefined : titleOf?.(artifactId);
  return title === undefined ? text : `${text} ${title}`;
}

interface ValueDiffProps {
  change: FieldChange;
  /** How many lines that stayed are shown beside each change; all unless said. */
  around?: number;
  /** For entries that name artifacts; their numbers alone, when absent. */
  titleOf?: TitleOf;
}

/**
 * What changed in one field: the words of a text, the entries of a set, or one value in place of another. The one look of
 * a difference, in the history, comparisons and conflicts (features H2).
 */
export function ValueDiff({ change, around, titleOf }: ValueDiffProps) {
  const difference = differenceOf(change);
  if (difference.kind === 'text') {
    const { before, after } = difference;
    if (before === after) return <span className="soft">its text stayed, its format changed</span>;
    return <DiffText before={before} after={after} empty="none" {...(around ? { around } : {})} />;
  }
  if (difference.kind === 'values') {
    return (
      <span className="value-diff">
        <OneValue change={change} value={change.before} />
        <span className="soft">to</span>
        <OneValue change={change} value={change.after} />
      </span>
    );
  }
  const titles = titleOf ? { titleOf } : {};
  return (
    <ul className="value-diff diff-text" aria-label="What came and went">
      {difference.added.map((item) => (
        <li key={`added ${item.key}`}>
          <ins>
            <VisuallyHidden>added: </VisuallyHidden>
            <Entry item={item} {...titles} />
          </ins>
        </li>
      ))}
      {difference.removed.map((item) => (
        <li key={`removed ${item.key}`}>
          <del>
            <VisuallyHidden>removed: </VisuallyHidden>
            <Entry item={item} {...titles} />
          </del>
        </li>
      ))}
    </ul>
  );
}
