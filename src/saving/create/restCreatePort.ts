import { postArtifact } from '~/api/artifacts/create';
import type { Artifact } from '~/api/artifacts/read';
import type { OneProfile } from '~/api/signIn/oneProfile';
import { type ArtifactPageRequest, artifactPage } from '~/api/trackerArtifacts';
import type { CreatePort } from './createArtifact';

const FEW = 50;
/** The largest page of the route: what may not be seen costs nothing in it. */
const MANY = 1_000;
/** So many pages in a row in which nothing is for the person's eyes end the look. */
const MOST_HIDDEN = 4;
/** How far a look goes that sees nothing. */
const BLIND = FEW + (MOST_HIDDEN - 1) * MANY;

interface Look extends Pick<ArtifactPageRequest, 'withoutValues'> {
  /** It ends behind so many artifacts, seen or not. */
  reach?: number;
}

/**
 * The artifacts of a tracker that the person may see, the newest first, page by page. Where people see their own only, the
 * newest pages may hold nothing for them: then it goes on by large ones.
 */
async function* newestFirst(
  trackerId: number,
  { reach = Number.POSITIVE_INFINITY, ...facts }: Look = {},
): AsyncGenerator<readonly Artifact[]> {
  let most = FEW;
  let hidden = 0;
  for (let offset = 0; hidden < MOST_HIDDEN && offset < reach; ) {
    const limit = Math.min(most, reach - offset);
    const page = await artifactPage(trackerId, { ...facts, offset, limit, order: 'desc' });
    yield page.artifacts;
    offset += page.limit;
    if (offset >= page.size) return;
    hidden = page.artifacts.length === 0 ? hidden + 1 : 0;
    most = hidden === 0 ? FEW : MANY;
  }
}

/** The Tuleap server as creating sees it. */
export const restCreatePort: CreatePort = {
  async newestId(trackerId) {
    for await (const artifacts of newestFirst(trackerId, { withoutValues: true })) {
      if (artifacts.length > 0) return Math.max(...artifacts.map(({ id }) => id));
    }
    return 0;
  },
  create: postArtifact,
  async after(trackerId, newest) {
    const newer: Artifact[] = [];
    // Mostly one page reaches back; after days in which the tab was gone it may take more.
    // Where the look before saw nothing, this one goes no further: what lies beyond is not new.
    const look = newest === 0 ? { reach: BLIND } : {};
    for await (const artifacts of newestFirst(trackerId, look)) {
      newer.push(...artifacts.filter(({ id }) => id > newest));
      if (artifacts.some(({ id }) => id <= newest)) break;
    }
    return newer;
  },
};

/** The same for one profile only (features C1). */
export function restCreatePortOf({ read, write }: OneProfile): CreatePort {
  const { newestId, create, after } = restCreatePort;
  return { newestId: read(newestId), create: write(create), after: read(after) };
}
