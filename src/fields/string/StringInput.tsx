import { TextField } from '~/ui/form/TextField';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { maxChars } from '../limits';

/** One line of text; with a limit, how much of it is used. The browser does not cut: what was pasted stays visible. */
export function StringInput({ value, onChange, ...props }: InputProps<string>) {
  const most = maxChars(props.field);
  const facts = inputFacts(props);
  return (
    <TextField
      {...facts}
      value={value}
      onChange={onChange}
      help={most === null ? facts.help : `${[...value].length} of ${most} characters`}
    />
  );
}
