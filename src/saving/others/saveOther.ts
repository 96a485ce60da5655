import type { Changeset } from '~/api/changesets';
import { ApiError } from '~/api/error';
import { explain } from '~/api/explain';
import { mergeField } from '~/fields/contract';
import { type DraftState, emptyDraft, isEditable, readingsOf } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { lookFrom } from '../machine/saveMachine';
import type { SaveOutcome } from '../machine/states';
import { mergeBackOf } from '../mergeBack';
import { putTogether } from '../rebaseSets';
import type { OtherPart } from './parts';

/** How the part of one other artifact ended. */
export type OtherEnd =
  /** Stored. `replaced`: what stands between, where both had changed the same link in the server's blind second. */
  | { kind: 'saved'; changeset: number | null; replaced: readonly Changeset[] }
  /** It stood there already. */
  | { kind: 'agreed' }
  /** Somebody has made the same link another one: nothing is stored, a person has to choose. */
  | { kind: 'changed' }
  /** Nothing is stored, for this reason. */
  | { kind: 'refused'; message: string }
  /** Not known: no clear answer, or it could not be read back. `sent` goes on from `outcome`. */
  | { kind: 'unclear'; message: string; sent: DraftState; outcome: SaveOutcome };

/** One other artifact, by the name that people know once it was read. */
export interface OtherSave {
  id: number;
  xref: string;
  end: OtherEnd;
}

/** What saving at others needs of the world. */
export interface OtherHands {
  /** The newest version of any artifact. Throws `ApiError`. */
  open(id: number): Promise<ArtifactSnapshot>;
  /** Saves a draft of another artifact; over an earlier outcome that was unclear it looks first. */
  save(sent: DraftState, earlier?: SaveOutcome): Promise<SaveOutcome>;
}

/** As often as it is tried to put back what a save of sets replaced unseen. */
const ROUNDS = 5;

const said = (error: ApiError) => explain(error).what;

const unread = 'It is stored, but could not be read back.';

function notSaved(outcome: SaveOutcome, sent: DraftState): OtherEnd {
  if (outcome.kind === 'unchanged') return { kind: 'agreed' };
  if (outcome.kind === 'conflict') return { kind: 'changed' };
  if (outcome.kind === 'refused') return { kind: 'refused', message: said(outcome.error) };
  if (outcome.kind === 'held') return { kind: 'refused', message: 'It was not sent.' };
  const message = outcome.kind === 'unknown' ? said(outcome.error) : unread;
  return { kind: 'unclear', message, sent, outcome };
}

/** Saves, and puts back what that replaced unseen, until nothing is left to put back (features X8). */
async function settle(
  first: DraftState,
  { save }: OtherHands,
  earlier?: SaveOutcome,
): Promise<OtherEnd> {
  let sent = first;
  for (let round = 1; ; round += 1) {
    const outcome = await save(sent, round === 1 ? earlier : undefined);
    if (outcome.kind !== 'saved' || !outcome.news) return notSaved(outcome, sent);
    const changeset = outcome.changeset?.id ?? null;
    const back = mergeBackOf(outcome, emptyDraft(outcome.news.version));
    if (!back) return { kind: 'saved', changeset, replaced: [] };
    const together = round < ROUNDS ? putTogether(back.draft, back.theirs) : null;
    if (!together) return { kind: 'saved', changeset, replaced: outcome.overtaken };
    sent = { ...together, base: back.onto };
  }
}

/** What has to be sent to the other artifact over that version of it; or why nothing is. Pure. */
export function draftAt(there: ArtifactSnapshot, part: OtherPart): DraftState | OtherEnd {
  const { contract, id, self } = part;
  const { xref } = there.artifact;
  const reading = [...readingsOf(there).values()].find((one) => one.contract === contract);
  if (!contract.elsewhere || !reading) {
    return { kind: 'refused', message: `${xref} has no field for it that you may see.` };
  }
  const place = { id, self, now: reading.value };
  const sides = {
    base: contract.elsewhere.at(place, part.base),
    mine: contract.elsewhere.at(place, part.mine),
    theirs: reading.value,
  };
  const { outcome, value } = mergeField(contract, reading.field, sides);
  if (outcome === 'agreed') return { kind: 'agreed' };
  if (outcome === 'conflict') return { kind: 'changed' };
  if (!isEditable(there, reading.field)) {
    return {
      kind: 'refused',
      message: `You may not change ${reading.field.label} of ${xref} now.`,
    };
  }
  return { ...emptyDraft(there), values: new Map([[reading.field.field_id, value]]) };
}

/**
 * Writes what a draft changes at one other artifact, as a save of that artifact: over its newest version, guarded, read back
 * (features D4, X8). Done before, it is found and nothing is sent. `earlier` is how it ended before, where it is tried again.
 */
export async function saveOther(
  part: OtherPart,
  hands: OtherHands,
  earlier?: OtherSave,
): Promise<OtherSave> {
  const { id } = part;
  if (earlier?.end.kind === 'unclear') {
    const { sent, outcome } = earlier.end;
    return { ...earlier, end: await settle(sent, hands, outcome) };
  }
  try {
    const there = await hands.open(id);
    const draft = draftAt(there, part);
    const end = 'kind' in draft ? draft : await settle(draft, hands);
    return { id, xref: there.artifact.xref, end };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { id, xref: `#${id}`, end: { kind: 'refused', message: said(error) } };
  }
}

/** Whether it has to be looked what became of it. */
export function isUnclear({ end }: OtherSave): boolean {
  return end.kind === 'unclear' && lookFrom(end.outcome) !== null;
}

/** Whether what was to be done there is not done, as far as is known. */
export function isMissing({ end }: OtherSave): boolean {
  return end.kind !== 'saved' && end.kind !== 'agreed';
}
