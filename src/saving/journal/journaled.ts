import type { ApiError } from '~/api/error';
import type { Field } from '~/api/trackers';
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
import { isEmpty } from '../machine/attempts';
import type { Attempt, SaveOutcome } from '../machine/states';
import { ownPart } from '../others/parts';
import { putTogether } from '../rebaseSets';
import { changedParts, type PartValue, partsOf } from '../svn/parts';
import { type Names, partLabel, partText } from '../svn/partWords';
import type { SvnSaveJob, SvnSaveOutcome } from '../svn/saveSvnMachine';
import { peopleOf } from '../svn/svnForm';
import { type SvnSnapshot, toSend } from '../svn/svnSnapshot';
import type { JournalChange, JournalEnd, JournalFacts } from './entry';
import { type BegunEntry, beginEntry, type Writer, writerNow } from './journal';

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
  /** Hears the steps around the write itself before they are awaited; `writing` again after a note in the midst of it. */
  onStep?: ((step: 'keeping' | 'noting' | 'writing' | 'closing') => void) | undefined;
  /** Whose page it is that sends; by default who is signed in now. */
  by?: Writer | undefined;
  /** The artifact from whose page it is saved, where that is another one. */
  from?: number | undefined;
}

/** What is made is kept and noted by who sends it, once it is known after what it comes. */
interface TellingOfOne extends Pick<Telling, 'entry' | 'by'> {
  onStep?: ((step: 'closing') => void) | undefined;
}

interface Account<Outcome> {
  facts: JournalFacts;
  /** What an undo puts back. */
  before?: unknown;
  /** Where no draft keeps it: the version that the write starts from. */
  base?: unknown;
  /** What it starts from. */
  after?(outcome: Outcome): unknown;
  endOf(outcome: Outcome): JournalEnd;
}

/** Writes `facts` down, does it, and writes down how it ended. What throws has no known end. */
async function journaled<Outcome>(
  { facts, before, base, after, endOf }: Account<Outcome>,
  run: (entry: BegunEntry) => Promise<Outcome>,
  { entry: earlier, keep, onStep, by = writerNow() }: Telling,
): Promise<Journaled<Outcome>> {
  onStep?.('keeping');
  await keep?.();
  onStep?.('noting');
  const entry = earlier ?? (await beginEntry(facts, { before, base, by }));
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
  { entry: earlier, onStep, by }: TellingOfOne = {},
): Promise<Journaled<CreateOutcome>> {
  const labels = new Map(fields.map(({ field_id, label }) => [field_id, label]));
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
    entry ??= await beginEntry(facts, { by });
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
