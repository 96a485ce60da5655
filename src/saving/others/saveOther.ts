import { asValue } from '~/api/answers/asValue';
import type { Changeset } from '~/api/changesets/read';
import { ApiError } from '~/api/error';
import { explain } from '~/api/explain';
import { mergeField } from '~/fields/contract';
import { type DraftState, emptyDraft, isEditable, readingsOf } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { lookFrom } from '../machine/saveMachine';
import type { Saved, SaveOutcome } from '../machine/states';
import { mergeBackOf, overwrittenFields } from '../mergeBack';
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
  /** Nothing is stored, and the person does not want it any more. */
  | { kind: 'takenBack' }
  /** Nothing is stored, for this reason. */
  | { kind: 'refused'; message: string }
  /** Not known: no clear answer, or it could not be read back. */
  | ({ kind: 'unclear'; message: string } & OpenSave);

/** A save at another artifact that has not come to its end: `sent` goes on from `outcome`. */
export interface OpenSave {
  sent: DraftState;
  outcome: SaveOutcome;
  /** What was stored before, where `sent` is to put back what that replaced. */
  stored: Stored | null;
}

type Stored = Extract<OtherEnd, { kind: 'saved' }>;

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
  /** A save of that artifact by a tab that was killed before it was read back. Throws `ApiError`. */
  lost(id: number): Promise<Saved | null>;
  /** Saves a draft of another artifact; over an outcome before that was unclear it looks first, and only looks where not wanted. */
  save(
    sent: DraftState,
    how: { before: SaveOutcome | undefined; isWanted: boolean },
  ): Promise<SaveOutcome>;
}

/** As often as it is tried to put back what a save of sets replaced unseen. */
const ROUNDS = 5;

/** `isNotStored` once it was looked: the write left nothing. */
const said = (error: ApiError, isNotStored = false) => explain(error, undefined, isNotStored).what;

const unread = 'It is stored, but could not be read back.';

/** Why it is not stored; where only a put-back is not, the link itself is, and who was replaced is told. */
function notSaved({ sent, outcome, stored }: OpenSave): OtherEnd {
  if (outcome.kind === 'unknown' || outcome.kind === 'saved') {
    const message = outcome.kind === 'unknown' ? said(outcome.error) : unread;
    return { kind: 'unclear', message, sent, outcome, stored };
  }
  if (outcome.kind === 'unchanged')
    return stored ? { ...stored, replaced: [] } : { kind: 'agreed' };
  if (stored) return stored;
  if (outcome.kind === 'conflict') return { kind: 'changed' };
  const message = outcome.kind === 'held' ? 'It was not sent.' : said(outcome.error, true);
  return { kind: 'refused', message };
}

interface Going {
  /** How it ended before, where it goes on. */
  earlier?: OpenSave | undefined;
  /** False where the person has taken it back meanwhile: it is looked for, and not sent. */
  isWanted?: boolean;
  /** It is stored already: what is left is to put back what that replaced. */
  found?: Saved | null;
}

/** Saves, and puts back what that replaced unseen, until nothing is left to put back (features X8). */
export async function settle(
  first: DraftState,
  hands: OtherHands,
  { earlier, isWanted = true, found = null }: Going = {},
) {
  let sent = first;
  let stored = earlier?.stored ?? null;
  let before = earlier?.outcome;
  for (let round = 1; ; round += 1) {
    const isFound = round === 1 && found !== null;
    const outcome = isFound ? found : await hands.save(sent, { before, isWanted });
    before = undefined;
    if (outcome.kind !== 'saved' || !outcome.news) return notSaved({ sent, outcome, stored });
    const isReplacing = overwrittenFields(outcome).length > 0;
    const changeset = outcome.changeset?.id ?? null;
    stored = { kind: 'saved', changeset, replaced: isReplacing ? outcome.overtaken : [] };
    const back = mergeBackOf(outcome, emptyDraft(outcome.news.version));
    const together = back && round < ROUNDS ? putTogether(back.draft, back.theirs) : null;
    if (!back || !together) return stored;
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

/** Sends what has to be; where it stands there already, a killed tab may have sent it and looked at nothing. */
async function endOf(
  draft: DraftState | OtherEnd,
  { there, hands }: { there: ArtifactSnapshot; hands: OtherHands },
): Promise<OtherEnd> {
  if (!('kind' in draft)) return settle(draft, hands);
  const lost = draft.kind === 'agreed' ? await asValue(hands.lost(there.artifact.id)) : null;
  // That it could not be looked up says nothing against the link, which stands there.
  const found = lost && 'value' in lost ? lost.value : null;
  return found ? settle(emptyDraft(there), hands, { found }) : draft;
}

/**
 * Writes what a draft changes at one other artifact, as a save of that artifact: over its newest version, guarded, read back
 * (features D4, X8). Done before, it is found and nothing is sent.
 */
export async function saveOther(part: OtherPart, hands: OtherHands): Promise<OtherSave> {
  const { id } = part;
  try {
    const there = await hands.open(id);
    const draft = draftAt(there, part);
    return { id, xref: there.artifact.xref, end: await endOf(draft, { there, hands }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { id, xref: `#${id}`, end: { kind: 'refused', message: said(error) } };
  }
}

/** Whether it was looked for and is not stored. */
function isNowhere(end: OtherEnd): boolean {
  if (end.kind !== 'unclear') return end.kind === 'refused' || end.kind === 'changed';
  return end.outcome.kind === 'unknown' && end.outcome.search === 'notFound';
}

/** Goes on with one that was unclear; `isWanted` as the draft is by now. */
export async function lookAgainAt(
  { id, xref, end }: OtherSave,
  { hands, isWanted }: { hands: OtherHands; isWanted: boolean },
): Promise<OtherSave> {
  if (end.kind !== 'unclear') return { id, xref, end };
  const next = await settle(end.sent, hands, { earlier: end, isWanted });
  if (isWanted || !isNowhere(next)) return { id, xref, end: next };
  // Where only a put-back is not there, the link itself is.
  const stored = next.kind === 'unclear' ? next.stored : null;
  return { id, xref, end: stored ?? { kind: 'takenBack' } };
}

/** Whether it has to be looked what became of it. */
export function isUnclear({ end }: OtherSave): boolean {
  return end.kind === 'unclear' && lookFrom(end.outcome) !== null;
}

/** Whether what is to be done there is not done, as far as is known. */
export function isMissing({ end }: OtherSave): boolean {
  return end.kind !== 'saved' && end.kind !== 'agreed' && end.kind !== 'takenBack';
}
