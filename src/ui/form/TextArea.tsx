import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Field, type FieldFacts, useFieldIds } from './Field';

interface TextAreaProps
  extends FieldFacts,
    Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'disabled' | 'required'> {
  value: string;
  onChange(value: string): void;
  isMono?: boolean;
  /** Between the label and the text: how it is written, a switch to its preview. */
  bar?: ReactNode;
  /** Shown in place of the text, which stays as it is behind it. */
  preview?: ReactNode;
}

/** Several lines of text; grows with what is typed up to 60 % of the window. */
export function TextArea({
  label,
  isRequired = false,
  help,
  error,
  disabledReason,
  aside,
  isLabelHidden = false,
  value,
  onChange,
  isMono = false,
  bar,
  preview,
  className,
  ...rest
}: TextAreaProps) {
  const facts = { label, isRequired, help, error, disabledReason, aside, isLabelHidden };
  const ids = useFieldIds(facts);
  return (
    <Field ids={ids} {...facts}>
      {bar}
      {preview}
      <textarea
        rows={4}
        {...rest}
        id={ids.control}
        className={`control${isMono ? ' control-mono' : ''}${className ? ` ${className}` : ''}`}
        hidden={preview !== undefined && preview !== null}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-required={isRequired || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.describedBy}
        disabled={disabledReason !== undefined}
      />
    </Field>
  );
}
