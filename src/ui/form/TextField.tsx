import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Field, type FieldFacts, useFieldIds } from './Field';

export interface TextFieldProps
  extends FieldFacts,
    Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'disabled' | 'required' | 'type'> {
  value: string;
  onChange(value: string): void;
  /** `text` unless said; numbers are typed as text (`inputMode`), so that nothing typed is dropped by the browser. */
  type?: 'text' | 'password' | 'date' | 'datetime-local' | 'email' | 'url';
  /** Inside the control at its right: a unit, a check mark, a small button. */
  unit?: ReactNode;
  isMono?: boolean;
}

/** One line of text. Also for numbers (`inputMode="decimal"`) and native dates (`type="date"`). */
export function TextField({
  label,
  isRequired = false,
  help,
  error,
  disabledReason,
  aside,
  isLabelHidden = false,
  value,
  onChange,
  unit,
  isMono = false,
  className,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const facts = { label, isRequired, help, error, disabledReason, aside, isLabelHidden };
  const ids = useFieldIds(facts);
  const input = (
    <input
      {...rest}
      id={ids.control}
      type={type}
      className={`control${isMono ? ' control-mono' : ''}${className ? ` ${className}` : ''}`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aria-required={isRequired || undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={ids.describedBy}
      disabled={disabledReason !== undefined}
    />
  );
  return (
    <Field ids={ids} {...facts}>
      {unit === undefined ? (
        input
      ) : (
        <span className="control-with-unit">
          {input}
          <span className="control-unit">{unit}</span>
        </span>
      )}
    </Field>
  );
}
