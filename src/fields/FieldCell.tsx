import { componentsOf } from './components';
import type { FieldReading } from './readField';
import './view.css';

/** The value of a field in a table: one line, nothing when empty, the whole of it in the tooltip when it is cut. */
export function FieldCell({
  reading: { contract, field, value, entry },
}: {
  reading: FieldReading;
}) {
  const { Cell } = componentsOf(contract.id);
  if (Cell) return <Cell value={value} field={field} entry={entry} />;
  const text = contract.toText(value, field);
  return text === '' ? null : <span className="clip">{text}</span>;
}
