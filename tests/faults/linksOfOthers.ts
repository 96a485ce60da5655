import * as z from 'zod/mini';
import { oneProfile } from '~/api/signIn/oneProfile';
import type { Draft } from '~/saving/draft/draft';
import { writerNow } from '~/saving/journal/journal';
import { restOthersOf } from '~/saving/others/restOthers';
import { isUnclear, type OtherSave } from '~/saving/others/saveOther';
import { type EndedSave, othersAgain, type WholeSave, withOthers } from '~/saving/others/wholeSave';
import { restPort } from '~/saving/restPort';
import { saveArtifact } from '~/saving/saveArtifact';
import { saveJobOf } from '~/saving/saveJob';
import { ask, begin, draftOf, type Ending, fieldOf, me, type Operation } from './wish';

const linkValue = z.looseObject({ forward: z.array(z.unknown()) });

function endingOf([other]: readonly OtherSave[]): Ending {
  if (!other || other.end.kind === 'refused') return { kind: 'not', error: null };
  const { end } = other;
  if (end.kind === 'changed') return { kind: 'conflict' };
  if (end.kind !== 'unclear') return { kind: 'done' };
  const { outcome } = end;
  // Stored and not read back: the next look only reads.
  return outcome.kind === 'unknown' ? { kind: 'unknown', error: outcome.error } : { kind: 'done' };
}

/** As the page saves: "Look again" while something is unclear, else a save. */
function saver(draft: Draft): () => Promise<Ending> {
  const entries = new Map();
  let ended: EndedSave | null = null;
  return async () => {
    const sent = draft.state();
    const { id: from } = sent.base.artifact;
    const saver = { profile: oneProfile(), by: writerNow(), me, from, sender: { ask }, entries };
    const hands = restOthersOf(saver);
    const save = async () => {
      const own = await saveArtifact(saveJobOf(sent, me), restPort, { ask });
      return withOthers(own, sent, { hands });
    };
    const whole: WholeSave = await (ended ? othersAgain(ended, { hands }) : save());
    const { outcome, others } = whole;
    const ids = others.map(({ id }) => id);
    ended = others.some(isUnclear) ? { ...whole, sent, again: { ids, wanted: ids } } : null;
    if (outcome.kind === 'conflict') return { kind: 'conflict' };
    if (outcome.kind === 'refused') return { kind: 'not', error: outcome.error };
    return endingOf(others);
  };
}

/** A link of another artifact to the one that is edited: stored there. */
export const linksOfOthers: Operation = {
  name: 'links of others',
  writes: ['putArtifactWrite'],
  async prepare(world) {
    const artifact = begin(world, 0);
    const [tracker] = world.trackers;
    const [source] = tracker ? world.neighbours(tracker) : [];
    if (!source) throw new Error('Nobody to link from');
    const draft = await draftOf(artifact.id);
    const field = fieldOf(draft, 'art_link');
    const { forward } = z.parse(linkValue, draft.value(field));
    draft.set(field, { forward, reverse: [{ id: source.id, type: 'blocks' }] });
    return { attempt: saver(draft), count: () => source.changesets.length - 1 };
  },
};
