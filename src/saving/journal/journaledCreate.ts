import type { ArtifactChange } from '~/api/artifacts/change';
import { equal } from '~/lib/equal';
import type { CreateJob, CreateOutcome } from '../create/createArtifact';
import { type BlankArtifact, changedEntry, type DraftState } from '../draft/draftState';
import { changesOf } from './changesOf';
import { notStored, unknownEnd, unsent } from './ends';
import type { JournalChange, JournalEnd, JournalFacts } from './entry';
import { type BegunEntry, beginEntry } from './journal';
import type { Journaled, Telling } from './journaled';

/** What is made, with its values in words. */
export interface ToldJob extends CreateJob {
  changes: readonly JournalChange[];
}

/** What is made is kept and noted by who sends it, once it is known after what it comes. */
interface TellingOfOne extends Pick<Telling, 'entry' | 'by'> {
  onStep?: ((step: 'closing') => void) | undefined;
}

/**
 * What is made with these values, in the words of the draft that they are of. What was typed into the draft since they were
 * sent is not among it.
 */
export function createdChanges(
  draft: DraftState<BlankArtifact>,
  values: ArtifactChange['values'],
): JournalChange[] {
  const fields = draft.base.fields.filter((field) => {
    const sent = values.find(({ field_id }) => field_id === field.field_id);
    return sent !== undefined && equal(sent, changedEntry(draft, field));
  });
  const ids = new Set<number | null>(fields.map(({ field_id }) => field_id));
  return changesOf(draft)
    .filter(({ fieldId }) => ids.has(fieldId))
    .map((change) => ({ ...change, before: '' }));
}

function endOfCreate(outcome: CreateOutcome): JournalEnd {
  if (outcome.kind === 'created') {
    const message = `Created as #${outcome.id}.`;
    return { outcome: 'landed', changeset: null, message, made: outcome.id };
  }
  if (outcome.kind === 'refused') return notStored(outcome.error.message);
  if (outcome.kind === 'held') return notStored(unsent.held);
  return unknownEnd(outcome.error);
}

/** The making of an artifact, in the journal. `run` is given what begins its entry, and awaits that before it sends. */
export async function journaledCreate(
  { trackerId, values, changes, copyOf }: ToldJob,
  run: (begin: () => Promise<BegunEntry>) => Promise<CreateOutcome>,
  { entry: earlier, onStep, by }: TellingOfOne = {},
): Promise<Journaled<CreateOutcome>> {
  const content = copyOf === undefined ? { values } : { from_artifact: { id: copyOf.id } };
  const facts: JournalFacts = {
    place: 'new',
    subject: trackerId,
    name: copyOf === undefined ? 'New artifact' : `Copy of artifact #${copyOf.id}`,
    title: copyOf?.title ?? '',
    request: {
      method: 'POST',
      path: 'artifacts',
      body: { tracker: { id: trackerId }, ...content },
    },
    changes: [...changes],
    comment: '',
  };
  let entry = earlier ?? null;
  const outcome = await run(async () => {
    entry ??= await beginEntry(facts, { by });
    return entry;
  });
  onStep?.('closing');
  await entry?.end(endOfCreate(outcome));
  return { outcome, entry };
}
