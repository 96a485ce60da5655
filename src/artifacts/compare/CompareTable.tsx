import { ArrowLeft, ArrowRight, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { type CompareRow, sourceFor, whyNotBring } from './rows';
import { SideValue } from './SideValue';
import type { LoadedSide } from './side';
import { takeState } from './take';

const look = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface Pair {
  a: LoadedSide;
  b: LoadedSide;
}

/** What can be brought from one side into the artifact of the other, field by field. */
function useBringing({ a, b }: Pair) {
  const navigate = useNavigate();
  const isOne = a.now.artifact.id === b.now.artifact.id;
  return (row: CompareRow, from: 'a' | 'b') => {
    const [source, target] = from === 'a' ? [a, b] : [b, a];
    const [reading, other] = from === 'a' ? [row.a, row.b] : [row.b, row.a];
    // The present of an artifact is there already.
    if (!reading || !other || row.isSame || (isOne && source.changeset === null)) return null;
    const sourced = sourceFor(reading, other.field, { from: source, to: target });
    const whyNot = whyNotBring(sourced, target);
    if (whyNot === null) return null;
    return {
      whyNot,
      words: isOne ? 'Bring back' : `Copy to #${target.now.artifact.id}`,
      icon: isOne ? (
        <Undo2 {...look} />
      ) : from === 'a' ? (
        <ArrowRight {...look} />
      ) : (
        <ArrowLeft {...look} />
      ),
      go: () =>
        void navigate(paths.artifact(target.now.artifact.id), {
          state: takeState(source.side, [
            { from: reading.field.field_id, to: other.field.field_id },
          ]),
        }),
    };
  };
}

/** Which side a value is of, where the two stand below each other. */
function sideWords({ side }: LoadedSide): string {
  return side.changeset === null ? `#${side.artifact}` : `changeset ${side.changeset}`;
}

function Cell({ row, side, pair }: { row: CompareRow; side: 'a' | 'b'; pair: Pair }) {
  const bring = useBringing(pair)(row, side);
  return (
    <td data-side={sideWords(pair[side])}>
      <div className="compare-cell">
        <div className="compare-value">
          <SideValue
            reading={row[side]}
            change={row.change}
            side={side === 'a' ? 'before' : 'after'}
          />
        </div>
        {bring ? (
          <Button
            size="small"
            variant="quiet"
            className="compare-bring"
            icon={bring.icon}
            disabledReason={bring.whyNot}
            tooltip="As an unsaved change"
            onClick={bring.go}
          >
            {bring.words}
            <span className="visually-hidden"> {row.label}</span>
          </Button>
        ) : null}
      </div>
    </td>
  );
}

/** Both sides, a line for each field, with what differs marked and what can be brought over (features V6, H3). */
export function CompareTable({
  rows,
  pair,
  heads,
}: {
  rows: readonly CompareRow[];
  pair: Pair;
  heads: { a: ReactNode; b: ReactNode };
}) {
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">{heads.a}</th>
          <th scope="col">{heads.b}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.a?.field.field_id} ${row.b?.field.field_id}`} data-same={row.isSame}>
            <th scope="row">{row.label}</th>
            <Cell row={row} side="a" pair={pair} />
            <Cell row={row} side="b" pair={pair} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
