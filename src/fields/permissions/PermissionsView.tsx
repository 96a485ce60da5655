import { Eye } from 'lucide-react';
import { Pill } from '~/ui/show/Dot';
import type { ViewProps } from '../contract';
import type { GrantedGroups } from './permissionsField';
import '../view.css';

/** Who may see the artifact. */
export function PermissionsView({ value }: ViewProps<GrantedGroups>) {
  return (
    <span className="value-row">
      <span className="value-with-icon">
        <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
        {value.length === 0 ? 'Everybody who can see the tracker' : 'Only'}
      </span>
      {value.map(({ id, label }) => (
        <Pill key={id}>{label}</Pill>
      ))}
    </span>
  );
}
