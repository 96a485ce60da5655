import { differenceOf } from '~/changesets/difference';
import { OneValue, ValueDiff } from '~/changesets/ValueDiff';
import { FieldInput } from '~/fields/FieldInput';
import { FieldView } from '~/fields/FieldView';
import { previewOf } from '~/fields/inputs';
import { Kbd } from '~/ui/button/Kbd';
import { DiffText } from '~/ui/show/DiffText';
import { HunkList } from './HunkList';
import type { MergeRow, Side } from './mergeArtifact';
import type { Review, TextReview } from './useReview';
import '~/ui/form/segments.css';

export const sides: readonly { side: Side; label: string; key: string }[] = [
  { side: 'base', label: 'Base', key: '0' },
  { side: 'theirs', label: 'Theirs', key: '1' },
  { side: 'mine', label: 'Mine', key: '2' },
];

interface ConflictFieldProps {
  review: Review;
  row: MergeRow;
  /** What stands beside the name of a column: who and when. */
  headOf(side: Side): string;
  /** Who changed the field. */
  writer: string;
}

/** `hasKeys`: the keys choose whole sides; where there are hunks they choose for the current hunk. */
function Choice({
  review,
  row,
  hasKeys,
}: Pick<ConflictFieldProps, 'review' | 'row'> & { hasKeys: boolean }) {
  const id = row.field.field_id;
  const chosen = review.decisions.get(id)?.side;
  return (
    <fieldset className="segments segments-small" aria-label={`Result of ${row.field.label}`}>
      {sides.map(({ side, label, key }) => (
        <button
          key={side}
          type="button"
          className="segment"
          aria-pressed={chosen === side}
          onClick={() => review.choose(row, side)}
        >
          {label}
          {hasKeys ? (
            <span aria-hidden="true" className="conflict-key">
              <Kbd>{key}</Kbd>
            </span>
          ) : null}
        </button>
      ))}
      {review.typed.has(id) ? (
        <button
          type="button"
          className="segment"
          aria-pressed={chosen === 'edited'}
          onClick={() => review.decide(row, 'edited', review.typed.get(id))}
        >
          Typed
        </button>
      ) : null}
    </fieldset>
  );
}

function question({ outcome }: MergeRow, isOpen: boolean): string {
  if (outcome === 'affected')
    return 'Nobody changed it, but it does not fit the rest. Type it below.';
  return isOpen ? 'Both changed this field. Which one counts?' : 'Take one side as a whole:';
}

/**
 * What one side holds, told apart from the base as everywhere (features H2): of a set what came and went, of a text its
 * words; one value in place of another stands alone, as the base stands beside it.
 */
function SideValue({ row, side }: { row: MergeRow; side: Side }) {
  const { reading, field, base } = row;
  const change = { contract: reading.contract, field, before: base, after: row[side] };
  const difference = differenceOf(change);
  if (difference.kind === 'items') return <ValueDiff change={change} />;
  if (difference.kind === 'values') {
    return (
      <span className="value-diff">
        <OneValue change={change} value={row[side]} />
      </span>
    );
  }
  return <DiffText before={difference.before} after={difference.after} />;
}

function WholeField({ review, row, headOf }: ConflictFieldProps) {
  const isOpen = review.open.includes(row);
  return (
    <div className={`hunk${isOpen ? ' hunk-current' : ''}`}>
      <div className="conflict-columns">
        {sides.map(({ side, label }) => (
          <section key={side} aria-label={label}>
            <h4 className="conflict-side-head">
              {label} <span className="conflict-beside">{headOf(side)}</span>
            </h4>
            <div
              className={`conflict-side${row.reading.contract.toSource ? ' conflict-source' : ''}`}
            >
              <SideValue row={row} side={side} />
            </div>
          </section>
        ))}
      </div>
      {row.outcome === 'blocked' ? null : (
        <div className="conflict-choice">
          <span className="soft">{question(row, isOpen)}</span>
          <Choice review={review} row={row} hasKeys />
        </div>
      )}
    </div>
  );
}

function Hunks(props: ConflictFieldProps & { text: TextReview }) {
  const { review, row, text } = props;
  return (
    <>
      <HunkList
        merge={text.merge}
        choices={text.choices}
        current={text.current}
        writer={props.writer}
        headOf={props.headOf}
        onChoose={text.choose}
      />
      <div className="conflict-whole">
        <span className="soft">Or take one side as a whole:</span>
        <Choice review={review} row={row} hasKeys={false} />
      </div>
    </>
  );
}

/** The result as readers will see it, while it is chosen and typed (features X4). */
function Preview({ row, value }: { row: MergeRow; value: unknown }) {
  const View = previewOf(row.reading.contract.id);
  if (!View || value === undefined) return null;
  return (
    <section
      className="conflict-preview"
      aria-label={`What readers will see of ${row.field.label}`}
    >
      <h4 className="conflict-side-head">What readers will see</h4>
      <View value={value} field={row.field} />
    </section>
  );
}

/** One field of the prompt: base, theirs and mine side by side, the choice, and the result that will be sent. */
export function ConflictField(props: ConflictFieldProps) {
  const { review, row } = props;
  const isOpen = review.open.includes(row);
  return (
    <>
      {review.text ? <Hunks {...props} text={review.text} /> : <WholeField {...props} />}
      {row.outcome === 'blocked' ? (
        <section className="conflict-result">
          <h4 className="conflict-result-head">Your text cannot be saved any more</h4>
          <p className="soft">
            The newer version does not let you change this field. Theirs stands; yours stays here to
            copy.
          </p>
          <FieldView reading={row.reading} value={row.mine} />
        </section>
      ) : (
        <section className="conflict-result" aria-label="Result" data-result>
          <h4 className="conflict-result-head">
            Result{' '}
            <span className="conflict-beside">
              {isOpen
                ? 'choose above, or type it here'
                : 'this is what will be sent, you can type here'}
            </span>
          </h4>
          <FieldInput
            reading={row.reading}
            value={review.result}
            current={() => review.current(row)}
            onChange={(value) => review.decide(row, 'edited', value)}
            error={review.problems.get(row.field.field_id)}
          />
          <Preview row={row} value={review.result} />
        </section>
      )}
    </>
  );
}
