import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import '../view.css';

export function StringView({ value }: ViewProps<string>) {
  return value === '' ? <Empty /> : <span className="value">{value}</span>;
}
