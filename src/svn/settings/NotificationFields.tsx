import { useQuery } from '@tanstack/react-query';
import { type MinimalUserGroup, projectUserGroupsQuery } from '~/api/userGroups';
import type { NotificationRow } from '~/saving/svn/svnForm';
import { TextField } from '~/ui/form/TextField';
import { MultiSelect } from '~/ui/pick/MultiSelect';
import { PeoplePicker } from './PeoplePicker';

interface NotificationFieldsProps {
  row: NotificationRow;
  onChange(row: NotificationRow): void;
  projectId: number;
  /** Names of groups by id, beyond those that the project lists. */
  knownGroups: ReadonlyMap<string, string>;
  lock?: string | undefined;
  error?: string | undefined;
  /** The path is given by the place: a conflict is about one path. */
  isPathFixed?: boolean;
}

/** The groups that the server takes: of the dynamic ones only members (3) and administrators (4) (svn.md §3). */
function isOffered({ id }: MinimalUserGroup): boolean {
  return !id.includes('_') || /_[34]$/.test(id);
}

/** Path, addresses, people and groups of one notification. */
export function NotificationFields(props: NotificationFieldsProps) {
  const { row, onChange, projectId, knownGroups, lock, error, isPathFixed = false } = props;
  const { data: groups } = useQuery(projectUserGroupsQuery(projectId));
  const offered = groups?.filter(isOffered) ?? [];
  const others = row.groups.filter((id) => !offered.some((group) => group.id === id));
  const options = [
    ...offered.map(({ id, label }) => ({ value: id, label })),
    ...others.map((id) => ({ value: id, label: knownGroups.get(id) ?? `Group ${id}` })),
  ];
  return (
    <div className="svn-notification">
      {isPathFixed ? null : (
        <TextField
          label="Path"
          value={row.path}
          onChange={(path) => onChange({ ...row, path })}
          error={error}
          placeholder="/trunk"
          isMono
          spellCheck={false}
          autoCapitalize="off"
          readOnly={lock !== undefined}
        />
      )}
      <TextField
        label="Addresses"
        value={row.emails}
        onChange={(emails) => onChange({ ...row, emails })}
        placeholder="a@example.org, b@example.org"
        inputMode="email"
        spellCheck={false}
        autoCapitalize="off"
        readOnly={lock !== undefined}
        error={isPathFixed ? error : undefined}
      />
      <PeoplePicker
        label="People"
        value={row.users}
        onChange={(users) => onChange({ ...row, users })}
        disabledReason={lock}
      />
      <MultiSelect
        label="Groups"
        value={row.groups}
        onChange={(ids) => onChange({ ...row, groups: ids })}
        options={options}
        disabledReason={lock}
      />
    </div>
  );
}
