import { componentsOf } from './components';
import type { FieldReading } from './readField';
import './view.css';

interface FieldCellProps {
  reading: FieldReading;
  /** Times in full: where a change is told, "yesterday" is not enough. */
  isExact?: boolean;
}

/** The value of a field in a table: one line, nothing when empty, the whole of it in the tooltip when it is cut. */
export function FieldCell({
  reading: { contract, field, value, entry },
  isExact = false,
}: FieldCellProps) {
  const { Cell } = componentsOf(contract.id);
  if (Cell) return <Cell value={value} field={field} entry={entry} isExact={isExact} />;
  const text = contract.toText(value, field);
  return text === '' ? null : <span className="clip">{text}</span>;
}
