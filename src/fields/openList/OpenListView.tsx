import { Pill } from '~/ui/show/Dot';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { PersonName } from '../people/PersonName';
import type { OpenValue } from './openListField';
import '../view.css';

export function OpenListView({ value }: ViewProps<readonly OpenValue[]>) {
  if (value.length === 0) return <Empty />;
  return (
    <ul className="value-row">
      {value.map(({ id, label, isPerson }) => (
        <li key={String(id ?? label)} className="value-with-icon">
          {isPerson ? <PersonName name={label} /> : <Pill>{label}</Pill>}
        </li>
      ))}
    </ul>
  );
}
