import type { ChoiceOption } from './CheckboxGroup';
import { Field, type FieldFacts, useFieldIds } from './Field';
import './choice.css';

interface RadioGroupProps extends FieldFacts {
  value: string | null;
  onChange(value: string): void;
  options: readonly ChoiceOption[];
}

/** One choice of a short list, all in sight; arrow keys move as in every browser. */
export function RadioGroup({ value, onChange, options, ...facts }: RadioGroupProps) {
  const ids = useFieldIds(facts);
  return (
    <Field ids={ids} {...facts} isGroup>
      <div
        role="radiogroup"
        aria-labelledby={`${ids.control}-label`}
        aria-describedby={ids.describedBy}
        aria-required={facts.isRequired || undefined}
        aria-invalid={facts.error ? true : undefined}
        className="choices"
      >
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={ids.control}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              disabled={facts.disabledReason !== undefined}
            />
            <span className="choice-text">
              {option.mark}
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}
