import { ArrowLeft, ArrowRight, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { whyNotBring } from '~/changesets/restore';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { type CompareRow, sourceFor } from './rows';
import { SideValue } from './SideValue';
import { isUnseen, type LoadedSide } from './side';
import { type Take, takeState } from './take';

const look = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface Pair {
  a: LoadedSide;
  b: LoadedSide;
}

/** A field of one side that can go into its counterpart on the other; `whyNot` says why it cannot. */
interface Bringable {
  fields: Take['fields'][number];
  whyNot: string | undefined;
}

/** What one line can bring over; null where there is nothing to bring. Pure. */
function bringable(row: CompareRow, { a, b }: Pair, from: 'a' | 'b'): Bringable | null {
  const [source, target] = from === 'a' ? [a, b] : [b, a];
  const [reading, other] = from === 'a' ? [row.a, row.b] : [row.b, row.a];
  const isOne = a.now.artifact.id === b.now.artifact.id;
  // The present of an artifact is there already.
  if (!reading || !other || row.isSame || (isOne && source.changeset === null)) return null;
  if (isUnseen(source)) return null;
  const sourced = sourceFor(reading, other.field, { from: source, to: target });
  const whyNot = whyNotBring(target.now, sourced);
  if (whyNot === null) return null;
  return { fields: { from: reading.field.field_id, to: other.field.field_id }, whyNot };
}

/** How values go from one side into the artifact of the other: as unsaved changes on its page, in its words. */
function useBringing({ a, b }: Pair, from: 'a' | 'b') {
  const navigate = useNavigate();
  const [source, target] = from === 'a' ? [a, b] : [b, a];
  const to = target.now.artifact.id;
  const isOne = source.now.artifact.id === to;
  return {
    words: isOne ? { one: 'Bring back', all: 'Bring all back' } : words(to),
    icon: isOne ? (
      <Undo2 {...look} />
    ) : from === 'a' ? (
      <ArrowRight {...look} />
    ) : (
      <ArrowLeft {...look} />
    ),
    bring: (fields: Take['fields']) =>
      void navigate(paths.artifact(to), { state: takeState(source.side, fields) }),
  };
}

function words(id: number): { one: string; all: string } {
  return { one: `Copy to #${id}`, all: `Copy all to #${id}` };
}

/** Which side a value is of, where the two stand below each other. */
function sideWords({ side }: LoadedSide): string {
  return side.changeset === null ? `#${side.artifact}` : `changeset ${side.changeset}`;
}

function Cell({ row, side, pair }: { row: CompareRow; side: 'a' | 'b'; pair: Pair }) {
  const { words, icon, bring } = useBringing(pair, side);
  const found = bringable(row, pair, side);
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
        {found ? (
          <Button
            size="small"
            variant="quiet"
            className="compare-bring"
            icon={icon}
            disabledReason={found.whyNot}
            tooltip="As an unsaved change"
            onClick={() => bring([found.fields])}
          >
            {words.one}
            <span className="visually-hidden"> {row.label}</span>
          </Button>
        ) : null}
      </div>
    </td>
  );
}

/** All that differs, in one step; what cannot be changed there is named when it arrives. */
function BringAll({
  rows,
  side,
  pair,
}: {
  rows: readonly CompareRow[];
  side: 'a' | 'b';
  pair: Pair;
}) {
  const { words, icon, bring } = useBringing(pair, side);
  const found = rows.flatMap((row) => bringable(row, pair, side) ?? []);
  if (found.every(({ whyNot }) => whyNot !== undefined)) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      className="compare-bring-all"
      icon={icon}
      tooltip="As unsaved changes"
      onClick={() => bring(found.map(({ fields }) => fields))}
    >
      {words.all}
    </Button>
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
          {(['a', 'b'] as const).map((side) => (
            <th scope="col" key={side}>
              {heads[side]}
              <BringAll rows={rows} side={side} pair={pair} />
            </th>
          ))}
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
