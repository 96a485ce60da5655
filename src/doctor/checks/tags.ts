import { formatDateTime } from '~/lib/dates';
import { mangledTags } from '~/saving/mangledTag';
import { amber, type Check, green } from '../check';
import { whatMangled } from './etag';

/**
 * What saves of this browser met: a version tag that was refused although nobody had saved in between (features X9). It tells
 * of a proxy that only some answers go through, or that stood there yesterday; nothing is asked for it.
 */
export const tagsCheck: Check = {
  id: 'tags',
  title: 'Saves so far',
  group: 'Saving',
  async run({ connection }) {
    const note = mangledTags().find(({ server }) => server === connection.id);
    if (!note) return green('No save of this browser was refused for a changed ETag.');
    const how = whatMangled(note.refused);
    return amber({
      came: `A save was refused for its ETag although nobody had saved in between, last on ${formatDateTime(note.last)}: something on the way ${how.join(' and ') || 'changes it'} (${note.refused}).`,
      without:
        'It went out again with the plain number: nothing is lost, but it takes one request more.',
      mend: 'Switch off compression for /api in the proxy. “My data” forgets this note.',
      topic: 'etag',
    });
  },
};
