import { postArtifact } from '~/api/artifacts';
import { artifactPage } from '~/api/trackerArtifacts';
import type { CreatePort } from './createArtifact';

/** More than one person creates in half a minute; a page may be short, as hidden artifacts are taken out of it. */
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
    const page = { offset: 0, limit: FEW, order: 'desc' } as const;
    const { artifacts } = await artifactPage(trackerId, page);
    return artifacts.filter(({ id }) => id > newest);
  },
};
