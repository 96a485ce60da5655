import * as z from 'zod/mini';
import type { Tracker } from '~/api/trackers';
import { columnFields } from '../rows/artifactRow';
import type { ArtifactsQuery } from '../rows/rowsQuery';
import { type ReadCriteria, readCriteria, writeCriteria } from './criteria';

/** The search part of a tracker's address. `tql` and `q` exclude each other; `tql` counts when both are there. */
export const trackerSearchSchema = z.object({
  tql: z.catch(z.string(), ''),
  q: z.catch(z.string(), ''),
  cols: z.catch(z.string(), ''),
  sort: z.catch(z.string(), ''),
});

export interface ReadQuery extends ReadCriteria {
  query: ArtifactsQuery;
}

/** What an address asks of a tracker; `query` may be sent when there is no problem. */
export function readQuery(tracker: Tracker, search: { tql: string; q: string }): ReadQuery {
  const tql = search.tql.trim();
  if (tql !== '') return { query: { tql }, lines: [], problem: undefined };
  const fields = columnFields(tracker);
  const { lines, problem } = readCriteria(search.q, fields);
  const criteria =
    lines.length > 0 && problem === undefined ? writeCriteria(lines, fields) : undefined;
  return { query: criteria ? { criteria } : {}, lines, problem };
}
