import { queryOptions } from '@tanstack/react-query';
import { artifactQuery } from '~/api/artifacts/read';
import { changesetQuery } from '~/api/changesets/history';
import type { Changeset } from '~/api/changesets/read';
import { scope } from '~/api/session';
import { idOf } from '~/lib/page';
import { type ArtifactSnapshot, snapshotOf } from '~/saving/draft/snapshot';

/** One side of a comparison: an artifact as it is now, or as one of its changesets has it. */
export interface Side {
  artifact: number;
  changeset: number | null;
}

/** `431` and `431.9803` as in the address; null for anything else. */
export function readSide(text: string): Side | null {
  const [first, second, ...rest] = text.split('.');
  const artifact = idOf(first);
  const changeset = second === undefined ? null : idOf(second);
  return artifact === undefined || changeset === undefined || rest.length > 0
    ? null
    : { artifact, changeset };
}

/** A side as it stands in the address. */
export function writeSide({ artifact, changeset }: Side): string {
  return changeset === null ? String(artifact) : `${artifact}.${changeset}`;
}

/** What is read of a side. */
export interface LoadedSide {
  side: Side;
  /** The artifact as it is now: what a value may be brought into. */
  now: ArtifactSnapshot;
  /** Null for the present, and for a changeset that this person may not see. */
  changeset: Changeset | null;
}

/** Whether its changeset cannot be seen: what is shown in its place is not what its name says, and nothing is brought of it. */
export function isUnseen({ side, changeset }: LoadedSide): boolean {
  return side.changeset !== null && changeset === null;
}

/** Reads a side of a comparison. 404 and 403 as the artifact's own page. */
export function sideQuery(side: Side) {
  const { artifact, changeset } = side;
  return queryOptions({
    queryKey: [...scope(), 'compare', artifact, changeset],
    queryFn: async ({ client }): Promise<LoadedSide> => {
      const [loaded, then] = await Promise.all([
        client.fetchQuery(artifactQuery(artifact)),
        changeset === null ? null : client.fetchQuery(changesetQuery(artifact, changeset)),
      ]);
      return { side, now: snapshotOf(loaded), changeset: then };
    },
    staleTime: 0,
  });
}
