import type { FieldFacts } from '~/ui/form/Field';
import type { InputProps } from './contract';

/** What every control of ours takes from a field: its label is the control's name everywhere (design.md, Names). */
export function inputFacts({
  field,
  error,
  aside,
}: Omit<InputProps<unknown>, 'value' | 'onChange'>): FieldFacts {
  return {
    label: field.label,
    isRequired: field.required,
    error,
    ...(aside === undefined ? {} : { aside }),
    ...(field.description === '' ? {} : { help: field.description }),
  };
}
