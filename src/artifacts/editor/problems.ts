import type { ApiError } from '~/api/error';
import type { Transition } from '~/api/workflow/transitions';
import type { DraftState } from '~/saving/draft/draftState';
import { explainRefusal } from '~/saving/refusal';
import { commentWords, missingFor } from '~/saving/rules/conditions';
import { problemsOf } from '~/saving/rules/rules';
import type { Elsewhere } from '../elsewhere/useElsewhere';
import type { Problems } from './editor';

/** Nothing is wrong. */
export const noProblems: Problems = { byField: new Map(), rest: [] };

function atValues(messages: ReadonlyMap<number, string>, draft: DraftState) {
  return new Map(
    [...messages].map(([id, message]) => [id, { message, value: draft.values.get(id) }] as const),
  );
}

/** What a refusal of the server says, at the fields that it names. */
export function refusalProblems(error: ApiError, sent: DraftState): Problems {
  const { byField, rest } = explainRefusal(error, sent.base.fields);
  return { byField: atValues(byField, sent), rest: error.status === 400 ? rest : [] };
}

/** What stands against a draft before it is sent; `conditions` of the transition that it makes, where they are known. */
export function problemsBefore(
  draft: DraftState,
  { elsewhere, conditions }: { elsewhere: Elsewhere; conditions: Transition | undefined },
): Problems {
  const workflow = draft.base.tracker?.workflow ?? null;
  const found = new Map([...elsewhere.problems, ...problemsOf(draft, workflow, conditions)]);
  const missing = missingFor(draft, workflow, conditions);
  return {
    byField: atValues(found, draft),
    rest: missing?.comment ? [commentWords(missing)] : [],
  };
}
