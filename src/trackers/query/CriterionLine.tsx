import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Field, Tracker } from '~/api/trackers';
import { IconButton } from '~/ui/button/IconButton';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { TextField } from '~/ui/form/TextField';
import type { Criterion } from './criteria';
import { type CriterionKind, criterionKind, operators } from './criterionKinds';
import { listOptions } from './listOptions';

// The kit's list with its overlay is most of a form's code: who asks for no list value never loads it.
const MultiSelect = lazy(async () => ({
  default: (await import('~/ui/pick/MultiSelect')).MultiSelect,
}));

interface LineProps {
  tracker: Tracker;
  field: Field;
  line: Criterion;
  /** Shown once the person tried to run it. */
  problem: string | undefined;
  onChange(line: Criterion): void;
  onRemove(): void;
}

/** How the values of each kind are typed; lists have a control of their own. */
const inputs = {
  text: { type: 'text', inputMode: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date', inputMode: 'none' },
  link: { type: 'text', inputMode: 'numeric' },
} as const;

interface ValuesProps extends Omit<LineProps, 'onRemove'> {
  kind: CriterionKind;
}

function Values({ tracker, field, line, problem, onChange, kind }: ValuesProps) {
  if (kind === 'list') {
    return (
      <div className="criterion-list">
        <Suspense fallback={<span className="criterion-field">{field.label}</span>}>
          <MultiSelect
            label={field.label}
            aside={operators.list[0]?.[1]}
            placeholder="Choose"
            value={line.values}
            onChange={(values) => onChange({ ...line, values })}
            options={listOptions(field, tracker)}
            error={problem}
          />
        </Suspense>
      </div>
    );
  }
  const { type, inputMode } = inputs[kind];
  const isRange = line.operator === 'between';
  const set = (index: number, text: string) => {
    const values = isRange ? [line.values[0] ?? '', line.values[1] ?? ''] : [''];
    values[index] = text;
    onChange({ ...line, values });
  };
  return (isRange ? [`${field.label}, from`, `${field.label}, to`] : [field.label]).map(
    (label, index) => (
      <div key={label} className={`criterion-value criterion-${kind}`}>
        <TextField
          label={label}
          isLabelHidden
          type={type}
          inputMode={inputMode}
          value={line.values[index] ?? ''}
          onChange={(text) => set(index, text)}
          error={index === 0 ? problem : undefined}
        />
      </div>
    ),
  );
}

/** What stands before the values; a list says the same by its own label. */
function FieldAndOperator({ field, line, onChange, kind }: ValuesProps) {
  const choices = operators[kind];
  return (
    <>
      <span className="criterion-field clip">{field.label}</span>
      {choices.length === 1 ? (
        <span className="criterion-operator soft">{choices[0]?.[1]}</span>
      ) : (
        <NativeSelect
          label={`${field.label}, comparison`}
          isLabelHidden
          value={line.operator}
          onChange={(text) => {
            const operator = choices.find(([each]) => each === text)?.[0];
            if (operator) onChange({ ...line, operator });
          }}
          options={choices.map(([value, label]) => ({ value, label }))}
        />
      )}
    </>
  );
}

/** One criterion: its field, an operator that the server honours for it, a control for its kind of value. */
export function CriterionLine({ onRemove, ...line }: LineProps) {
  const { field } = line;
  const kind = criterionKind(field.type);
  if (!kind) return null;
  return (
    <fieldset className="criterion" aria-label={field.label}>
      {kind === 'list' ? null : <FieldAndOperator {...line} kind={kind} />}
      <Values {...line} kind={kind} />
      <IconButton
        label={`Remove the criterion ${field.label}`}
        icon={<X size={14} strokeWidth={1.75} aria-hidden="true" />}
        onClick={onRemove}
      />
    </fieldset>
  );
}
