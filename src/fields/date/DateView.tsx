import { exactTime, formatDateTime, formatDay } from '~/lib/dates';
import { relativeDay } from '~/lib/relativeTime';
import { zoneOffset } from '~/lib/zones';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { type DateValue, dateField, instantOf } from './dateField';
import '../view.css';

/** How the server's clock shows a time, when that is not what the reader's clock shows. */
function serverClock(value: DateValue): string | null {
  const at = instantOf(value);
  if (at === null || value.offset === '' || zoneOffset(at) === value.offset) return null;
  return `${formatDateTime(`${value.text}Z`, { timeZone: 'UTC' })} on the server’s clock (UTC${value.offset})`;
}

export function DateView({ value, field }: ViewProps<DateValue>) {
  if (value.text === '') return <Empty />;
  if (!field.is_time_displayed) {
    return (
      <time className="value tabular" dateTime={value.text}>
        {formatDay(value.text)}
      </time>
    );
  }
  const at = instantOf(value);
  if (at === null) return <span className="value">{value.text}</span>;
  const server = serverClock(value);
  return (
    <span className="value">
      <time className="tabular" dateTime={at} data-tooltip={exactTime(at)}>
        {formatDateTime(at)}
      </time>
      {server ? <span className="meta"> · {server}</span> : null}
    </span>
  );
}

/** As one side of a change: the day or the time in full. */
export function DateExact({ value, field }: ViewProps<DateValue>) {
  if (value.text === '') return <Empty />;
  const at = (field.is_time_displayed ? instantOf(value) : null) ?? value.text;
  return (
    <time className="tabular" dateTime={at}>
      {dateField.toText(value, field)}
    </time>
  );
}

export function DateCell({ value, field }: ViewProps<DateValue>) {
  if (value.text === '') return null;
  const at = field.is_time_displayed ? instantOf(value) : null;
  if (at !== null) return <RelativeTime value={at} />;
  return (
    <time className="tabular" dateTime={value.text} data-tooltip={formatDay(value.text)}>
      {relativeDay(value.text)}
    </time>
  );
}
