import type { Transition } from '~/api/workflow/transitions';
import { changeOf, type DraftState } from './draft/draftState';
import type { ArtifactSnapshot } from './draft/snapshot';
import type { SaveJob } from './machine/states';
import { ownPart } from './others/parts';
import { rebaseSets, replacesSets } from './rebaseSets';

/**
 * What the save of a draft has to do at its own artifact: its change, and how sets that others add to are put together with
 * the newest. `me` is the user id of who saves; `conditions` of the transition that the draft makes, where they are known.
 */
export function saveJobOf(sent: DraftState, me: number, conditions?: Transition): SaveJob {
  const rebase = (newest: ArtifactSnapshot) => rebaseSets(sent, newest, conditions);
  const facts = { base: sent.base, change: changeOf(ownPart(sent)), me };
  return replacesSets(sent) ? { ...facts, rebase } : facts;
}
