import { exactTime, formatDate, formatDateTime } from '~/lib/dates';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { PersonLink } from '../people/PersonLink';
import { PersonName } from '../people/PersonName';
import type { Person } from './automaticFields';
import '../view.css';

export function AutomaticNumberView({ value }: ViewProps<number | null>) {
  return value === null ? <Empty /> : <span className="value tabular">{value}</span>;
}

export function AutomaticNumberCell({ value }: ViewProps<number | null>) {
  return value === null ? null : <span className="cell cell-number">{value}</span>;
}

export function AutomaticPersonView({ value }: ViewProps<Person | null>) {
  if (!value) return <Empty />;
  return (
    <PersonLink login={value.username}>
      <PersonName name={value.name} />
    </PersonLink>
  );
}

export function AutomaticPersonCell({ value }: ViewProps<Person | null>) {
  return value ? (
    <span className="cell">
      <PersonName name={value.name} detail={value.username} />
    </span>
  ) : null;
}

export function AutomaticDateView({ value, field }: ViewProps<string>) {
  if (value === '') return <Empty />;
  return (
    <time className="value tabular" dateTime={value} data-tooltip={exactTime(value)}>
      {field.is_time_displayed === false ? formatDate(value) : formatDateTime(value)}
    </time>
  );
}

export function AutomaticDateCell({ value }: ViewProps<string>) {
  return value === '' ? null : <RelativeTime value={value} />;
}
