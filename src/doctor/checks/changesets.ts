import { headerOf } from '../bench';
import { type Check, described, green, red } from '../check';
import { artifactToTry } from '../subject';
import { noArtifact, nobody } from './toTry';

/** Whether each save can be checked afterwards. */
export const changesetsCheck: Check = {
  id: 'changesets',
  title: 'Changesets',
  group: 'Saving',
  async run(bench) {
    const stop = nobody(bench);
    if (stop) return stop;
    const id = await artifactToTry(bench);
    if (id === undefined) return noArtifact;
    const came = await bench.ask({
      method: 'GET',
      path: `/api/artifacts/${id}/changesets?limit=1`,
    });
    if (headerOf(came, 'x-pagination-size') !== null)
      return green('Can be read: each save is checked afterwards.');
    return red({
      came: `The changesets of #${id} cannot be counted: ${described(came)}.`,
      without: 'A change in the same second stays unseen, and the history cannot be shown.',
      mend: 'Let the answer’s X-PAGINATION headers through.',
      topic: 'pass',
    });
  },
};
