import type { ApiError } from '~/api/error';
import { equal } from '~/lib/equal';
import type { CreateJob, CreateOutcome } from '../create/createArtifact';
import {
  baseValue,
  changedFields,
  changeOf,
  type DraftBase,
  type DraftState,
} from '../draft/draftState';
import { plannedChanges } from '../draft/plannedChanges';
import type { Attempt, SaveOutcome } from '../saveMachine';
import { changedParts, type PartValue, partsOf } from '../svn/parts';
import { type Names, partLabel, partText } from '../svn/partWords';
import type { SvnSaveJob, SvnSaveOutcome } from '../svn/saveSvnMachine';
import { peopleOf } from '../svn/svnForm';
import { type SvnSnapshot, toSend } from '../svn/svnSnapshot';
import type { JournalChange, JournalEnd, JournalFacts } from './entry';
import { type BegunEntry, beginEntry, writerOfNow } from './journal';

/** How a write ended, and its entry: a second try of the same goes on with it. Null when nothing was sent. */
export interface Journaled<Outcome> {
  outcome: Outcome;
  entry: BegunEntry | null;
}

export interface Telling {
  /** Of an earlier try of the same. */
  entry?: BegunEntry | null | undefined;
  /** Keeps in this browser what is about to be sent, so that the tab may be killed at any moment. */
  keep?: (() => Promise<void>) | undefined;
  /** Hears the steps around the write itself before they are awaited. */
  onStep?: ((step: 'keeping' | 'noting' | 'closing') => void) | undefined;
}

/** What is made is kept and noted by who sends it, once it is known after what it comes. */
interface TellingOfOne extends Pick<Telling, 'entry'> {
  onStep?: ((step: 'closing') => void) | undefined;
}

interface Account<Outcome> {
  facts: JournalFacts;
  /** What an undo puts back. */
  before?: unknown;
  /** What it starts from. */
  after?(outcome: Outcome): unknown;
  endOf(outcome: Outcome): JournalEnd;
}

/** Writes `facts` down, does it, and writes down how it ended. What throws has no known end. */
async function journaled<Outcome>(
  { facts, before, after, endOf }: Account<Outcome>,
  run: (entry: BegunEntry) => Promise<Outcome>,
  { entry: earlier, keep, onStep }: Telling,
): Promise<Journaled<Outcome>> {
  const writer = writerOfNow();
  onStep?.('keeping');
  await keep?.();
  onStep?.('noting');
  const entry = earlier ?? (await beginEntry(facts, before, writer));
  const outcome = await run(entry);
  onStep?.('closing');
  await entry.end(endOf(outcome), after?.(outcome));
  return { outcome, entry };
}

const nothing: JournalEnd = { outcome: 'refused', changeset: null, message: '' };

function refused(error: ApiError): JournalEnd {
  return { ...nothing, message: error.message };
}

function changesOf(draft: DraftState<DraftBase>): JournalChange[] {
  return plannedChanges(draft).map(({ field, contract, before, after }) => ({
    fieldId: field.field_id,
    label: field.label,
    before: contract.toText(before, field),
    after: contract.toText(after, field),
  }));
}

const held = 'Signed in again, it was not sent for now.';
const moved = 'Somebody had saved in between: nothing was stored.';

function endOfSave(outcome: SaveOutcome): JournalEnd {
  if (outcome.kind === 'saved') {
    return { outcome: 'landed', changeset: outcome.changeset?.id ?? null, message: '' };
  }
  if (outcome.kind === 'refused') return refused(outcome.error);
  if (outcome.kind === 'conflict') return { ...nothing, message: moved };
  if (outcome.kind === 'held') return { ...nothing, message: held };
  if (outcome.kind === 'unknown') {
    return { outcome: 'unknown', changeset: null, message: outcome.error.message };
  }
  return { ...nothing, message: 'There was nothing to send.' };
}

/** The values of the changed fields in one version: what an undo puts back. */
function valuesIn(base: DraftBase, sent: DraftState): ReadonlyMap<number, unknown> {
  return new Map(
    changedFields(sent).map((field) => [field.field_id, baseValue(base, field)] as const),
  );
}

/**
 * The save of an artifact, in the journal. `run` is given what tells it that something else goes out than was noted, as it
 * was put together with what others wrote: it is looked for by that (features E16), and an undo leaves theirs alone.
 */
