import type { Field, Workflow } from '~/api/trackers';
import { NONE, optionWithId } from '~/fields/choice/options';
import type { WriteEntry } from '~/fields/contract';
import {
  type DraftBase,
  type DraftState,
  draftValue,
  isSnapshot,
  readingsOf,
} from '../draft/draftState';

/** What rules judge: an artifact as it is on the server, and as it would be after the save. */
export interface Situation {
  fields: readonly Field[];
  workflow: Workflow | null;
  /** True for an artifact that does not exist yet. */
  isNew: boolean;
  /** The field as it would be written from what stands on the server; undefined when it cannot be known or written. */
  before(field: Field): WriteEntry | undefined;
  /** The same after the save. */
  after(field: Field): WriteEntry | undefined;
}

/** A sentence about one field that the server would refuse, with the way out. */
export interface RuleProblem {
  fieldId: number;
  message: string;
  /** The other field that it is about, where there are two: whoever changes that one has to hear of it there. */
  otherId?: number;
}

/** One rule of the server, repeated here so that it is told before the save. */
export type Rule = (situation: Situation) => readonly RuleProblem[];

/** The situation of a draft over the version it starts from: for a merge that has to be theirs. */
export function situationOf(draft: DraftState<DraftBase>, workflow: Workflow | null): Situation {
  const readings = readingsOf(draft.base);
  const entry = (field: Field, value: unknown) =>
    readings.get(field.field_id)?.contract.write?.(value, field);
  return {
    fields: draft.base.fields,
    workflow,
    isNew: !isSnapshot(draft.base),
    before: (field) => entry(field, readings.get(field.field_id)?.value),
    after: (field) => entry(field, draftValue(draft, field)),
  };
}

/** A value of a list by the id that the server's rules give it, from the id that is written: a group has two. */
export function ruleIdOf(field: Field, id: unknown): number {
  const isId = typeof id === 'number' || typeof id === 'string';
  return (isId ? optionWithId(field, id)?.ruleId : undefined) ?? Number(id);
}

/** The chosen values of a list, by the ids that the server's rules give them; empty for none. */
export function chosenIds(field: Field, entry: WriteEntry | undefined): readonly number[] {
  const ids = entry?.bind_value_ids;
  if (!Array.isArray(ids)) return [];
  return ids.map((id) => ruleIdOf(field, id)).filter((id) => id !== NONE && !Number.isNaN(id));
}

/** The field with this id, when the person may see it. */
export function fieldOf({ fields }: Situation, id: number): Field | undefined {
  return fields.find(({ field_id }) => field_id === id);
}

/** The other end of a rule about two fields; none where this one is not in it. */
export function othersOf(ends: readonly [number, number], fieldId: number): number[] {
  return ends.includes(fieldId) ? ends.filter((id) => id !== fieldId) : [];
}
