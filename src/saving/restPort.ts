import { putArtifact } from '~/api/artifacts/change';
import { readArtifact } from '~/api/artifacts/read';
import { newestChangesets } from '~/api/changesets/read';
import type { OneProfile } from '~/api/signIn/oneProfile';
import { type ArtifactSnapshot, changesetsSince, reachesBack, snapshotOf } from './draft/snapshot';
import type { Condition } from './machine/condition';
import type { News } from './machine/states';
import type { SavePort } from './saveArtifact';

/** A page that nearly always reaches back to the base. */
const FEW = 10;

/** The newest version of any artifact, past the cache. Throws `ApiError`. */
export async function openArtifact(id: number): Promise<ArtifactSnapshot> {
  return snapshotOf(await readArtifact(id));
}

/** The newest state of an artifact with the changesets since `base`, past the cache. Throws `ApiError`. */
export async function readNews(base: ArtifactSnapshot): Promise<News> {
  const { id } = base.artifact;
  // The artifact first: a changeset that comes in between is then in the list, and at worst refused by the next If-Match.
  const loaded = await readArtifact(id);
  let count = FEW;
  let page = await newestChangesets(id, count);
  // Four times as many each time: it ends at the latest with the first changeset there is.
  while (!reachesBack(page, base)) {
    count *= 4;
    page = await newestChangesets(id, count);
  }
  return {
    version: snapshotOf(loaded),
    since: changesetsSince(page.changesets, base),
  };
}

/** The headers' values that a condition stands for. */
export function validators(condition: Condition) {
  if (condition.kind === 'etag') return { etag: condition.value, lastModified: null };
  if (condition.kind === 'date') return { etag: null, lastModified: condition.value };
  return 'unconditional';
}

/** The Tuleap server as a save sees it. */
export const restPort: SavePort = {
  read: readNews,
  async write(id, change, condition) {
    const { storedAt } = await putArtifact(id, change, validators(condition));
    return storedAt;
  },
};

/** The same for one profile only: a save that is under way never follows a switch to another one (features C1). */
export function restPortOf({ read, write }: OneProfile): SavePort {
  return { read: read(restPort.read), write: write(restPort.write) };
}
