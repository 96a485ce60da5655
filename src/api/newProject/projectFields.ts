import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '../client';
import { scope } from '../session';

// Schemas (projects.md §5)

export const projectFieldsSchema = z.looseObject({
  project_fields_representation: z.array(
    z.looseObject({
      id: z.int(),
      name: z.string(),
      rank: z.number(),
      is_required: z.boolean(),
      description: z.string(),
      /** `line` for one line, else several. */
      type: z.string(),
    }),
  ),
});

// Types

export type ProjectField = z.infer<
  typeof projectFieldsSchema
>['project_fields_representation'][number];

// Queries

const PAGE = 50;

async function readAll(signal: AbortSignal): Promise<ProjectField[]> {
  const all: ProjectField[] = [];
  for (;;) {
    const query = { limit: PAGE, offset: all.length };
    const { data } = await request('GET', 'project_fields', projectFieldsSchema, { query, signal });
    const page = data.project_fields_representation;
    // A server that takes no notice of the offset must not be asked for ever.
    const isKnown = page.some(({ id }) => all.some((field) => field.id === id));
    if (page.length === 0 || isKnown) return all.toSorted((a, b) => a.rank - b.rank);
    all.push(...page);
  }
}

/**
 * What this platform asks of every project, by rank. The server tells no total, so pages are read until one is empty.
 * 403 when only site administrators may create projects (projects.md §5).
 */
export function projectFieldsQuery() {
  return queryOptions({
    queryKey: [...scope(), 'projectFields'],
    queryFn: ({ signal }) => readAll(signal),
  });
}
