import { useQueries } from '@tanstack/react-query';
import { artifactQuery, type LoadedArtifact } from '~/api/artifacts';
import { hasStatus } from '~/api/error';
import type { Tracker } from '~/api/trackers';

/**
 * Whether a link of another artifact to this one can be written from here: that artifact gets a changeset, so it needs
 * the right there (artifacts.md §4.1, features D4).
 */
export type Reach =
  | { kind: 'checking' }
  /** It would be written. `artifact` says who changed it last; `parentId` is the parent of its tracker. */
  | { kind: 'open'; artifact: LoadedArtifact['artifact']; parentId: number | null }
  | { kind: 'closed'; reason: string }
  /** It could not be looked up: the server's word decides. */
  | { kind: 'unclear' };

/** The field that holds links: of all types, only it says which kinds of links there are (trackers.md §2.1). */
function linkField({ fields }: Tracker) {
  return fields.find(({ allowed_types }) => allowed_types !== undefined);
}

/** What an artifact says about being linked from: the rights in its own answer are those of the moment, workflow included. */
export function reachOf({ artifact, tracker }: LoadedArtifact): Reach {
  if (!tracker) return { kind: 'unclear' };
  const field = linkField(tracker);
  const { xref } = artifact;
  if (!field) {
    return { kind: 'closed', reason: `${tracker.label} has no field for links that you may see` };
  }
  if (!field.permissions.includes('update')) {
    return { kind: 'closed', reason: `You may not change ${field.label} of ${xref} now` };
  }
  return { kind: 'open', artifact, parentId: tracker.parent?.id ?? null };
}

/** By id, each asked for once. */
export function useReach(ids: readonly number[]): ReadonlyMap<number, Reach> {
  const wanted = [...new Set(ids)];
  const answers = useQueries({ queries: wanted.map((id) => artifactQuery(id)) });
  return new Map(
    wanted.map((id, at): [number, Reach] => {
      const { data, error } = answers[at] ?? {};
      if (data) return [id, reachOf(data)];
      if (!error) return [id, { kind: 'checking' }];
      const isHidden = hasStatus(error, 404) || hasStatus(error, 403);
      const reason = `There is no #${id} that you may see: no link can start there`;
      return [id, isHidden ? { kind: 'closed', reason } : { kind: 'unclear' }];
    }),
  );
}
