import { readAs } from '~/lib/numbers';
import { TextField } from '~/ui/form/TextField';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { contractOf } from '../registry';
import type { NumberValue } from './numberField';

/** A number as text: a number input would drop what it cannot read, and turn with the wheel. */
export function NumberInput({ value, onChange, ...props }: InputProps<NumberValue>) {
  const facts = inputFacts(props);
  // How it is sent says nothing where it cannot be.
  const problem = contractOf(props.field.type).validate?.(value, props.field);
  const hint = problem === undefined ? readAs(value) : '';
  return (
    <TextField
      {...facts}
      help={[hint, facts.help].filter(Boolean).join(' · ')}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      value={value}
      onChange={onChange}
    />
  );
}
