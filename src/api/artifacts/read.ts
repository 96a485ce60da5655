import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { inParallel } from '../answers/paging';
import { request } from '../client';
import { withPlainTracker } from '../fields/plainFields';
import { projectReferenceSchema } from '../projects';
import { scope } from '../session';
import { minimalTrackerSchema, readTracker, type Tracker, trackerSchema } from '../trackers';
import { minimalUserSchema } from '../users';
import { type ArtifactVersion, versionOf } from './version';

// Schemas (artifacts.md §1, §3)

/** One field's value. What else it holds depends on `type`: each contract of `fields/` reads its own. */
export const valueEntrySchema = z.looseObject({
  field_id: z.int(),
  type: z.string(),
  label: z.string(),
});

export const artifactSchema = z.looseObject({
  id: z.int(),
  uri: z.string(),
  xref: z.string(),
  /** Full when it was asked for (`tracker_structure_format=complete`), computed for this artifact. */
  tracker: z.union([minimalTrackerSchema, trackerSchema]),
  project: projectReferenceSchema,
  submitted_by: z.int(),
  submitted_by_user: minimalUserSchema,
  submitted_on: z.string(),
  html_url: z.string(),
  changesets_uri: z.string(),
  /** Null when values were not asked for. Fields never set, or not readable, have no entry. */
  values: z.nullable(z.array(valueEntrySchema)),
  last_update_by: z.nullable(z.int()),
  last_update_by_user: minimalUserSchema,
  last_modified_date: z.string(),
  status: z.nullable(z.string()),
  full_status: z.nullable(z.looseObject({ value: z.string(), color: z.nullable(z.string()) })),
  is_open: z.boolean(),
  title: z.nullable(z.string()),
  assignees: z.array(minimalUserSchema),
});

/** The answer to `artifacts?query={"id":[…]}`. */
export const artifactCollectionSchema = z.looseObject({ collection: z.array(artifactSchema) });

/** The kinds of links around one artifact with the server's words for them (artifacts.md §2). */
export const linkNaturesSchema = z.looseObject({
  natures: z.array(
    z.looseObject({
      /** `''` for links without a type. */
      shortname: z.string(),
      direction: z.enum(['forward', 'reverse']),
      label: z.string(),
    }),
  ),
});

// Types

export type ValueEntry = z.infer<typeof valueEntrySchema>;
export type Artifact = z.infer<typeof artifactSchema>;

export interface LoadedArtifact extends ArtifactVersion {
  artifact: Artifact;
  /** The full tracker as it is for this artifact; null in what this browser kept. */
  tracker: Tracker | null;
}

/** An artifact as it was just read. */
export type FreshArtifact = LoadedArtifact & { tracker: Tracker };

// Queries

function isFull(tracker: Artifact['tracker']): tracker is Tracker {
  return Array.isArray(tracker.fields);
}

/** One artifact with values, its tracker and its version. 404 unknown, 403 not viewable (artifacts.md §2). */
export function artifactQuery(id: number) {
  return queryOptions({
    queryKey: [...scope(), 'artifacts', id],
    queryFn: ({ signal }) => readArtifact(id, signal),
  });
}

/**
 * The same read without the cache: what a save compares with must be fresh. Where the answer only names the tracker, that is
 * read as well.
 */
export async function readArtifact(id: number, signal?: AbortSignal): Promise<FreshArtifact> {
  const { data, headers } = await request('GET', `artifacts/${id}`, artifactSchema, {
    query: {
      values_format: 'collection',
      tracker_structure_format: 'complete',
    },
    signal,
    mend: withPlainTracker,
  });
  const tracker = isFull(data.tracker) ? data.tracker : await readTracker(data.tracker.id, signal);
  return { artifact: data, tracker, ...versionOf(headers) };
}

/** As many ids as the server takes at once; more is a 403 (artifacts.md §2). */
const MOST_IDS = 100;

/**
 * The artifacts with these ids, by id. Unknown and hidden ones are left out without a word, as the server does; ids that
 * stand twice are asked for once.
 */
export function artifactsByIdsQuery(ids: readonly number[]) {
  const wanted = [...new Set(ids)].sort((a, b) => a - b);
  return queryOptions({
    queryKey: [...scope(), 'artifacts', 'byIds', wanted],
    queryFn: async ({ signal }): Promise<Artifact[]> => {
      const starts = Array.from({ length: Math.ceil(wanted.length / MOST_IDS) }, (_, at) => at);
      const batches = await inParallel(starts, 6, async (at) => {
        const id = wanted.slice(at * MOST_IDS, (at + 1) * MOST_IDS);
        const query = { query: JSON.stringify({ id }), limit: MOST_IDS };
        return (await request('GET', 'artifacts', artifactCollectionSchema, { query, signal })).data
          .collection;
      });
      return batches.flat();
    },
  });
}

/** The kinds of links around an artifact, with labels also for types that the tracker no longer offers. */
export function linkNaturesQuery(id: number) {
  return queryOptions({
    queryKey: [...scope(), 'artifacts', id, 'natures'],
    queryFn: async ({ signal }) =>
      (await request('GET', `artifacts/${id}/links`, linkNaturesSchema, { signal })).data.natures,
  });
}
