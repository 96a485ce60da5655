import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '../client';
import { scope } from '../session';

// Schemas (trackers.md §4: Transitions)

export const transitionSchema = z.looseObject({
  id: z.int(),
  /** Null: the creation of an artifact. */
  from_id: z.nullable(z.int()),
  to_id: z.int(),
  /** The last three are null where the transition asks for nothing. */
  authorized_user_group_ids: z.nullable(z.array(z.string())),
  not_empty_field_ids: z.nullable(z.array(z.int())),
  is_comment_required: z.nullable(z.boolean()),
});

// Types

/** One transition with what it asks for. */
export type Transition = z.infer<typeof transitionSchema>;

// Queries

/** What a transition asks for. Only tracker administrators may read it (403), and only from the server's own origin. */
export function transitionQuery(id: number) {
  return queryOptions({
    queryKey: [...scope(), 'transitions', id],
    queryFn: async ({ signal }) =>
      (await request('GET', `tracker_workflow_transitions/${id}`, transitionSchema, { signal }))
        .data,
    staleTime: 60_000,
  });
}
