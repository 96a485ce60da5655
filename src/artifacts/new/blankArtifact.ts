import type { Field, Tracker } from '~/api/trackers';
import { inputOf } from '~/fields/inputs';
import { contractOf, hasValue } from '~/fields/registry';
import type { BlankArtifact } from '~/saving/draft/draftState';

/** The form of a new artifact, and what has no place on it. */
export interface Blank extends BlankArtifact {
  /** This person may set them, but Parterre has no control for them yet: they take their default. */
  withoutControl: readonly Field[];
}

function hasControl(field: Field): boolean {
  const contract = contractOf(field.type);
  return contract.write !== undefined && inputOf(contract.id) !== undefined;
}

function maySet(field: Field): boolean {
  return field.permissions.includes('create');
}

/** The values that a new artifact may begin with: the workflow's transitions from nothing (trackers.md §4). */
function startValues({ workflow }: Tracker): { fieldId: number; ids: ReadonlySet<number> } | null {
  if (workflow?.is_used !== '1') return null;
  const starts = workflow.transitions.filter(({ from_id }) => from_id === null);
  if (starts.length === 0) return null;
  return { fieldId: workflow.field_id, ids: new Set(starts.map(({ to_id }) => to_id)) };
}

/**
 * The fields of a new artifact in a tracker: those that this person may set, with the layout around them; the field of the
 * workflow offers only what an artifact may begin with.
 */
export function blankArtifact(tracker: Tracker): Blank {
  const start = startValues(tracker);
  const limited = (field: Field): Field =>
    field.field_id === start?.fieldId && Array.isArray(field.values)
      ? { ...field, values: field.values.filter(({ id }) => start.ids.has(Number(id))) }
      : field;
  return {
    fields: tracker.fields
      .filter((field) => !hasValue(field.type) || (maySet(field) && hasControl(field)))
      .map(limited),
    withoutControl: tracker.fields.filter(
      (field) => hasValue(field.type) && maySet(field) && !hasControl(field),
    ),
  };
}
