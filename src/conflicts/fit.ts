import type { Field } from '~/api/trackers';
import { sourceOf } from '~/fields/contract';
import { listed } from '~/saving/changes';
import { type DraftState, isEditable, readingsOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import type { LeftValue } from '~/saving/kept/artifactParts';

/** A draft put over an artifact whose fields are others now. */
export interface Fitted {
  state: DraftState;
  left: readonly LeftValue[];
  /** How many of the typed values there were. */
  count: number;
}

function textOf(base: ArtifactSnapshot, field: Field, value: unknown): string {
  const reading = readingsOf(base).get(field.field_id);
  return reading ? sourceOf(reading, value) : '';
}

/**
 * The field of the newer version that takes this value: the same, else one of the same name; of the same kind, changeable
 * here, and saying the same with it (ids of list values mean others in another tracker).
 */
function placeFor(draft: DraftState, newer: ArtifactSnapshot, field: Field): Field | undefined {
  const here = readingsOf(draft.base).get(field.field_id);
  const value = draft.values.get(field.field_id);
  const candidates = newer.fields.filter(
    ({ field_id, name }) => field_id === field.field_id || name === field.name,
  );
  return candidates.find((candidate) => {
    const there = readingsOf(newer).get(candidate.field_id);
    if (!there || there.contract !== here?.contract || !isEditable(newer, candidate)) return false;
    return there.contract.toText(value, candidate) === here.contract.toText(value, field);
  });
}

/**
 * Puts a draft over a version in another tracker (or one whose fields were rebuilt): what fits goes to its place, the rest
 * stays as text (features X11). There is no common base to merge with, so nothing is compared. Pure.
 */
export function fitted(draft: DraftState, newer: ArtifactSnapshot): Fitted {
  const values = new Map<number, unknown>();
  const left: LeftValue[] = [];
  const fields = new Map(draft.base.fields.map((field) => [field.field_id, field]));
  for (const [id, value] of draft.values) {
    const field = fields.get(id);
    if (!field) continue;
    const place = placeFor(draft, newer, field);
    if (place) values.set(place.field_id, value);
    else left.push({ label: field.label, text: textOf(draft.base, field, value) });
  }
  const state = { base: newer, values, comment: draft.comment };
  return { state, left, count: values.size + left.length };
}

/** "7 of 9 values fit", "1 of 2 values fits; Status and Regions do not". */
export function fitWords({ left, count }: Pick<Fitted, 'left' | 'count'>): string {
  const fit = count - left.length;
  if (left.length === 0) return count === 1 ? 'your value fits' : `all ${count} values fit`;
  return `${fit} of ${count} values fit; ${listed(left.map(({ label }) => label))} ${left.length === 1 ? 'does' : 'do'} not`;
}
