import { paths } from '~/paths';
import type { JournalEntry } from '~/saving/journal/entry';

/** The way back from a write: a draft of its inverse, a page where it is taken back, or why there is none. */
export type Inverse =
  | { kind: 'draft'; to: string }
  | { kind: 'page'; to: string; label: string }
  | { kind: 'none'; why: string };

const none = (why: string): Inverse => ({ kind: 'none', why });

/** What the server has no way back for, by the request (artifacts.md §5.3, projects.md §3, svn.md §1, conventions.md §2). */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^DELETE artifacts\/\d+$/, 'Tuleap deletes for good; what it held stands here'],
  [/^DELETE svn\/\d+$/, 'Tuleap deletes a repository for good'],
  [/^DELETE access_keys\//, 'A revoked key cannot be brought back'],
  [/^POST projects$/, 'Tuleap’s REST API deletes no projects'],
  [/^POST artifact_temporary_files$/, 'A file goes with the artifact it is attached to'],
  [/^DELETE artifact_temporary_files\//, 'The file is gone; upload it again'],
];

/** Taking back what was made. */
function unmake({ made }: JournalEntry, asked: string): Inverse | null {
  if (asked === 'POST access_keys') {
    return { kind: 'page', to: paths.accessKeys(), label: 'Revoke it' };
  }
  if (typeof made !== 'number') return null;
  if (asked === 'POST svn') return { kind: 'page', to: paths.svn(made), label: 'Delete it' };
  return asked === 'POST artifacts'
    ? { kind: 'page', to: paths.artifact(made), label: 'Delete it' }
    : null;
}

/** How a write is undone (features A7). */
export function inverseOf(entry: JournalEntry): Inverse {
  const { place, outcome, changes, changeset, subject, request } = entry;
  const asked = `${request.method} ${request.path}`;
  if (outcome !== 'landed') return none('Only what was stored can be undone');
  if (place === 'svn') return { kind: 'draft', to: paths.svn(subject) };
  if (place === 'artifact') {
    if (changes.length === 0) return none('A comment cannot be taken back: Tuleap keeps it');
    return changeset === null
      ? none('The server named no changeset for it')
      : { kind: 'draft', to: paths.artifact(subject) };
  }
  const reason = reasons.find(([pattern]) => pattern.test(asked));
  return unmake(entry, asked) ?? none(reason?.[1] ?? 'There is no known inverse of it');
}

/** The page of what was written to; null where there is none (any more). */
export function placeOf({ place, subject, made, request }: JournalEntry): string | null {
  if (place === 'artifact') return paths.artifact(subject);
  if (place === 'svn') return paths.svn(subject);
  if (place === 'new')
    return typeof made === 'number' ? paths.artifact(made) : paths.tracker(subject);
  if (request.path.startsWith('access_keys')) return paths.accessKeys();
  if (typeof made !== 'number') return null;
  if (request.path === 'svn') return paths.svn(made);
  return request.path === 'projects' ? paths.project(made) : null;
}
