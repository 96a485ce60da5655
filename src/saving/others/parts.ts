import type { FieldContract } from '~/fields/contract';
import { equal } from '~/lib/equal';
import { baseValue, type DraftState, isEditable, readingsOf } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';

/** What a draft changes at one other artifact. */
export interface OtherPart {
  /** Of the other artifact. */
  id: number;
  /** Of the artifact that is edited. */
  self: number;
  contract: FieldContract;
  /** The whole value of the field here: as it was, and as it is to be. */
  base: unknown;
  mine: unknown;
}

/** The draft as far as its own artifact stores it: what it changes at others is as in the base. Pure. */
export function ownPart(draft: DraftState): DraftState {
  const readings = readingsOf(draft.base);
  const values = new Map(draft.values);
  for (const [id, value] of draft.values) {
    const reading = readings.get(id);
    const parts = reading?.contract.elsewhere;
    if (parts) values.set(id, parts.own(reading.value, value));
  }
  return { ...draft, values };
}

/** What a draft changes at other artifacts, by their ids (features D4). Pure. */
export function otherParts(draft: DraftState): OtherPart[] {
  const self = draft.base.artifact.id;
  return [...readingsOf(draft.base).values()].flatMap(({ contract, field, value: base }) => {
    const { field_id: id } = field;
    if (!contract.elsewhere || !draft.values.has(id) || !isEditable(draft.base, field)) return [];
    const mine = draft.values.get(id);
    return contract.elsewhere.ids(base, mine).map((of) => ({ id: of, self, contract, base, mine }));
  });
}

/**
 * Whether parts that are stored at other artifacts differ between two versions: those come and go without a changeset here,
 * and without another ETag (features D4). Pure.
 */
export function hasOtherParts(base: ArtifactSnapshot, version: ArtifactSnapshot): boolean {
  return [...readingsOf(base).values()].some(
    ({ contract, field, value }) => contract.elsewhere && !equal(value, baseValue(version, field)),
  );
}

/** The draft with, of what it changes at other artifacts, only these. Pure. */
export function withOnly(ids: readonly number[], draft: DraftState): DraftState {
  const readings = readingsOf(draft.base);
  const values = new Map(ownPart(draft).values);
  for (const [id, own] of values) {
    const parts = readings.get(id)?.contract.elsewhere;
    if (parts) values.set(id, parts.of(ids, own, draft.values.get(id)));
  }
  return { ...draft, values };
}

/** Of a draft nothing but what it changes at these other artifacts. Pure. */
export function onlyAt(ids: readonly number[], { base, values, comment }: DraftState): DraftState {
  const readings = readingsOf(base);
  const left = new Map<number, unknown>();
  for (const [id, value] of values) {
    const reading = readings.get(id);
    const parts = reading?.contract.elsewhere;
    if (parts) left.set(id, parts.of(ids, baseValue(base, reading.field), value));
  }
  return { base, values: left, comment: { ...comment, body: '' } };
}
