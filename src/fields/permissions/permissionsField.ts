import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';
import { requiredProblem } from '../limits';

/** Who may see the artifact, in the field's order; empty when everybody who may see the tracker may. */
export type GrantedGroups = readonly { id: string; label: string }[];

/** `granted_groups` holds short names for dynamic groups (`project_members`, as recorded); ids are REST ids. */
const schema = entrySchema(['perm'], {
  granted_groups: z.array(z.string()),
  granted_groups_ids: z.array(z.string()),
});

/** The groups that the field offers (trackers.md §2.2). */
export function grantableGroups({ values }: Field): GrantedGroups {
  const groups = values && 'ugroup_representations' in values ? values.ugroup_representations : [];
  return (Array.isArray(groups) ? groups : []).map(({ id, label }) => ({
    id: String(id),
    label: String(label),
  }));
}

/** The field's order first, then groups it does not offer, so that equal sets are equal. */
export function inGrantOrder(groups: GrantedGroups, field: Field): GrantedGroups {
  const offered = grantableGroups(field).map(({ id }) => id);
  const place = (id: string) => (offered.includes(id) ? offered.indexOf(id) : offered.length);
  return groups.toSorted((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
}

/**
 * Permissions on the artifact. Two different changes are a conflict on purpose: an empty set opens the artifact to
 * everybody, and two removals put together could make one.
 */
export const permissionsField: FieldContract<z.infer<typeof schema>, GrantedGroups> = {
  id: 'permissions',
  types: ['perm'],
  schema,
  replacesSet: true,
  read(json, field) {
    const labels = new Map(grantableGroups(field).map(({ id, label }) => [id, label]));
    const groups = (json?.granted_groups_ids ?? []).map((id, index) => ({
      id,
      label: labels.get(id) ?? json?.granted_groups[index] ?? id,
    }));
    return inGrantOrder(groups, field);
  },
  write: (value, field) => ({
    field_id: field.field_id,
    value: { granted_groups: value.map(({ id }) => id) },
  }),
  validate: (value, field) => (value.length === 0 ? requiredProblem(field) : undefined),
  toText: (value) => value.map(({ label }) => label).join(', '),
  toItems: (value) => value.map(({ id, label }) => ({ key: id, text: label })),
};
