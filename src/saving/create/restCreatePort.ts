import { type Artifact, postArtifact } from '~/api/artifacts';
import type { OneProfile } from '~/api/signIn/oneProfile';
import { artifactPage } from '~/api/trackerArtifacts';
import type { CreatePort } from './createArtifact';

/** As many as a page holds; it may be short, as hidden artifacts are taken out of it. */
const FEW = 50;

/** The Tuleap server as creating sees it. */
export const restCreatePort: CreatePort = {
  async newestId(trackerId) {
    const page = { offset: 0, limit: FEW, order: 'desc', withoutValues: true } as const;
    const { artifacts } = await artifactPage(trackerId, page);
    return Math.max(0, ...artifacts.map(({ id }) => id));
  },
  create: postArtifact,
  async after(trackerId, newest) {
    const newer: Artifact[] = [];
    // The newest first; mostly one page reaches back, after days in which the tab was gone it may take more.
    for (let offset = 0; ; ) {
      const page = await artifactPage(trackerId, { offset, limit: FEW, order: 'desc' });
      newer.push(...page.artifacts.filter(({ id }) => id > newest));
      offset += page.limit;
      if (page.artifacts.some(({ id }) => id <= newest) || offset >= page.size) return newer;
    }
  },
};

/** The same for one profile only (features C1). */
export function restCreatePortOf({ read, write }: OneProfile): CreatePort {
  const { newestId, create, after } = restCreatePort;
  return { newestId: read(newestId), create: write(create), after: read(after) };
}
