import type { LoadedArtifact } from '~/api/artifacts/read';
import type { Tracker } from '~/api/trackers';

/**
 * Whether a link of another artifact to this one can be written from here: that artifact gets a changeset, so it needs
 * the right there (artifacts.md §4.1, features D4).
 */
export type Reach =
  | { kind: 'checking' }
  /** It would be written. `artifact` says who changed it last. */
  | { kind: 'open'; artifact: LoadedArtifact['artifact'] }
  | { kind: 'closed'; reason: string }
  /** It could not be looked up: the server's word decides. */
  | { kind: 'unclear' };

/** The field that holds links: of all types, only it says which kinds of links there are (trackers.md §2.1). */
function linkField({ fields }: Tracker) {
  return fields.find(({ allowed_types }) => allowed_types !== undefined);
}

/** What an artifact says about being linked from: the rights in its own answer are those of the moment, workflow included. */
export function reachOf({
  artifact,
  tracker,
}: Pick<LoadedArtifact, 'artifact' | 'tracker'>): Reach {
  if (!tracker) return { kind: 'unclear' };
  const field = linkField(tracker);
  const { xref } = artifact;
  if (!field) {
    return { kind: 'closed', reason: `${tracker.label} has no field for links that you may see` };
  }
  if (!field.permissions.includes('update')) {
    return { kind: 'closed', reason: `You may not change ${field.label} of ${xref} now` };
  }
  return { kind: 'open', artifact };
}

/** There is none, or none that this person may see: which of both the server does not say. */
export function hidden(id: number): Reach {
  return { kind: 'closed', reason: `There is no #${id} that you may see: no link can start there` };
}
