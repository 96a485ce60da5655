import { CheckboxGroup } from '~/ui/form/CheckboxGroup';
import { MultiSelect } from '~/ui/pick/MultiSelect';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { type GrantedGroups, grantableGroups, inGrantOrder } from './permissionsField';
import { Readers } from './Readers';

/** Up to here all groups stand in sight. */
const MANY = 12;

/** Who may see the artifact: the groups, and under them the people those are. None chosen is everybody of the tracker. */
export function PermissionsInput({ value, onChange, ...props }: InputProps<GrantedGroups>) {
  const { field } = props;
  const facts = inputFacts(props);
  const offered = grantableGroups(field);
  const unlisted = value.filter(({ id }) => !offered.some((group) => group.id === id));
  const all = [...offered, ...unlisted];
  const shared = {
    ...facts,
    options: all.map(({ id, label }) => ({ value: id, label })),
    value: value.map(({ id }) => id),
    onChange: (ids: readonly string[]) =>
      onChange(
        inGrantOrder(
          all.filter(({ id }) => ids.includes(id)),
          field,
        ),
      ),
  };
  return (
    <div className="value-list">
      {all.length > MANY ? (
        <MultiSelect {...shared} placeholder="Everybody who can see the tracker" />
      ) : (
        <CheckboxGroup {...shared} />
      )}
      <Readers groups={value} field={field} />
    </div>
  );
}
