import type { Field } from '~/api/trackers';
import { equal } from '~/lib/equal';
import { baseValue, changedFields, changeOf, type DraftState } from '../draft/draftState';
import { isEmpty } from '../machine/attempts';
import type { Attempt, SaveOutcome } from '../machine/states';
import { ownPart } from '../others/parts';
import { putTogether } from '../rebaseSets';
import { changesOf } from './changesOf';
import { notStored, unknownEnd, unsent } from './ends';
import type { JournalEnd, JournalFacts } from './entry';
import type { BegunEntry } from './journal';
import { type Journaled, journaled, type Telling } from './journaled';

function endOfSave(outcome: SaveOutcome): JournalEnd {
  if (outcome.kind === 'saved') {
    return { outcome: 'landed', changeset: outcome.changeset?.id ?? null, message: '' };
  }
  if (outcome.kind === 'refused') return notStored(outcome.error.message);
  if (outcome.kind === 'conflict') return notStored(unsent.moved);
  if (outcome.kind === 'held') return notStored(unsent.held);
  if (outcome.kind === 'unknown') return unknownEnd(outcome.error);
  return notStored(unsent.unchanged);
}

/** What an undo puts back: the changed fields as they are before the draft is stored. */
function beforeOf({ base }: DraftState, fields: readonly Field[]): Map<number, unknown> {
  return new Map(fields.map((field) => [field.field_id, baseValue(base, field)]));
}

/** Hears what a save is about to write. */
type Note = (attempt: Attempt) => Promise<void>;

/** Nothing can go out: all of it is for other artifacts, or it is already there. */
const noNote: Note = async () => {};

/**
 * Keeps the entry of a save true to what goes out: a set that is put together with the entries of others is another request
 * and has another before. Without it a killed tab would not find its save again (features E16), and an undo would take
 * away what others had added.
 */
function noteOf(sent: DraftState, entry: BegunEntry, { entry: earlier, onStep }: Telling): Note {
  const own = ownPart(sent);
  const typed = changeOf(own);
  let noted = earlier ? null : typed;
  return async ({ change, over, joined }) => {
    if (change === noted || (joined.length === 0 && equal(change, noted))) return;
    noted = change;
    const together = putTogether(own, over) ?? own;
    const request = { method: 'PUT', path: `artifacts/${sent.base.artifact.id}`, body: change };
    const changes = changesOf(together);
    onStep?.('noting');
    await entry.revise(
      { request, changes, typed, joined: joined.map(({ id }) => id) },
      beforeOf(together, changedFields(own)),
    );
    onStep?.('writing');
  };
}

/**
 * The save of an artifact, in the journal: its own part, as what it changes at others has entries there. `run` is given what
 * it awaits before each write.
 */
export async function journaledSave(
  sent: DraftState,
  run: (note: Note) => Promise<SaveOutcome>,
  telling: Telling = {},
): Promise<Journaled<SaveOutcome>> {
  const { artifact } = sent.base;
  const own = ownPart(sent);
  if (isEmpty(changeOf(own))) {
    telling.onStep?.('keeping');
    await telling.keep?.();
    return { outcome: await run(noNote), entry: null };
  }
  const facts: JournalFacts = {
    place: 'artifact',
    subject: artifact.id,
    name: artifact.xref,
    title: artifact.title ?? '',
    request: { method: 'PUT', path: `artifacts/${artifact.id}`, body: changeOf(own) },
    changes: changesOf(own),
    comment: sent.comment.body,
    ...(telling.from === undefined ? {} : { from: telling.from }),
  };
  const base = telling.from === undefined ? undefined : { ...sent.base, tracker: null };
  const before = beforeOf(own, changedFields(own));
  return journaled(
    { facts, before, base, endOf: endOfSave },
    (entry) => run(noteOf(sent, entry, telling)),
    telling,
  );
}
