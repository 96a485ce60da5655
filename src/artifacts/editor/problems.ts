import type { ApiError } from '~/api/error';
import type { Transition } from '~/api/workflow/transitions';
import { type NotAdded, notAddedProblems } from '~/fields/openList/notAdded';
import type { DraftSummary } from '~/saving/draft/draft';
import { type DraftBase, type DraftState, draftValue } from '~/saving/draft/draftState';
import { explainRefusal } from '~/saving/refusal';
import { commentWords, missingFor } from '~/saving/rules/conditions';
import { problemsOf } from '~/saving/rules/rules';
import type { Elsewhere } from '../elsewhere/useElsewhere';
import type { Problems } from './editor';

/** Nothing is wrong. */
export const noProblems: Problems = { byField: new Map(), rest: [] };

export function hasProblems({ byField, comment, rest }: Problems): boolean {
  return byField.size > 0 || comment !== undefined || rest.length > 0;
}

/** Whether there is anything to send. */
export function isTyped({ fields, hasComment }: DraftSummary): boolean {
  return fields.length > 0 || hasComment;
}

/** Each message holds as long as its field shows the value that it has in this draft, typed or never touched. */
export function atValues(
  messages: ReadonlyMap<number, string>,
  draft: DraftState<DraftBase>,
): Problems['byField'] {
  return new Map(
    draft.base.fields.flatMap((field) => {
      const message = messages.get(field.field_id);
      return message === undefined
        ? []
        : [[field.field_id, { message, value: draftValue(draft, field) }] as const];
    }),
  );
}

/** What a refusal of the server says, at the fields that it names, each as `draft` has it. */
export function refusalProblems(error: ApiError, draft: DraftState<DraftBase>): Problems {
  const { byField, rest } = explainRefusal(error, draft.base.fields);
  return { byField: atValues(byField, draft), rest: error.status === 400 ? rest : [] };
}

interface Before {
  elsewhere: Elsewhere;
  notAdded: NotAdded;
  conditions: Transition | undefined;
}

/** What stands against a draft before it is sent; `conditions` of the transition that it makes, where they are known. */
export function problemsBefore(
  draft: DraftState,
  { elsewhere, notAdded, conditions }: Before,
): Problems {
  const workflow = draft.base.tracker?.workflow ?? null;
  const found = new Map([
    ...notAddedProblems(notAdded),
    ...elsewhere.problems,
    ...problemsOf(draft, workflow, conditions),
  ]);
  const missing = missingFor(draft, workflow, conditions);
  return {
    byField: atValues(found, draft),
    comment: missing?.comment ? commentWords(missing) : undefined,
    rest: [],
  };
}
