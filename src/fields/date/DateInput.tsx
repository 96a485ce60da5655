import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';
import { formatDateTime, formatDay, parseDay } from '~/lib/dates';
import { equal } from '~/lib/equal';
import { parseTypedDate } from '~/lib/typedDate/parse';
import { IconButton } from '~/ui/button/IconButton';
import { TextField } from '~/ui/form/TextField';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { type DateValue, instantOf } from './dateField';
import { onOwnClock, typedTime, zoneHelp } from './zones';
import './date.css';

/** What the server holds of a new artifact. */
const none: DateValue = { text: '', offset: '' };

/** As it was typed, but for the letter between day and time: what is no date is told, not changed. */
function asTyped({ text }: DateValue): string {
  return text.replace(/(?<=\d)T(?=\d)/, ' ');
}

/** The value as the reader writes dates, as long as that is read back as the same; else in digits. */
function shownText(value: DateValue, isTime: boolean): string {
  if (!isTime) {
    const shown = formatDay(value.text);
    return parseTypedDate(shown)?.day === value.text ? shown : value.text;
  }
  const own = onOwnClock(value);
  // A default names no zone: it is written as any clock shows it, the server's too.
  const isZoned = own.offset !== '';
  const at = instantOf(isZoned ? own : { ...own, offset: '+00:00' });
  if (at === null) return asTyped(own);
  const shown = formatDateTime(at, isZoned ? {} : { timeZone: 'UTC' });
  const read = parseTypedDate(shown);
  return read && `${read.day}T${read.time}` === own.text ? shown : asTyped(own);
}

/** What was typed as a value; text that is no date stays as it is, for `validate` to tell. */
function toValue(typed: string, isTime: boolean, before: DateValue): DateValue {
  const read = parseTypedDate(typed);
  if (!read) return { text: typed.trim(), offset: '' };
  if (!isTime) return { text: read.time === undefined ? read.day : typed.trim(), offset: '' };
  // A day alone keeps the time of day that was there before.
  const time = read.time ?? (/T(\d{2}:\d{2})/.exec(onOwnClock(before).text)?.[1] || '00:00');
  const text = `${read.day}T${time}`;
  return read.offset === undefined ? typedTime(text) : { text, offset: read.offset };
}

/** The same moment in two zones is one value: typed back to what the server holds, nothing is changed. */
function settled(value: DateValue, base: DateValue | undefined): DateValue {
  const [at, there] = [instantOf(value), base ? instantOf(base) : null];
  const isSame = at !== null && there !== null && Date.parse(at) === Date.parse(there);
  return isSame && base ? base : value;
}

interface CalendarProps {
  day: string;
  onPick(day: string): void;
}

/** The browser's own calendar, opened by a button; its field is never seen. */
function Calendar({ day, onPick }: CalendarProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="date"
        className="date-native"
        tabIndex={-1}
        aria-hidden="true"
        value={parseDay(day) ? day : ''}
        onChange={(event) => {
          if (event.target.value !== '') onPick(event.target.value);
        }}
      />
      <IconButton
        size="small"
        label="Open the calendar"
        icon={<CalendarDays size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => input.current?.showPicker()}
      />
    </>
  );
}

/**
 * A date as text, so that it can be typed in any way people write one (`today+3d`, `monday`, `24.12.`); what it was
 * understood as stands under it. The zone of a time is always said.
 */
export function DateInput({ value, base, onChange, ...props }: InputProps<DateValue>) {
  const isTime = props.field.is_time_displayed === true;
  const facts = inputFacts(props);
  const [typed, setTyped] = useState<{ text: string; value: DateValue } | null>(null);
  const isTyped = typed !== null && equal(typed.value, value);
  function change(text: string): void {
    const next = settled(toValue(text, isTime, base ?? value), base);
    setTyped({ text, value: next });
    onChange(next);
  }
  // A day of the calendar keeps the time that stands in the field, typed or not.
  function pick(picked: string): void {
    setTyped(null);
    const before = instantOf(value) === null ? (base ?? value) : value;
    onChange(settled(toValue(picked, isTime, before), base));
  }
  const understood =
    isTyped && !isTime && typed.text !== shownText(value, isTime) ? formatDay(value.text) : '';
  const help = isTime ? zoneHelp(value, base ?? none) : understood;
  const [day = ''] = onOwnClock(value).text.split('T');
  return (
    <TextField
      {...facts}
      autoComplete="off"
      placeholder="24 Dec 2026, today+3d, monday"
      help={[help, facts.help].filter(Boolean).join(' · ')}
      value={isTyped ? typed.text : shownText(value, isTime)}
      onChange={change}
      onBlur={() => setTyped(null)}
      className="date-text"
      unit={<Calendar day={day} onPick={pick} />}
    />
  );
}
