import { expect, test } from 'vitest';
import { aField, aGroup } from '../../../tests/fixtures/fields';
import { mergeField } from '../contract';
import { readField } from '../readField';
import { type GrantedGroups, permissionsField } from './permissionsField';

const field = aField('perm', {
  values: {
    is_used_by_default: false,
    ugroup_representations: [aGroup('101_3', 'Project members'), aGroup('102', 'QA')],
  },
});
const members = { id: '101_3', label: 'Project members' };
const qa = { id: '102', label: 'QA' };

test('E8: groups are read in the field’s order with its labels, one it no longer offers by its short name', () => {
  const { value, issues } = readField(
    {
      ...{ field_id: 7, type: 'perm', label: 'Effort' },
      granted_groups: ['auditors', 'qa', 'project_members'],
      granted_groups_ids: ['124', '102', '101_3'],
    },
    field,
  );
  expect(issues).toEqual([]);
  expect(value).toEqual([members, qa, { id: '124', label: 'auditors' }]);
});

test('E8: groups are written by their REST ids, nobody named as an empty list', () => {
  const granted = (value: GrantedGroups) => permissionsField.write?.(value, field).value;
  expect(granted([members, qa])).toEqual({ granted_groups: ['101_3', '102'] });
  expect(granted([])).toEqual({ granted_groups: [] });
});

test('E8: two removals are never put together into an artifact that everybody sees', () => {
  const merge = mergeField(permissionsField, field, {
    base: [members, qa],
    mine: [qa],
    theirs: [members],
  });
  expect(merge).toEqual({ outcome: 'conflict', value: [qa] });
});
