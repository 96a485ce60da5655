import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isCrossOrigin } from '~/api/requests/origin';
import { currentSession } from '~/api/session';
import type { Workflow } from '~/api/trackers';
import { type Transition, transitionQuery } from '~/api/workflow/transitions';
import { labelOfRule } from '~/fields/choice/options';
import type { Draft } from '../draft/draft';
import { type DraftBase, type DraftState, isSnapshot } from '../draft/draftState';
import { useDraftTopics } from '../draft/useDraft';
import { situationOf } from './situation';
import { transitionOf } from './transitions';

/** The transition that a draft makes, if this person may read what it asks for: the rights of fields are for administrators. */
function readableTransition(draft: DraftState<DraftBase>, workflow: Workflow | null) {
  const session = currentSession();
  const field = draft.base.fields.find(({ field_id }) => field_id === workflow?.field_id);
  if (!session || isCrossOrigin(session.connection) || !field?.permissions_for_groups) return null;
  return transitionOf(situationOf(draft, workflow))?.id ?? null;
}

/** What the transition of a draft asks for, as far as this page has read it; for when nobody waits any more. */
export function knownConditions(
  queryClient: QueryClient,
  draft: DraftState,
): Transition | undefined {
  const id = readableTransition(draft, draft.base.tracker?.workflow ?? null);
  return id === null ? undefined : queryClient.getQueryData(transitionQuery(id).queryKey);
}

/** What this transition asks for, as soon as it is read; undefined where that is not known. */
function useTransition(id: number | null): Transition | undefined {
  return useQuery({ ...transitionQuery(id ?? 0), enabled: id !== null }).data;
}

/** What the transition of a finished state asks for: a merge that is to be sent. */
export function useConditionsOf(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
): Transition | undefined {
  return useTransition(useMemo(() => readableTransition(draft, workflow), [draft, workflow]));
}

/** What the transition of a draft asks for. Renders again when the field of the workflow changes, and for no other. */
export function useConditions(
  draft: Draft<DraftBase>,
  workflow: Workflow | null,
): Transition | undefined {
  const topics = useMemo(() => (workflow ? [workflow.field_id] : []), [workflow]);
  return useTransition(
    useDraftTopics(draft, topics, () => readableTransition(draft.state(), workflow)),
  );
}

/**
 * Where a draft's transition leads, if this person may not read what it asks for: its conditions are for administrators of
 * the tracker, and only at the server's own origin (trackers.md §4). Null where they can be read, or nothing changes state.
 */
export function useUnreadable(draft: Draft<DraftBase>, workflow: Workflow): string | null {
  const topics = useMemo(() => [workflow.field_id], [workflow]);
  return useDraftTopics(draft, topics, () => {
    const state = draft.state();
    const made = transitionOf(situationOf(state, workflow));
    if (!made || !isSnapshot(state.base) || readableTransition(state, workflow) !== null)
      return null;
    const field = state.base.fields.find(({ field_id }) => field_id === workflow.field_id);
    return field ? labelOfRule(field, made.to_id) : null;
  });
}
