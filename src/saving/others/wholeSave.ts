import { inParallel } from '~/api/answers/paging';
import { ApiError } from '~/api/error';
import type { DraftState } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { lookFrom } from '../machine/saveMachine';
import type { SaveOutcome } from '../machine/states';
import { otherParts } from './parts';
import { isUnclear, type OtherHands, type OtherSave, saveOther } from './saveOther';

/** What became of a draft: its own artifact, then what it changes at others, one by one. */
export interface WholeSave {
  outcome: SaveOutcome;
  /** Empty where nothing was to be done at others, or where the own save did not come so far. */
  others: readonly OtherSave[];
  /** The artifact as it stands after the others; null where there were none, or it could not be read. */
  after: ArtifactSnapshot | null;
}

/** With what had been sent. */
export interface EndedSave extends WholeSave {
  sent: DraftState;
}

/** At once: enough for a pasted list of fifty, few enough for the server. */
const AT_ONCE = 3;

/** Whether it is not known yet what became of some of it. */
export function isOpenEnded({ outcome, others }: Omit<WholeSave, 'after'>): boolean {
  return lookFrom(outcome) !== null || others.some(isUnclear);
}

interface Telling {
  hands: OtherHands;
  /** Of an earlier try: what is done is not done again. */
  before?: readonly OtherSave[] | undefined;
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
  { hands, before = [], onStep }: Telling,
): Promise<WholeSave> {
  const isStored = outcome.kind === 'saved' || outcome.kind === 'unchanged';
  const parts = isStored ? otherParts(sent) : [];
  if (parts.length === 0) return { outcome, others: [], after: null };
  onStep?.('linking');
  const others = await inParallel(parts, AT_ONCE, async (part) => {
    const earlier = before.find(({ id }) => id === part.id);
    return earlier && !isUnclear(earlier) ? earlier : saveOther(part, hands, earlier);
  });
  const after = await hands.open(sent.base.artifact.id).catch((error: unknown) => {
    // Everything is stored by then: the page reads it again by itself.
    if (error instanceof ApiError) return null;
    throw error;
  });
  return { outcome, others, after };
}
