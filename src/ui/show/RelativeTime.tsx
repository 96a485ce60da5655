import { exactTime } from '~/lib/dates';
import { relativeTime } from '~/lib/relativeTime';

interface RelativeTimeProps {
  /** An instant as the server gives it (ISO 8601). */
  value: string;
  /** Milliseconds since 1970; the present unless a test says otherwise. */
  now?: number;
}

/** "just now", "12 min", "yesterday", "12 Nov": the exact time appears on hover and focus. */
export function RelativeTime({ value, now }: RelativeTimeProps) {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return <span>{value}</span>;
  return (
    <time className="tabular" dateTime={value} data-tooltip={exactTime(time)}>
      {relativeTime(time, now ?? Date.now())}
    </time>
  );
}
