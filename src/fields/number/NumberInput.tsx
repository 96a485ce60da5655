import { parseDecimal } from '~/lib/numbers';
import { TextField } from '~/ui/form/TextField';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import type { NumberValue } from './numberField';

/** How a number with a comma is meant: a comma is a thousand in one language and a half in another. */
export function commaHelp(value: NumberValue): string {
  const parsed = value.includes(',') ? parseDecimal(value) : null;
  return parsed && 'value' in parsed ? `Sent as ${parsed.value}` : '';
}

/** A number as text: a number input would drop what it cannot read, and turn with the wheel. */
export function NumberInput({ value, onChange, ...props }: InputProps<NumberValue>) {
  const facts = inputFacts(props);
  return (
    <TextField
      {...facts}
      help={[commaHelp(value), facts.help].filter(Boolean).join(' · ')}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      value={value}
      onChange={onChange}
    />
  );
}
