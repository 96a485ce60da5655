import { type SetItem, sourceOf } from '~/fields/contract';
import { diffText, isPartial, SHORT } from '~/lib/diff/diff';
import { type SetChange, setChange } from '~/lib/sets';
import type { FieldChange } from '~/saving/changes';

/** How two values of one field are told apart: by entries, by words, or as one value in place of another. */
export type Difference =
  | ({ kind: 'items' } & SetChange<SetItem>)
  | { kind: 'text'; before: string; after: string }
  | { kind: 'values' };

/** Which entries of a set came and which went; null for what is no set (features H2). */
export function itemsOf({
  field,
  contract,
  before,
  after,
}: FieldChange): SetChange<SetItem> | null {
  const { toItems } = contract;
  if (!toItems) return null;
  return setChange(toItems(before, field), toItems(after, field), ({ key }) => key);
}

/** What stands between two values, by the contract of their field alone (features H2). */
export function differenceOf(change: FieldChange): Difference {
  const items = itemsOf(change);
  if (items && items.added.length + items.removed.length > 0) return { kind: 'items', ...items };
  const [before, after] = [sourceOf(change, change.before), sourceOf(change, change.after)];
  const { toSource, toSortKey } = change.contract;
  // What sorts by something else than its text is no text: of two dates the year alone is not "what stayed".
  if (!toSource && toSortKey) return { kind: 'values' };
  const isShort = before.length + after.length < SHORT && !toSource;
  return isShort && !(before !== '' && after !== '' && isPartial(diffText(before, after)))
    ? { kind: 'values' }
    : { kind: 'text', before, after };
}
