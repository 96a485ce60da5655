import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import { type MinimalUserGroup, minimalUserGroupSchema } from '~/api/userGroups';
import { minimalUserSchema } from '~/api/users';
import { naturalOrder } from '~/lib/naturalOrder';
import { mergeSets } from '~/lib/sets';
import type { FieldContract, FieldMerge } from '../contract';
import { entrySchema } from '../entry';
import { requiredProblem } from '../limits';
import { personName } from '../people/names';

/**
 * One value of an open list. `id` is of a value of the field, of a person, or of a group (`"129_3"`); null for what
 * people typed: those have ids of their own (`"o12"`), but the server knows them by their text when they are written.
 */
export interface OpenValue {
  id: number | string | null;
  label: string;
  /** The login of a person, the short name of a group. */
  name?: string;
  isPerson?: true;
}

/** A set, by label. */
export type OpenValues = readonly OpenValue[];

const typedValueSchema = z.looseObject({
  id: z.union([z.int(), z.string()]),
  label: z.string(),
  // What makes a user or a group; named so that one with a fault is not taken for a typed value.
  uri: z.optional(z.undefined()),
  users_uri: z.optional(z.undefined()),
  display_name: z.optional(z.undefined()),
});

const openValueSchema = z.union([minimalUserSchema, minimalUserGroupSchema, typedValueSchema]);

const schema = entrySchema(['tbl'], {
  bind_value_objects: z.array(openValueSchema),
  /** Labels, not ids (live-facts.md, Types). */
  bind_value_ids: z.array(z.string()),
  bind_type: z.string(),
});

type OpenListJson = z.infer<typeof schema>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function toOpenValue(value: OpenListJson['bind_value_objects'][number]): OpenValue {
  const { id } = value;
  if ('display_name' in value && typeof value.display_name === 'string') {
    const name = text(value.username);
    // Somebody without an account is an e-mail address (artifacts.md §3).
    if (id === null) return { id: null, label: text(value.email) || value.display_name };
    const label = personName({ display_name: value.display_name, username: name });
    return { id, label, name, isPerson: true };
  }
  if (typeof value.short_name === 'string') {
    return { id, label: String(value.label), name: value.short_name };
  }
  return { id: typeof id === 'number' ? id : null, label: String(value.label) };
}

/** The groups that a list of groups offers: all of its project (trackers.md §2.2). */
export function offeredGroups({ bindings, values }: Field): MinimalUserGroup[] {
  if (bindings.type !== 'ugroups' || !Array.isArray(values)) return [];
  return values.flatMap((value) => {
    const group = z.safeParse(minimalUserGroupSchema, value);
    return group.success ? [group.data] : [];
  });
}

/**
 * A group that is none of the binding's is stored by its name as if it had been typed, and comes back so (Tuleap's
 * `ListFieldUserGroupBind`): it is the group all the same, and by its text alone the server would refuse it.
 */
function asGroup(value: OpenValue, field: Field): OpenValue {
  if (value.id !== null || field.bindings.type !== 'ugroups') return value;
  const groups = offeredGroups(field);
  const group =
    groups.find(({ key }) => key === value.label) ??
    groups.find(({ short_name }) => short_name === value.label) ??
    groups.find(({ label }) => label === value.label);
  return group ? { id: group.id, label: group.label, name: group.short_name } : value;
}

/** Labels of what people type have a column of this many characters (`tracker_field_openlist_value`). */
const LONGEST = 255;

function problemOfTyped({ id, label }: OpenValue, field: Field): string | undefined {
  if (id !== null) return undefined;
  if (label.trim() === '') return 'A new value needs a name.';
  if (field.bindings.type !== 'static') return undefined;
  if (label.includes(',')) {
    return `“${label}”: the server ends a value at its comma. Make a value of each part.`;
  }
  const { length } = [...label];
  return length > LONGEST
    ? `“${label.slice(0, 40)}…” has ${length} characters; a value takes ${LONGEST}.`
    : undefined;
}

/** What makes two values the same: the id, or the text of a value that somebody typed. */
export function openKey({ id, label }: OpenValue): string {
  return id === null ? `o ${label}` : String(id);
}

function inOrder(values: OpenValues): OpenValue[] {
  return [...values].sort(
    (a, b) => naturalOrder(a.label, b.label) || (openKey(a) < openKey(b) ? -1 : 1),
  );
}

/** The values as a set in one order, so that equal sets are equal; a value stands in it once. */
export function asOpenValues(values: OpenValues): OpenValue[] {
  return inOrder([...new Map(values.map((value) => [openKey(value), value])).values()]);
}

/**
 * What the server makes the value from (recorded: artifacts/114–120). A value of the field goes by its id: by its text
 * alone the server would make a second one of that name. A typed text goes alone, and an address as `email`.
 */
function toObject({ id, label, name }: OpenValue, bound: string | null): Record<string, unknown> {
  if (id === null && bound === 'users') return { email: label };
  if (id === null) return bound === 'ugroups' ? { short_name: label } : { label };
  if (name === undefined) return { id, label };
  return bound === 'users' ? { id, username: name } : { id, short_name: name };
}

/** A list whose values people may add to by writing them. Merged as a set. */
export const openListField: FieldContract<OpenListJson, OpenValues> = {
  id: 'openList',
  types: ['tbl'],
  schema,
  read: (json, field) =>
    asOpenValues((json?.bind_value_objects ?? []).map((one) => asGroup(toOpenValue(one), field))),
  write: (value, field) => ({
    field_id: field.field_id,
    value: {
      bind_value_objects: value.map((one) => toObject(one, field.bindings.type)),
    },
  }),
  initial: ({ default_value: preset }) =>
    asOpenValues(
      (Array.isArray(preset) ? preset : []).flatMap((one) => {
        const parsed = z.safeParse(openValueSchema, one);
        return parsed.success ? [toOpenValue(parsed.data)] : [];
      }),
    ),
  validate(value, field) {
    const odd = value.map((one) => problemOfTyped(one, field)).find((problem) => problem);
    if (odd) return odd;
    return value.length === 0 ? requiredProblem(field) : undefined;
  },
  toText: (value) => value.map(({ label }) => label).join(', '),
  /** Elsewhere a person is the same person, and an address the same address; a value or group has an id of that field. */
  bring: (value, { from, to }) =>
    from.field_id === to.field_id ||
    (from.bindings.type === 'users' && to.bindings.type === 'users')
      ? value
      : undefined,
  replacesSet: true,
  toItems: (value) => value.map((one) => ({ key: openKey(one), text: one.label })),
  mergeBoth: (base, mine, theirs): FieldMerge<OpenValues> => ({
    outcome: 'merged',
    value: asOpenValues(mergeSets({ base, mine, theirs }, openKey)),
  }),
};
