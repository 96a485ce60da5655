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

/** The fields of a new artifact in a tracker: those that this person may set, with the layout around them. */
export function blankArtifact({ fields }: Tracker): Blank {
  return {
    fields: fields.filter((field) => !hasValue(field.type) || (maySet(field) && hasControl(field))),
    withoutControl: fields.filter(
      (field) => hasValue(field.type) && maySet(field) && !hasControl(field),
    ),
  };
}
