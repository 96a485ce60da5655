import type { ConsequenceProps } from '../contract';
import type { GrantedGroups } from './permissionsField';
import { Readers } from './Readers';

/** Who may see the artifact once it is saved, by name, and whether that is still oneself (features E8). */
export function PermissionsConsequence({ after, field }: ConsequenceProps<GrantedGroups>) {
  return <Readers groups={after} field={field} />;
}
