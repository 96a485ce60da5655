import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';

/** Who may see the artifact; empty when everybody who may see the tracker may. */
export type GrantedGroups = readonly { id: string; label: string }[];

/** `granted_groups` holds short names for dynamic groups (`project_members`, as recorded); ids are REST ids. */
const schema = entrySchema(['perm'], {
  granted_groups: z.array(z.string()),
  granted_groups_ids: z.array(z.string()),
});

function groupLabels(field: Field): ReadonlyMap<string, string> {
  const { values } = field;
  const groups = values && 'ugroup_representations' in values ? values.ugroup_representations : [];
  return new Map(
    (Array.isArray(groups) ? groups : []).map((group) => [String(group.id), String(group.label)]),
  );
}

/** Permissions on the artifact. Read-only here. */
export const permissionsField: FieldContract<z.infer<typeof schema>, GrantedGroups> = {
  id: 'permissions',
  types: ['perm'],
  schema,
  read(json, field) {
    const labels = groupLabels(field);
    return (json?.granted_groups_ids ?? []).map((id, index) => ({
      id,
      label: labels.get(id) ?? json?.granted_groups[index] ?? id,
    }));
  },
  toText: (value) => value.map(({ label }) => label).join(', '),
};
