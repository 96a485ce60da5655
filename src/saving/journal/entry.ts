import * as z from 'zod/mini';

/** How a write ended: `landed` stored, `refused` certainly not stored, `unknown` nobody knows, `underWay` no end was seen. */
const outcomes = ['underWay', 'landed', 'refused', 'unknown'] as const;

/** One field as it was and as it was sent, in words. */
const changeSchema = z.object({
  fieldId: z.nullable(z.int()),
  label: z.string(),
  before: z.string(),
  after: z.string(),
});

/** One write of this browser (features A7). Secrets never get here: headers are not kept. */
export const entrySchema = z.object({
  schema: z.literal(1),
  id: z.string(),
  /** When it was sent, in milliseconds. */
  at: z.number(),
  server: z.string(),
  place: z.enum(['artifact', 'new', 'svn', 'other']),
  /** Of the artifact, the tracker of a new one, the repository; 0 for others. */
  subject: z.int(),
  name: z.string(),
  title: z.string(),
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown() }),
  /** What of the request was typed, where it was put together with what others had added meanwhile. */
  typed: z.optional(z.unknown()),
  /** Ids of the changesets that it was put together with. */
  joined: z.optional(z.array(z.int())),
  /** The artifact from whose page another one was saved: no draft of that one was sent. */
  from: z.optional(z.int()),
  changes: z.array(changeSchema),
  comment: z.string(),
  outcome: z.enum(outcomes),
  /** What it became, where it became one. */
  changeset: z.nullable(z.int()),
  /** The number of what it made: an artifact, a repository, a project. */
  made: z.optional(z.nullable(z.int())),
  /** How many deletions were left, as the answer to one said it: there is no other way to ask (artifacts.md §5.3). */
  budget: z.optional(z.object({ limit: z.nullable(z.int()), remaining: z.nullable(z.int()) })),
  /** What the server said, where that is worth keeping. */
  message: z.string(),
});

export type JournalEntry = z.infer<typeof entrySchema>;
export type JournalChange = z.infer<typeof changeSchema>;

/** An entry before it is sent. */
export type JournalFacts = Omit<
  JournalEntry,
  'schema' | 'id' | 'at' | 'server' | 'outcome' | 'changeset' | 'made' | 'budget' | 'message'
>;

/** How it ended. */
export type JournalEnd = Pick<
  JournalEntry,
  'outcome' | 'changeset' | 'made' | 'budget' | 'message'
>;

/** The later entry that set everything back, if one did. */
export function undoneBy(
  entry: JournalEntry,
  entries: readonly JournalEntry[],
): JournalEntry | undefined {
  if (entry.changes.length === 0) return undefined;
  return entries.find(
    (later) =>
      later.outcome === 'landed' &&
      later.at > entry.at &&
      later.place === entry.place &&
      later.subject === entry.subject &&
      entry.changes.every(({ label, before, after }) =>
        later.changes.some(
          (other) => other.label === label && other.before === after && other.after === before,
        ),
      ),
  );
}
