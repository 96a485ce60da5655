import { Badge } from '~/ui/show/Badge';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { type ComputedValue, effectiveText } from './computedField';
import '../view.css';

/** The number that counts, and where it comes from; a manual one beside what the server would compute. */
export function ComputedView({ value }: ViewProps<ComputedValue>) {
  const number = effectiveText(value);
  return (
    <span className="value-row">
      {number === '' ? (
        <Empty>{value.isAutomatic ? 'No sum yet' : 'None'}</Empty>
      ) : (
        <span className="tabular">{number}</span>
      )}
      <Badge>{value.isAutomatic ? 'Automatic' : 'Set by hand'}</Badge>
      {!value.isAutomatic && value.computed !== null ? (
        <span className="meta tabular">automatic: {value.computed}</span>
      ) : null}
    </span>
  );
}

export function ComputedCell({ value }: ViewProps<ComputedValue>) {
  const number = effectiveText(value);
  return number === '' ? null : (
    <span
      className="cell cell-number"
      data-tooltip={value.isAutomatic ? 'Automatic' : 'Set by hand'}
    >
      {number}
    </span>
  );
}
