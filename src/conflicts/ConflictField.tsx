import { FieldInput } from '~/fields/FieldInput';
import { FieldView } from '~/fields/FieldView';
import { Kbd } from '~/ui/button/Kbd';
import { DiffText } from './DiffText';
import { sourceOf } from './describe';
import { type Decisions, type MergeRow, resultOf, type Side } from './mergeArtifact';
import '~/ui/form/segments.css';

export const sides: readonly { side: Side; label: string; key: string }[] = [
  { side: 'base', label: 'Base', key: '0' },
  { side: 'theirs', label: 'Theirs', key: '1' },
  { side: 'mine', label: 'Mine', key: '2' },
];

interface ConflictFieldProps {
  row: MergeRow;
  decisions: Decisions;
  /** What stands beside the name of a column: who and when. */
  headOf(side: Side): string;
  error: string | undefined;
  onChoose(side: Side): void;
  onEdit(value: unknown): void;
}

function Choice({ row, decisions, onChoose }: ConflictFieldProps) {
  const chosen = decisions.get(row.field.field_id)?.side;
  return (
    <fieldset className="segments segments-small" aria-label={`Result of ${row.field.label}`}>
      {sides.map(({ side, label, key }) => (
        <button
          key={side}
          type="button"
          className="segment"
          aria-pressed={chosen === side}
          aria-keyshortcuts={key}
          onClick={() => onChoose(side)}
        >
          {label}
          <span aria-hidden="true">
            <Kbd>{key}</Kbd>
          </span>
        </button>
      ))}
    </fieldset>
  );
}

function Columns({ row, headOf }: Pick<ConflictFieldProps, 'row' | 'headOf'>) {
  const base = sourceOf(row, row.base);
  return (
    <div className="conflict-columns">
      {sides.map(({ side, label }) => (
        <section key={side} aria-label={label}>
          <h4>
            {label} <span className="soft">{headOf(side)}</span>
          </h4>
          <div className="conflict-side">
            <DiffText before={base} after={sourceOf(row, row[side])} />
          </div>
        </section>
      ))}
    </div>
  );
}

/** One field of the prompt: base, theirs and mine side by side, the choice, and the result that will be sent. */
export function ConflictField(props: ConflictFieldProps) {
  const { row, decisions, error, onEdit } = props;
  const isOpen = row.outcome === 'conflict' && !decisions.has(row.field.field_id);
  return (
    <>
      <div className={`conflict-hunk${isOpen ? ' conflict-hunk-open' : ''}`}>
        <Columns row={row} headOf={props.headOf} />
        {row.outcome === 'blocked' ? null : (
          <div className="conflict-choice">
            <span className="soft">
              {isOpen ? 'Both changed this field. Which one counts?' : 'Take another side:'}
            </span>
            <Choice {...props} />
          </div>
        )}
      </div>
      {row.outcome === 'blocked' ? (
        <section className="conflict-result">
          <h4>Your text cannot be saved any more</h4>
          <p className="soft">
            The newer version does not let you change this field. Theirs stands; yours stays here to
            copy.
          </p>
          <FieldView reading={row.reading} />
        </section>
      ) : (
        <section className="conflict-result" aria-label="Result">
          <h4>
            Result{' '}
            <span className="soft">
              {isOpen ? 'choose a side above, or type it here' : 'this is what will be sent'}
            </span>
          </h4>
          <FieldInput
            reading={row.reading}
            value={resultOf(row, decisions)}
            onChange={onEdit}
            error={error}
          />
        </section>
      )}
    </>
  );
}
