import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { invariant } from '~/lib/invariant';
import { inParallel } from './answers/paging';
import { noBody, request } from './client';
import { projectReferenceSchema } from './projects';
import { isCrossOrigin } from './requests/origin';
import { type PlannedWrite, send, type WriteFacts } from './requests/write';
import { currentSession, scope } from './session';
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

/** The answer to `POST /artifacts` (artifacts.md §5.1). */
export const createdArtifactSchema = z.looseObject({
  id: z.int(),
  uri: z.string(),
  tracker: z.looseObject({ id: z.int(), label: z.string() }),
});

const movedFieldSchema = z.looseObject({ field_id: z.int(), label: z.string(), name: z.string() });

/** The answer to `PATCH /artifacts/ID`: what a dry run says, null after a move (artifacts.md §5.4). */
export const moveAnswerSchema = z.looseObject({
  dry_run: z.nullable(
    z.looseObject({
      fields: z.looseObject({
        fields_migrated: z.array(movedFieldSchema),
        fields_not_migrated: z.array(movedFieldSchema),
        fields_partially_migrated: z.array(movedFieldSchema),
      }),
    }),
  ),
});

// Types

export type ValueEntry = z.infer<typeof valueEntrySchema>;
export type Artifact = z.infer<typeof artifactSchema>;
export type LinkNature = z.infer<typeof linkNaturesSchema>['natures'][number];
export type MoveAnswer = z.infer<typeof moveAnswerSchema>;
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

/** How many artifacts this person may still delete: null where the server does not say (another origin may not read it). */
export interface DeletionBudget {
  limit: number | null;
  remaining: number | null;
}

// Queries

function versionOf(headers: Headers): ArtifactVersion {
  const connection = currentSession()?.connection;
  // Another origin can read `Last-Modified`, but the preflight refuses both conditions: what cannot be sent back guards
  // nothing, so a save compares instead (features D1).
  if (connection && isCrossOrigin(connection)) return { etag: null, lastModified: null };
  return {
    // An empty one guards nothing: it counts as none.
    etag: headers.get('etag') || null,
    lastModified: headers.get('last-modified') || null,
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

/** What `putArtifact` sends. */
export function putArtifactWrite(
  id: number,
  change: ArtifactChange,
  version: ArtifactVersion | 'unconditional',
): PlannedWrite<undefined> {
  return {
    method: 'PUT',
    path: `artifacts/${id}`,
    body: change,
    headers: preconditions(version),
    isRepeated: false,
    about: null,
    schema: noBody,
  };
}

/** The version after a write, and when it was stored by the server's clock: an HTTP date, which other origins may read too. */
type WrittenVersion = ArtifactVersion & { storedAt: string | null };

/**
 * Writes changed fields and a comment over the version that was seen; gives the new version (the body is empty).
 * 412 when the artifact changed since. The check is by the second and outside the write, so read back afterwards
 * (live-facts.md, Concurrency).
 */
export async function putArtifact(
  id: number,
  change: ArtifactChange,
  version: ArtifactVersion | 'unconditional',
): Promise<WrittenVersion> {
  const { headers } = await send(putArtifactWrite(id, change, version));
  return { ...versionOf(headers), storedAt: headers.get('last-modified') };
}

/** What `postArtifact` sends. */
export function postArtifactWrite(
  trackerId: number,
  values: ArtifactChange['values'],
): PlannedWrite<CreatedArtifact> {
  const body = { tracker: { id: trackerId }, values };
  return {
    method: 'POST',
    path: 'artifacts',
    body,
    isRepeated: false,
    about: null,
    schema: createdArtifactSchema,
  };
}

/** Creates an artifact; fields not named take their default value. A comment cannot be given (artifacts.md §5.1). */
export async function postArtifact(
  trackerId: number,
  values: ArtifactChange['values'],
): Promise<CreatedArtifact & ArtifactVersion> {
  const { data, headers } = await send(postArtifactWrite(trackerId, values));
  return { ...data, ...versionOf(headers) };
}

/** What `copyArtifact` sends: of the other artifact the server takes the title alone (recorded artifacts/28). */
export function copyArtifactWrite(
  trackerId: number,
  fromId: number,
): PlannedWrite<CreatedArtifact> {
  return {
    method: 'POST',
    path: 'artifacts',
    body: { tracker: { id: trackerId }, from_artifact: { id: fromId } },
    isRepeated: false,
    about: null,
    schema: createdArtifactSchema,
  };
}

/** Creates an artifact with the title of another; all other fields take their default value. */
export async function copyArtifact(trackerId: number, fromId: number): Promise<CreatedArtifact> {
  return (await send(copyArtifactWrite(trackerId, fromId))).data;
}

interface MoveTarget {
  trackerId: number;
  /** Nothing is moved: the server only says what would be kept. */
  isDryRun?: boolean;
  about?: WriteFacts;
}

/** What `moveArtifact` sends. */
export function moveArtifactWrite(
  id: number,
  { trackerId, isDryRun = false, about = { name: `Artifact #${id}` } }: MoveTarget,
): PlannedWrite<MoveAnswer> {
  return {
    method: 'PATCH',
    path: `artifacts/${id}`,
    body: { move: { tracker_id: trackerId, ...(isDryRun ? { dry_run: true } : {}) } },
    isRepeated: false,
    about: isDryRun ? null : about,
    schema: moveAnswerSchema,
  };
}

/**
 * Moves an artifact to another tracker, or says what would be kept. 400 for who does not administer both trackers, for the
 * same tracker and where a tracker forbids it; 404 for an unknown one (artifacts.md §5.4).
 */
export async function moveArtifact(id: number, target: MoveTarget): Promise<MoveAnswer> {
  return (await send(moveArtifactWrite(id, target))).data;
}

function count(headers: Headers | undefined, name: string): number | null {
  const text = headers?.get(name) ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** What the headers of a DELETE say, also of one that the limit refused (artifacts.md §5.3). */
export function deletionBudget(headers: Headers | undefined): DeletionBudget {
  return {
    limit: count(headers, 'x-ratelimit-limit'),
    remaining: count(headers, 'x-ratelimit-remaining'),
  };
}

/** What `deleteArtifact` sends. */
export function deleteArtifactWrite(
  id: number,
  about: WriteFacts = { name: `Artifact #${id}` },
): PlannedWrite<undefined> {
  return { method: 'DELETE', path: `artifacts/${id}`, about, schema: noBody };
}

/**
 * Deletes an artifact for good; gives how many more are left to this person. 403 for who does not administer the tracker
 * and where deleting is switched off, 429 when the limit of 24 hours is reached.
 */
export async function deleteArtifact(id: number, about?: WriteFacts): Promise<DeletionBudget> {
  const { headers } = await send(deleteArtifactWrite(id, about));
  return deletionBudget(headers);
}
