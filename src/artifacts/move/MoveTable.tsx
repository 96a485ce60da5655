import { explain } from '~/api/explain';
import { TextButton } from '~/ui/button/TextButton';
import { atStake, type Fate, type FieldFate, UNREAD } from './moveReport';
import { isAnswer, type Mover } from './useMoveList';

/** A field of the same name may well be there, and not take this value (recorded: artifacts/150 and 151). */
const fateWords: Readonly<Record<Fate, string>> = {
  lost: 'Lost: the other tracker has no place for it',
  part: 'Kept in part: some values are not in its list',
  kept: 'Kept',
};

function Row({ fate, mover, isMany }: { fate: FieldFate; mover: Mover; isMany: boolean }) {
  return (
    <tr>
      {isMany ? <td className="tabular">{mover.artifact.xref}</td> : null}
      <th scope="row">{fate.label}</th>
      <td className="move-value">{fate.value ?? <span className="soft">{UNREAD}</span>}</td>
      <td className={`move-fate move-${fate.fate}`}>{fateWords[fate.fate]}</td>
    </tr>
  );
}

function Table({
  rows,
  isMany,
  name,
}: {
  rows: [Mover, FieldFate][];
  isMany: boolean;
  name: string;
}) {
  return (
    <table className="move-table" aria-label={name}>
      <thead>
        <tr>
          {isMany ? <th scope="col">Artifact</th> : null}
          <th scope="col">Field</th>
          <th scope="col">Value now</th>
          <th scope="col">In the other tracker</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([mover, fate]) => (
          <Row key={`${mover.artifact.id} ${fate.fieldId}`} {...{ fate, mover, isMany }} />
        ))}
      </tbody>
    </table>
  );
}

/** A dry run sends nothing of the person's: where the server says why, its words are all there is to say. */
function Refused({ mover: { artifact, error, askAgain } }: { mover: Mover }) {
  if (!error) return null;
  return (
    <p className="move-refused" role="alert">
      {isAnswer(error)
        ? `${artifact.xref} cannot be moved there. The server says: “${error.message.trim()}”`
        : `It is not known whether ${artifact.xref} can be moved there. ${explain(error).what}`}{' '}
      {askAgain ? <TextButton onClick={askAgain}>Ask again</TextButton> : null}
    </p>
  );
}

/** What a move keeps and what it takes away, value by value, before anybody agrees to it (features V7). */
export function MoveTable({ movers }: { movers: readonly Mover[] }) {
  const isMany = movers.length > 1;
  const rows = (isKept: boolean) =>
    movers.flatMap((mover) =>
      (isKept
        ? (mover.report ?? []).filter(({ fate, value }) => fate === 'kept' && value)
        : atStake(mover.report ?? [])
      ).map((fate): [Mover, FieldFate] => [mover, fate]),
    );
  const [lost, kept] = [rows(false), rows(true)];
  const isAnswered = movers.some(({ report }) => report !== undefined);
  return (
    <>
      {movers.map((mover) => (
        <Refused key={mover.artifact.id} mover={mover} />
      ))}
      {lost.length > 0 ? <Table rows={lost} isMany={isMany} name="Values that are lost" /> : null}
      {isAnswered && lost.length === 0 ? <p>No value is lost.</p> : null}
      {kept.length === 0 ? null : (
        <details>
          <summary>
            {kept.length} {kept.length === 1 ? 'value is' : 'values are'} kept
          </summary>
          <Table rows={kept} isMany={isMany} name="Values that are kept" />
        </details>
      )}
    </>
  );
}
