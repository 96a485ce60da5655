import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { invariant } from '~/lib/invariant';
import { noBody, request } from './client';
import { projectReferenceSchema } from './projects';
import { scope } from './session';
import { minimalTrackerSchema, type Tracker, trackerSchema } from './trackers';
import { minimalUserSchema } from './users';

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

/** The answer to `POST /artifacts` (artifacts.md §5.1). */
export const createdArtifactSchema = z.looseObject({
  id: z.int(),
  uri: z.string(),
  tracker: z.looseObject({ id: z.int(), label: z.string() }),
});

// Types

export type ValueEntry = z.infer<typeof valueEntrySchema>;
export type Artifact = z.infer<typeof artifactSchema>;
export type CreatedArtifact = z.infer<typeof createdArtifactSchema>;

/**
 * Which version of an artifact was seen: the headers byte for byte as they came (`Etag` is an unquoted second;
 * quoted it never matches: live-facts.md, Concurrency). Null where the server, a proxy or CORS kept it back.
 */
export interface ArtifactVersion {
  etag: string | null;
  lastModified: string | null;
}

export interface LoadedArtifact extends ArtifactVersion {
  artifact: Artifact;
  /** The full tracker as it is for this artifact; null when the answer only names it: then ask `trackerQuery`. */
  tracker: Tracker | null;
}

export interface CommentBody {
  body: string;
  format: 'text' | 'html' | 'commonmark';
}

/** What `PUT` takes: `values` may be empty (a comment alone), and holds changed fields only. */
export interface ArtifactChange {
  values: readonly { field_id: number; [key: string]: unknown }[];
  comment?: CommentBody | undefined;
}

// Queries

function versionOf(headers: Headers): ArtifactVersion {
  return {
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
  };
}

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

/** The same read without the cache: what a save compares with must be fresh. */
export async function readArtifact(id: number, signal?: AbortSignal): Promise<LoadedArtifact> {
  const { data, headers } = await request('GET', `artifacts/${id}`, artifactSchema, {
    query: {
      values_format: 'collection',
      tracker_structure_format: 'complete',
    },
    signal,
  });
  return {
    artifact: data,
    tracker: isFull(data.tracker) ? data.tracker : null,
    ...versionOf(headers),
  };
}

// Writes

function preconditions(version: ArtifactVersion | 'unconditional'): Record<string, string> {
  if (version === 'unconditional') return {};
  if (version.etag) return { 'If-Match': version.etag };
  invariant(
    version.lastModified,
    "an artifact is written without a version; say 'unconditional' when that is meant",
  );
  return { 'If-Unmodified-Since': version.lastModified };
}

/**
 * Writes changed fields and a comment over the version that was seen; gives the new version (the body is empty).
 * 412 when the artifact changed since. The check is by the second and outside the write, so read back afterwards
 * (live-facts.md, Concurrency).
 */
export async function putArtifact(
  id: number,
  change: ArtifactChange,
  version: ArtifactVersion | 'unconditional',
): Promise<ArtifactVersion> {
  const { headers } = await request('PUT', `artifacts/${id}`, noBody, {
    body: change,
    headers: preconditions(version),
  });
  return versionOf(headers);
}

/** Creates an artifact; fields not named take their default value. A comment cannot be given (artifacts.md §5.1). */
export async function postArtifact(
  trackerId: number,
  values: ArtifactChange['values'],
): Promise<CreatedArtifact & ArtifactVersion> {
  const { data, headers } = await request('POST', 'artifacts', createdArtifactSchema, {
    body: { tracker: { id: trackerId }, values },
  });
  return { ...data, ...versionOf(headers) };
}
