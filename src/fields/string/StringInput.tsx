import { TextField } from '~/ui/form/TextField';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { maxChars } from '../limits';

function countOf(value: string, most: number): string {
  const { length } = [...value];
  const over = length > most ? `, ${length - most} too many` : '';
  return `${length} of ${most} characters${over}`;
}

/** One line of text; with a limit, how much of it is used. The browser does not cut: what was pasted stays visible. */
export function StringInput({ value, onChange, ...props }: InputProps<string>) {
  const most = maxChars(props.field);
  const facts = inputFacts(props);
  return (
    <TextField
      {...facts}
      value={value}
      onChange={onChange}
      help={
        most === null ? facts.help : [countOf(value, most), facts.help].filter(Boolean).join(' · ')
      }
    />
  );
}
