import { useRef } from 'react';
import { TextField } from '~/ui/form/TextField';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { type DateValue, INCOMPLETE } from './dateField';
import { offsetFor, zoneHelp } from './zones';

/** The browser's own date control: typed by keyboard in the reader's order, or picked. The zone of a time is stated. */
export function DateInput({ value, onChange, ...props }: InputProps<DateValue>) {
  const isTime = props.field.is_time_displayed === true;
  const facts = inputFacts(props);
  const help = isTime ? zoneHelp(value) : '';
  const input = useRef<HTMLInputElement>(null);
  function change(text: string): void {
    if (input.current?.validity.badInput) onChange({ text: INCOMPLETE, offset: value.offset });
    else if (text === '' || !isTime) onChange({ text, offset: '' });
    else onChange({ text, offset: offsetFor(text, value) });
  }
  return (
    <TextField
      {...facts}
      ref={input}
      type={isTime ? 'datetime-local' : 'date'}
      max={isTime ? '9999-12-31T23:59' : '9999-12-31'}
      help={[help, facts.help].filter(Boolean).join(' · ')}
      value={value.text === INCOMPLETE ? '' : value.text}
      onChange={change}
      // A date that was empty and is half typed tells nobody: browsers send no event for it.
      onBlur={({ currentTarget: { validity, value: text } }) => {
        if (validity.badInput !== (value.text === INCOMPLETE)) change(text);
      }}
    />
  );
}
