import { inParallel } from '~/api/answers/paging';
import { ApiError } from '~/api/error';
import type { DraftState } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { lookFrom } from '../machine/saveMachine';
import type { SaveOutcome } from '../machine/states';
import { otherParts } from './parts';
import { isUnclear, lookAgainAt, type OtherHands, type OtherSave, saveOther } from './saveOther';

/** What became of a draft: its own artifact, then what it changes at others, one by one. */
export interface WholeSave {
  /** Of the own artifact; its version is that after the others. */
  outcome: SaveOutcome;
  /** Empty where nothing was to be done at others, or where the own save did not come so far. */
  others: readonly OtherSave[];
  /** The version is one from before the others: reading it anew failed. */
  isBehind: boolean;
}

/** With what had been sent. */
export interface EndedSave extends WholeSave {
  sent: DraftState;
  /** Where only others went on that were unclear: their ids, and those of all that the draft still wanted then. */
  again: { ids: readonly number[]; wanted: readonly number[] } | null;
  /** The draft was thrown away before its end was known: it is looked for, and not sent any more. */
  isTakenBack?: boolean;
}

/** At once: enough for a pasted list of fifty, few enough for the server. */
const AT_ONCE = 3;

/** Taken back, and not there when it was looked for since: no look will say more, and nobody waits for it. */
function isGivenUp({ outcome, isTakenBack = false }: Ended): boolean {
  return isTakenBack && outcome.kind === 'unknown' && outcome.search === 'notFound';
}

/** Taken back, and found not to be stored: nothing is left to do about it, and nobody is asked anything. */
export function isDiscarded({ outcome, isTakenBack = false }: Ended): boolean {
  return isTakenBack && (outcome.kind === 'refused' || outcome.kind === 'conflict');
}

type Ended = Pick<EndedSave, 'outcome' | 'others' | 'isTakenBack'>;

/** Whether it is not known yet what became of some of it. */
export function isOpenEnded(ended: Ended): boolean {
  const isOpen = lookFrom(ended.outcome) !== null && !isGivenUp(ended);
  return isOpen || ended.others.some(isUnclear);
}

/** The outcome with a newer version of the same artifact. */
function over(outcome: SaveOutcome, version: ArtifactSnapshot): SaveOutcome {
  if (outcome.kind === 'unchanged') return { ...outcome, version };
  if (outcome.kind !== 'saved' || !outcome.news) return outcome;
  return { ...outcome, news: { ...outcome.news, version } };
}

/** What stands here after the others were written. */
async function readAfter(
  { outcome, others }: Pick<WholeSave, 'outcome' | 'others'>,
  { sent, hands }: { sent: DraftState; hands: OtherHands },
): Promise<WholeSave> {
  try {
    const version = await hands.open(sent.base.artifact.id);
    return { outcome: over(outcome, version), others, isBehind: false };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Everything is stored by then: the page reads it anew.
    return { outcome, others, isBehind: true };
  }
}

interface Telling {
  hands: OtherHands;
  /** Hears that it begins. */
  onStep?: ((step: 'linking') => void) | undefined;
}

/**
 * After the artifact's own save: writes what the draft changes at other artifacts, each over its own version, and reads
 * what stands here then.
 */
export async function withOthers(
  outcome: SaveOutcome,
  sent: DraftState,
  { hands, onStep }: Telling,
): Promise<WholeSave> {
  const isStored = outcome.kind === 'saved' || outcome.kind === 'unchanged';
  const parts = isStored ? otherParts(sent) : [];
  if (parts.length === 0) return { outcome, others: [], isBehind: false };
  onStep?.('linking');
  const others = await inParallel(parts, AT_ONCE, (part) => saveOther(part, hands));
  return readAfter({ outcome, others }, { sent, hands });
}

/** Goes on with the others that were unclear; what is done is not done again. */
export async function othersAgain(
  { outcome, others: before, sent, again }: Omit<EndedSave, 'isBehind'>,
  { hands, onStep }: Telling,
): Promise<WholeSave> {
  if (!before.some(isUnclear)) return { outcome, others: before, isBehind: false };
  onStep?.('linking');
  const wanted = new Set(again?.wanted);
  const others = await inParallel(before, AT_ONCE, async (one) =>
    isUnclear(one) ? lookAgainAt(one, { hands, isWanted: wanted.has(one.id) }) : one,
  );
  return readAfter({ outcome, others }, { sent, hands });
}
