import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import type { NumberValue } from './numberField';
import '../view.css';

/** The digits as they are: grouping them would make a year or a version read as an amount. */
export function NumberView({ value }: ViewProps<NumberValue>) {
  return value === '' ? <Empty /> : <span className="value tabular">{value}</span>;
}

export function NumberCell({ value }: ViewProps<NumberValue>) {
  return value === '' ? null : <span className="cell cell-number">{value}</span>;
}
