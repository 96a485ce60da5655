import * as z from 'zod/mini';
import { totalSize } from './answers/paging';
import { type Artifact, artifactSchema } from './artifacts/read';
import { request } from './client';
import { scope } from './session';

// Schemas (queries.md §1)

export const trackerArtifactsSchema = z.array(artifactSchema);

// Types

/** JSON criteria by field id or name (queries.md §2): a basic value means `contains`. */
export type Criteria = Record<
  string,
  | string
  | number
  | readonly (string | number)[]
  | {
      operator: 'contains' | '=' | '<' | '>' | 'between';
      value: string | number | readonly (string | number)[];
    }
>;

export interface ArtifactPageRequest {
  offset: number;
  /** 1 to 1,000. */
  limit: number;
  /** Wins over `tql` on the server, so give one of the two. */
  criteria?: Criteria | undefined;
  tql?: string | undefined;
  /** By id; the server heeds it only without criteria and TQL. */
  order?: 'asc' | 'desc' | undefined;
  /** Left out where titles are enough: reading values is what takes the server its time. */
  withoutValues?: boolean | undefined;
  /** For a table that people read: see `RequestOptions`. Who looks for what was made must see all. */
  mayLeaveOut?: boolean;
  signal?: AbortSignal | undefined;
}

export interface ArtifactPage {
  /** May be shorter than the page: those that the person may not see are dropped after the cut. */
  artifacts: Artifact[];
  /** All that match. */
  size: number;
  /** The page that the server cut; go on at `offset + limit`. A replay may give a larger one than was asked. */
  limit: number;
}

// Queries

/** What every table of a tracker's artifacts is kept under: another artifact there makes all of them old. */
export function trackerRowsKey(trackerId: number) {
  return [...scope(), 'trackers', trackerId, 'rows'] as const;
}

/** TQL passes through PHP's `stripslashes` before it is parsed: every backslash is sent twice (queries.md §1). */
export function encodeExpertQuery(tql: string): string {
  return tql.replace(/\\/g, '\\\\');
}

/** Criteria as the server wants them; the backslashes of the JSON itself are doubled too (queries.md §1). */
export function encodeCriteria(criteria: Criteria): string {
  return encodeExpertQuery(JSON.stringify(criteria));
}

/** One page of a tracker's artifacts, with all values unless said otherwise. 400 with the server's own words for a query it refuses. */
export async function artifactPage(
  trackerId: number,
  { offset, limit, criteria, tql, order, withoutValues, ...rest }: ArtifactPageRequest,
): Promise<ArtifactPage> {
  const { data, headers } = await request(
    'GET',
    `trackers/${trackerId}/artifacts`,
    trackerArtifactsSchema,
    {
      query: {
        values: withoutValues ? undefined : 'all',
        limit,
        offset,
        query: criteria && encodeCriteria(criteria),
        expert_query: tql ? encodeExpertQuery(tql) : undefined,
        order,
      },
      ...rest,
    },
  );
  const cut = Number(headers.get('x-pagination-limit') ?? Number.NaN);
  return {
    artifacts: data,
    size: totalSize(headers, offset + data.length),
    limit: Number.isInteger(cut) && cut > 0 ? cut : limit,
  };
}
