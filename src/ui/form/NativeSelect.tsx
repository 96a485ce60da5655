import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldFacts, useFieldIds } from './Field';

interface NativeSelectProps
  extends FieldFacts,
    Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange' | 'disabled' | 'required'> {
  value: string;
  onChange(value: string): void;
  options: readonly { value: string; label: string }[];
}

/** The browser's own list, for a handful of plain options on pages that do without the kit. */
export function NativeSelect({
  label,
  isRequired = false,
  help,
  error,
  disabledReason,
  aside,
  isLabelHidden = false,
  value,
  onChange,
  options,
  ...rest
}: NativeSelectProps) {
  const facts = { label, isRequired, help, error, disabledReason, aside, isLabelHidden };
  const ids = useFieldIds(facts);
  return (
    <Field ids={ids} {...facts}>
      <span className="native-select">
        <select
          {...rest}
          id={ids.control}
          className="control"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-required={isRequired || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={ids.describedBy}
          disabled={disabledReason !== undefined}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </span>
    </Field>
  );
}
