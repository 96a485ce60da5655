import type { ArtifactChange } from '~/api/artifacts/change';
import type { Changeset } from '~/api/changesets/read';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { findLanded } from '../landed';
import type { News, Saved } from '../machine/states';

/** What the journal knows of a save: what was sent, by whom, over which base and put together with what. */
interface Noted {
  change: ArtifactChange;
  me: number;
  base: ArtifactSnapshot;
  joined: readonly number[];
}

/** The base as a later changeset left it: each holds every value (artifacts.md §6). */
function asOf(base: ArtifactSnapshot, changeset: Changeset | undefined): ArtifactSnapshot {
  if (!changeset) return base;
  const { values, submitted_on: last_modified_date } = changeset;
  return { ...base, artifact: { ...base.artifact, values: [...values], last_modified_date } };
}

/**
 * The save of a killed tab that became this changeset, as its page would have been told: what stands between what it was
 * put together with and itself was replaced unseen (features X8). Pure.
 */
export function savedAs(changeset: Changeset, noted: Noted, news: News): Saved {
  const { change, base } = noted;
  const known = new Set(noted.joined);
  const joined = news.since.filter(({ id }) => known.has(id));
  const overtaken = news.since.filter(
    (other) => other.id < changeset.id && !known.has(other.id) && !findLanded(noted, [other]),
  );
  const facts = { joined, isPhantom: false };
  const over = asOf(base, joined.at(-1));
  const attempt = { over, change, condition: { kind: 'compared' } as const, ...facts };
  return {
    kind: 'saved',
    news,
    changeset,
    overtaken,
    how: 'found',
    attempt,
    despite: null,
    ...facts,
  };
}
