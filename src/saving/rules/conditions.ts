import type { Field, Workflow } from '~/api/trackers';
import type { Transition } from '~/api/workflow/transitions';
import { labelOfRule } from '~/fields/choice/options';
import {
  type DraftBase,
  type DraftState,
  draftValue,
  isSnapshot,
  readingsOf,
} from '../draft/draftState';
import { situationOf } from './situation';
import { transitionOf } from './transitions';

/** One thing that a transition asks for: a field that is not empty, or a comment (no field). */
export interface Need {
  field: Field | null;
  isMet: boolean;
}

/** All that the transition of a draft asks for, and which of it is there. */
export interface Needs {
  /** The value that the transition leads to, by its label. */
  to: string;
  needs: readonly Need[];
}

/** What the transition that a draft makes asks for and the draft does not have. */
export interface Missing {
  /** The value that the transition leads to, by its label. */
  to: string;
  fields: readonly Field[];
  comment: boolean;
}

function isEmpty(draft: DraftState<DraftBase>, field: Field): boolean {
  const contract = readingsOf(draft.base).get(field.field_id)?.contract;
  return contract?.toText(draftValue(draft, field), field) === '';
}

/**
 * What the transition of this draft asks for, in the order of the form (trackers.md §4, features E11). `conditions` as a
 * tracker administrator may read them; without them, or for another transition, nothing is known: null. Pure.
 */
export function needsFor(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
  conditions: Transition | undefined,
): Needs | null {
  if (!conditions || transitionOf(situationOf(draft, workflow))?.id !== conditions.id) return null;
  const { fields } = draft.base;
  const state = fields.find(({ field_id }) => field_id === workflow?.field_id);
  const needs: Need[] = fields
    .filter(({ field_id }) => conditions.not_empty_field_ids?.includes(field_id))
    .map((field) => ({ field, isMet: !isEmpty(draft, field) }));
  // A new artifact has no comment to ask for.
  if (conditions.is_comment_required === true && isSnapshot(draft.base)) {
    needs.push({ field: null, isMet: draft.comment.body.trim() !== '' });
  }
  return { to: state ? labelOfRule(state, conditions.to_id) : `#${conditions.to_id}`, needs };
}

/** What is still missing for the transition of this draft; null where nothing is known of it. Pure. */
export function missingFor(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
  conditions: Transition | undefined,
): Missing | null {
  const asked = needsFor(draft, workflow, conditions);
  if (!asked) return null;
  const missing = asked.needs.filter(({ isMet }) => !isMet);
  return {
    to: asked.to,
    fields: missing.flatMap(({ field }) => field ?? []),
    comment: missing.some(({ field }) => field === null),
  };
}

/** What stands against the fields that the transition of this draft asks for and that are empty, by field. Pure. */
export function neededProblems(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
  conditions: Transition | undefined,
): ReadonlyMap<number, string> {
  const missing = missingFor(draft, workflow, conditions);
  const message = `To go to ${missing?.to} this must not be empty.`;
  return new Map(missing?.fields.map(({ field_id }) => [field_id, message]));
}

/** The sentence for a comment that the transition asks for. */
export function commentWords({ to }: Missing): string {
  return `To go to ${to} the workflow asks for a comment.`;
}
