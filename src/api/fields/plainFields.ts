import * as z from 'zod/mini';
import type { Mend } from '../answers/readAnswer';
import { issuePath, shapeIssues } from '../answers/shapeIssues';
import { fieldSchema } from './fieldSchema';

/** What every field has, whatever else a plugin or another version gives it. */
const barestSchema = z.looseObject({
  field_id: z.int(),
  label: z.string(),
  name: z.string(),
  type: z.string(),
});

const listSchema = z.looseObject({ fields: z.array(z.unknown()) });
const holderSchema = z.looseObject({ tracker: listSchema });

/**
 * A field of another shape than its type has, so that the rest of its tracker can be read (features A6, E9): with nothing
 * to choose from and not to be changed. Where its type does not do without what is missing, it is of no known type, and
 * shown raw.
 */
function plainField(field: unknown): unknown {
  const bare = z.safeParse(barestSchema, field);
  if (!bare.success) return field;
  const { field_id, label, name, type } = bare.data;
  const plain = {
    ...{ field_id, label, name, type, description: '', required: false, collapsed: false },
    ...{ values: null, bindings: { type: null, list: [] }, default_value: null },
    ...{ permissions: ['read'], permissions_for_groups: null, specific_properties: [] },
  };
  const isEnough = z.safeParse(fieldSchema, plain).success;
  return isEnough ? plain : { ...plain, type: `${type}, of an unseen shape` };
}

/** For a tracker: its odd fields in a plain form. */
export const withPlainFields: Mend = (value) => {
  const tracker = z.safeParse(listSchema, value);
  if (!tracker.success) return { value, odd: [] };
  const odd: ReturnType<Mend>['odd'][number][] = [];
  const fields = tracker.data.fields.map((field, index) => {
    const read = z.safeParse(fieldSchema, field);
    if (read.success) return field;
    const at = issuePath(['fields', index]);
    const issues = shapeIssues(read.error.issues).map(({ path, message }) => ({
      path: path === '' ? at : `${at}.${path}`,
      message,
    }));
    odd.push({ part: field, issues });
    return plainField(field);
  });
  return { value: { ...tracker.data, fields }, odd };
};

/** For an artifact with its tracker: the same in there. */
export const withPlainTracker: Mend = (value) => {
  const artifact = z.safeParse(holderSchema, value);
  if (!artifact.success) return { value, odd: [] };
  const { value: tracker, odd } = withPlainFields(artifact.data.tracker);
  return { value: { ...artifact.data, tracker }, odd };
};
