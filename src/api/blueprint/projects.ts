import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { shapeIssues } from '../answers/shapeIssues';
import { ApiError, hasStatus } from '../error';
import { blueprintScope } from './artifacts';
import { askBlueprint } from './client';
import { nextOffset, parseContentRange } from './contentRange';

// Schemas (list-artifacts.md §8, List Projects)

const projectSchema = z.looseObject({
  Id: z.int(),
  Name: z.string(),
  Description: z.optional(z.nullable(z.string())),
  /** `/Blueprint/Folder/Project`. */
  Location: z.optional(z.nullable(z.string())),
});

const projectsSchema = z.array(projectSchema);

// Types

export type BlueprintProject = z.infer<typeof projectSchema>;

// Queries

const LIMIT = 500;

async function projectsPage(offset: number, signal: AbortSignal) {
  const answer = await askBlueprint(
    {
      method: 'GET',
      path: `/api/v1/projects?location=true&offset=${offset}&limit=${LIMIT}`,
      headers: { Accept: 'application/json' },
    },
    signal,
  );
  const facts = { request: answer.asked, status: answer.status, headers: answer.headers };
  let value: unknown;
  try {
    value = JSON.parse(answer.text);
  } catch (cause) {
    throw new ApiError('shape', 'The answer is not JSON.', { ...facts, body: 'text', cause });
  }
  const result = z.safeParse(projectsSchema, value);
  if (!result.success) {
    const issues = shapeIssues(result.error.issues);
    throw new ApiError('shape', 'The answer has an unexpected shape.', { ...facts, issues });
  }
  const range = parseContentRange(answer.headers.get('content-range'));
  const received = result.data.length;
  const next = nextOffset({ status: answer.status, range, offset, limit: LIMIT, received });
  return { projects: result.data, next };
}

/** Every project that the person may see, all pages followed. */
export function blueprintProjectsQuery() {
  return queryOptions({
    queryKey: [...blueprintScope(), 'projects'],
    queryFn: async ({ signal }) => {
      const all: BlueprintProject[] = [];
      let offset: number | undefined = 0;
      while (offset !== undefined) {
        try {
          const page: Awaited<ReturnType<typeof projectsPage>> = await projectsPage(offset, signal);
          all.push(...page.projects);
          offset = page.next;
        } catch (error) {
          // Past the end of a list whose total is not known: all of it is here.
          if (offset === 0 || !hasStatus(error, 416)) throw error;
          offset = undefined;
        }
      }
      return all;
    },
  });
}
