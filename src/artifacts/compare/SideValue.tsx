import { differenceOf } from '~/changesets/difference';
import { FieldView } from '~/fields/FieldView';
import type { FieldReading } from '~/fields/readField';
import type { FieldChange } from '~/saving/changes';
import { DiffText } from '~/ui/show/DiffText';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';

interface SideValueProps {
  reading: FieldReading | undefined;
  /** Null where nothing can be marked. */
  change: FieldChange | null;
  side: 'before' | 'after';
}

function SideItems({ change, side }: { change: FieldChange; side: 'before' | 'after' }) {
  const { contract, field } = change;
  const other = side === 'before' ? 'after' : 'before';
  const items = contract.toItems?.(change[side], field) ?? [];
  const there = new Set(contract.toItems?.(change[other], field).map(({ key }) => key));
  if (items.length === 0) return <span className="soft">None</span>;
  return (
    <ul className="compare-items diff-text">
      {items.map(({ key, text }) => {
        if (there.has(key)) return <li key={key}>{text}</li>;
        const [Mark, said] =
          side === 'before' ? (['del', 'removed'] as const) : (['ins', 'added'] as const);
        return (
          <li key={key}>
            <Mark>
              <VisuallyHidden>{said}: </VisuallyHidden>
              {text}
            </Mark>
          </li>
        );
      })}
    </ul>
  );
}

/** The value of one side, with what the other side has not marked in it. */
export function SideValue({ reading, change, side }: SideValueProps) {
  if (!reading) return <span className="soft">no such field</span>;
  if (!change) return <FieldView reading={reading} />;
  const difference = differenceOf(change);
  if (difference.kind === 'items') return <SideItems change={change} side={side} />;
  if (difference.kind === 'text' && difference.before !== difference.after) {
    return (
      <DiffText before={difference.before} after={difference.after} empty="None" only={side} />
    );
  }
  return <FieldView reading={reading} />;
}
