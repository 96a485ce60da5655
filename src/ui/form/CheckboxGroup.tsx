import type { ReactNode } from 'react';
import { Checkbox } from './Checkbox';
import { Field, type FieldFacts, useFieldIds } from './Field';

export interface ChoiceOption {
  value: string;
  label: string;
  /** Shown before the label: a dot, an avatar. */
  mark?: ReactNode;
}

interface CheckboxGroupProps extends FieldFacts {
  value: readonly string[];
  onChange(value: string[]): void;
  options: readonly ChoiceOption[];
}

/** Several choices of a short list, all in sight. The value keeps the order of the options. */
export function CheckboxGroup({ value, onChange, options, ...facts }: CheckboxGroupProps) {
  const ids = useFieldIds(facts);
  function toggle(option: string, isSelected: boolean): void {
    onChange(
      options
        .map((each) => each.value)
        .filter((each) => (each === option ? isSelected : value.includes(each))),
    );
  }
  return (
    <Field ids={ids} {...facts} isGroup>
      <fieldset
        aria-labelledby={`${ids.control}-label`}
        aria-describedby={ids.describedBy}
        className="choices"
      >
        {options.map((option) => (
          <Checkbox
            key={option.value}
            isSelected={value.includes(option.value)}
            onChange={(isSelected) => toggle(option.value, isSelected)}
            disabledReason={facts.disabledReason}
          >
            {option.mark}
            {option.label}
          </Checkbox>
        ))}
      </fieldset>
    </Field>
  );
}
