import * as z from 'zod/mini';
import type { Artifact } from '~/api/artifacts/read';
import type { Profile, Slot } from '~/kept/record';

/** Days that a draft is kept after the last key (features E15). */
export const DRAFT_DAYS = 30;

/** What a draft is of: an artifact, a new one in a tracker, or the settings of a repository. */
const places = ['artifact', 'new', 'svn'] as const;
type Place = (typeof places)[number];

/** What lists a draft without reading it: kept beside it and written with every change. */
export const headSchema = z.looseObject({
  schema: z.literal(1),
  place: z.enum(places),
  /** Of the artifact, the tracker of a new one, or the repository. */
  id: z.int(),
  /** Tells several new artifacts of one tracker apart. */
  key: z.optional(z.string()),
  /** `req #431`, `New requirement`, `repo01`. */
  name: z.string(),
  /** `''` where the name says it all. */
  title: z.string(),
  /** Labels of the tracker or of the project around it. */
  within: z.string(),
  /** Labels of what is changed. */
  changed: z.array(z.string()),
  hasComment: z.boolean(),
  /** The entry of the journal that it would set back. */
  undoes: z.optional(z.string()),
  /** When it was last typed into, in milliseconds. */
  savedAt: z.number(),
  /** Date and ETag of the version it starts from, as the server said them; null for what is new. */
  version: z.nullable(z.object({ date: z.string(), etag: z.nullable(z.string()) })),
});

export type DraftHead = z.infer<typeof headSchema>;

/** The head of the draft of an artifact over one version of it, typed just now. */
export function artifactHead(
  { artifact, etag }: { artifact: Artifact; etag: string | null },
  { changed, hasComment }: Pick<DraftHead, 'changed' | 'hasComment'>,
): DraftHead {
  return {
    schema: 1,
    place: 'artifact',
    id: artifact.id,
    name: artifact.xref,
    title: artifact.title ?? '',
    within: `${artifact.project.label}, ${artifact.tracker.label}`,
    changed: [...changed],
    hasComment,
    savedAt: Date.now(),
    version: { date: artifact.last_modified_date, etag },
  };
}

/** Where the draft of this thing is kept; `key` for one of several. */
export function draftSlot(
  profile: Profile,
  place: Place,
  { id, key }: { id: number; key?: string },
): Slot {
  return { kind: 'drafts', profile, id: [place, id, key ?? []].flat().join(' ') };
}
