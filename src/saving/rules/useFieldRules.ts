import { useMemo } from 'react';
import type { Field, Workflow } from '~/api/trackers';
import type { Draft } from '../draft/draft';
import type { DraftBase } from '../draft/draftState';
import { useDraftTopics } from '../draft/useDraft';
import type { RuleOffer } from './offer';
import { decidersOf, offerOf, problemsBeside, ruleProblems } from './rules';
import type { RuleProblem } from './situation';

/** What the tracker's rules say of one field while somebody types (features E10, E11). */
export interface FieldRules {
  /** What a list may hold now; undefined where no rule narrows it. */
  offer: RuleOffer | undefined;
  /** Why the value that stands there would be refused. */
  problem: string | undefined;
  /** What is told at other fields and is about this one as well: they may be far from it. */
  beside: readonly RuleProblem[];
}

const silent: FieldRules = { offer: undefined, problem: undefined, beside: [] };

/**
 * The rules of the tracker about a field of the draft. Renders again when a value that decides about it changes; for a field
 * without rules, never.
 */
export function useFieldRules(
  draft: Draft<DraftBase>,
  field: Field,
  workflow: Workflow | null,
): FieldRules {
  const { field_id: fieldId } = field;
  const deciders = useMemo(() => decidersOf(workflow, fieldId), [workflow, fieldId]);
  const read = useMemo(() => {
    let seen: { base: unknown; values: unknown[] } | undefined;
    let rules = silent;
    return () => {
      if (deciders.length === 0) return silent;
      const state = draft.state();
      const values = deciders.map((id) => state.values.get(id));
      const isSame =
        seen?.base === state.base && values.every((each, at) => each === seen?.values[at]);
      if (isSame) return rules;
      seen = { base: state.base, values };
      rules = {
        offer: offerOf(state, workflow, fieldId),
        problem: ruleProblems(state, workflow).get(fieldId),
        beside: problemsBeside(state, workflow, fieldId),
      };
      return rules;
    };
  }, [draft, deciders, workflow, fieldId]);
  return useDraftTopics(draft, deciders, read);
}
