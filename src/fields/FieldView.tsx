import { componentsOf } from './components';
import type { FieldReading } from './readField';

interface FieldViewProps {
  reading: FieldReading;
  /** A value other than the one that was read: a draft, or another side of a conflict. */
  value?: unknown;
}

/** The value of a field, to be read. The label is the place's own: a form, a table head, a list of changes. */
export function FieldView({ reading, ...other }: FieldViewProps) {
  const { contract, field, entry } = reading;
  const { View } = componentsOf(contract.id);
  if (!('value' in other)) return <View value={reading.value} field={field} entry={entry} />;
  return <View value={other.value} field={field} />;
}
