import { Empty } from '~/fields/Empty';
import { SHORT } from '~/lib/diff/diff';
import { DiffText } from '~/ui/show/DiffText';
import './value-diff.css';

/**
 * The same look for a change of which only the texts are known (the journal keeps no more): one short value in place of
 * another, or the words of a long text (features H2).
 */
export function TextChange({ before, after }: { before: string; after: string }) {
  if (before.length + after.length >= SHORT) {
    return <DiffText before={before} after={after} empty="none" around={1} />;
  }
  return (
    <span className="value-diff">
      {before === '' ? <Empty /> : <span>{before}</span>}
      <span className="soft">to</span>
      {after === '' ? <Empty /> : <span>{after}</span>}
    </span>
  );
}