export function journaledSave(
  sent: DraftState,
  run: (onWrite: (attempt: Attempt) => Promise<void>) => Promise<SaveOutcome>,
  telling: Telling = {},
): Promise<Journaled<SaveOutcome>> {
  const { artifact } = sent.base;
  const facts: JournalFacts = {
    place: 'artifact',
    subject: artifact.id,
    name: artifact.xref,
    title: artifact.title ?? '',
    request: { method: 'PUT', path: `artifacts/${artifact.id}`, body: changeOf(sent) },
    changes: changesOf(sent),
    comment: sent.comment.body,
  };
  const before = valuesIn(sent.base, sent);
  const told = (entry: BegunEntry) => async (attempt: Attempt) => {
    if (equal(attempt.change, facts.request.body)) return;
    await entry.sends?.(attempt.change, valuesIn(attempt.over, sent));
  };
  return journaled({ facts, before, endOf: endOfSave }, (entry) => run(told(entry)), telling);
}

function endOfCreate(outcome: CreateOutcome): JournalEnd {
  if (outcome.kind === 'created') {
    const message = `Created as #${outcome.id}.`;
    return { outcome: 'landed', changeset: null, message, made: outcome.id };
  }
  if (outcome.kind === 'refused') return refused(outcome.error);
  if (outcome.kind === 'held') return { ...nothing, message: held };
  return { outcome: 'unknown', changeset: null, message: outcome.error.message };
}

/** The making of an artifact, in the journal. `run` is given what begins its entry, and awaits that before it sends. */
export async function journaledCreate(
  { trackerId, values, fields, copyOf }: CreateJob,
  run: (begin: () => Promise<BegunEntry>) => Promise<CreateOutcome>,
  { entry: earlier, onStep }: TellingOfOne = {},
): Promise<Journaled<CreateOutcome>> {
  const labels = new Map(fields.map(({ field_id, label }) => [field_id, label]));
  const content = copyOf === undefined ? { values } : { from_artifact: { id: copyOf } };
  const facts: JournalFacts = {
    place: 'new',
    subject: trackerId,
    name: copyOf === undefined ? 'New artifact' : `Copy of artifact #${copyOf}`,
    title: '',
    request: {
      method: 'POST',
      path: 'artifacts',
      body: { tracker: { id: trackerId }, ...content },
    },
    changes: values.map(({ field_id, ...entry }) => ({
      fieldId: field_id,
      label: labels.get(field_id) ?? `Field ${field_id}`,
      before: '',
      after: JSON.stringify(entry),
    })),
    comment: '',
  };
  let entry = earlier ?? null;
  const outcome = await run(async () => {
    entry ??= await beginEntry(facts);
    return entry;
  });
  onStep?.('closing');
  await entry?.end(endOfCreate(outcome));
  return { outcome, entry };
}

function endOfSvn(outcome: SvnSaveOutcome): JournalEnd {
  if (outcome.kind === 'unchanged') return { ...nothing, message: 'There was nothing to send.' };
  if ('version' in outcome) return { outcome: 'landed', changeset: null, message: '' };
  if (outcome.kind === 'refused') return refused(outcome.error);
  if (outcome.kind === 'conflict') return { ...nothing, message: moved };
  if (outcome.kind === 'held') return { ...nothing, message: held };
  if (outcome.kind === 'unknown') {
    return { outcome: 'unknown', changeset: null, message: outcome.error.message };
  }
  return nothing;
}

/** People and groups that are named in the settings. */
function namesIn({ settings }: SvnSnapshot): Names {
  const groups = settings.email_notifications.flatMap(({ user_groups }) => user_groups);
  return {
    people: peopleOf(settings),
    groups: new Map(groups.map(({ id, label }) => [id, label] as const)),
  };
}

/** The save of a repository's settings, in the journal. */
export function journaledSvn(
  { base, mine }: SvnSaveJob,
  run: () => Promise<SvnSaveOutcome>,
  telling: Telling = {},
): Promise<Journaled<SvnSaveOutcome>> {
  const stored = toSend(base.settings);
  const [was, is] = [partsOf(stored), partsOf(mine)];
  const text = (value: PartValue | undefined) => partText(value ?? null, namesIn(base));
  const facts: JournalFacts = {
    place: 'svn',
    subject: base.id,
    name: base.name,
    title: '',
    request: { method: 'PUT', path: `svn/${base.id}`, body: { settings: mine } },
    changes: changedParts(stored, mine).map((part) => ({
      fieldId: null,
      label: partLabel(part),
      before: text(was.get(part)),
      after: text(is.get(part)),
    })),
    comment: '',
  };
  const after = (outcome: SvnSaveOutcome) =>
    'version' in outcome && outcome.kind !== 'unchanged' ? outcome.version : undefined;
  return journaled({ facts, before: base, after, endOf: endOfSvn }, run, telling);
}
