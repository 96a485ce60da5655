import type { ApiError } from '~/api/error';
import type { CreateJob, CreateOutcome } from '../create/createArtifact';
import {
  baseValue,
  changedFields,
  changeOf,
  type DraftBase,
  type DraftState,
  draftValue,
  readingsOf,
} from '../draft/draftState';
import type { SaveOutcome } from '../saveMachine';
import { changedParts, partsOf } from '../svn/parts';
import type { SvnSaveJob, SvnSaveOutcome } from '../svn/saveSvnMachine';
import { toSend } from '../svn/svnSnapshot';
import type { JournalChange, JournalEnd, JournalFacts } from './entry';
import { beginEntry } from './journal';

/** Writes `facts` down, does it, and writes down how it ended. What throws has no known end. */
async function journaled<T>(
  { facts, before }: { facts: JournalFacts; before?: unknown },
  run: () => Promise<T>,
  endOf: (outcome: T) => JournalEnd,
): Promise<T> {
  const entry = await beginEntry(facts, before);
  const outcome = await run();
  await entry.end(endOf(outcome));
  return outcome;
}

const nothing: JournalEnd = { outcome: 'refused', changeset: null, message: '' };

function refused(error: ApiError): JournalEnd {
  return { ...nothing, message: error.message };
}

function changesOf(draft: DraftState<DraftBase>): JournalChange[] {
  const readings = readingsOf(draft.base);
  return changedFields(draft).map((field) => {
    const contract = readings.get(field.field_id)?.contract;
    const text = (value: unknown) => contract?.toText(value, field) ?? '';
    return {
      fieldId: field.field_id,
      label: field.label,
      before: text(baseValue(draft.base, field)),
      after: text(draftValue(draft, field)),
    };
  });
}

const moved = 'Somebody had saved in between: nothing was stored.';

function endOfSave(outcome: SaveOutcome): JournalEnd {
  if (outcome.kind === 'saved') {
    return { outcome: 'landed', changeset: outcome.changeset?.id ?? null, message: '' };
  }
  if (outcome.kind === 'refused') return refused(outcome.error);
  if (outcome.kind === 'conflict') return { ...nothing, message: moved };
  if (outcome.kind === 'unknown') {
    return { outcome: 'unknown', changeset: null, message: outcome.error.message };
  }
  return { ...nothing, message: 'There was nothing to send.' };
}

/** The save of an artifact, in the journal. */
export function journaledSave(
  sent: DraftState,
  run: () => Promise<SaveOutcome>,
): Promise<SaveOutcome> {
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
  const before = new Map(
    changedFields(sent).map((field) => [field.field_id, baseValue(sent.base, field)]),
  );
  return journaled({ facts, before }, run, endOfSave);
}

function endOfCreate(outcome: CreateOutcome): JournalEnd {
  if (outcome.kind === 'created') {
    return { outcome: 'landed', changeset: null, message: `Created as #${outcome.id}.` };
  }
  if (outcome.kind === 'refused') return refused(outcome.error);
  return { outcome: 'unknown', changeset: null, message: outcome.error.message };
}

/** The making of an artifact, in the journal. */
export function journaledCreate(
  { trackerId, values, fields }: CreateJob,
  run: () => Promise<CreateOutcome>,
): Promise<CreateOutcome> {
  const labels = new Map(fields.map(({ field_id, label }) => [field_id, label]));
  const facts: JournalFacts = {
    place: 'new',
    subject: trackerId,
    name: 'New artifact',
    title: '',
    request: { method: 'POST', path: 'artifacts', body: { tracker: { id: trackerId }, values } },
    changes: values.map(({ field_id, ...entry }) => ({
      fieldId: field_id,
      label: labels.get(field_id) ?? `Field ${field_id}`,
      before: '',
      after: JSON.stringify(entry),
    })),
    comment: '',
  };
  return journaled({ facts }, run, endOfCreate);
}

function endOfSvn(outcome: SvnSaveOutcome): JournalEnd {
  if ('version' in outcome) return { outcome: 'landed', changeset: null, message: '' };
  if (outcome.kind === 'refused') return refused(outcome.error);
  if (outcome.kind === 'conflict') return { ...nothing, message: moved };
  if (outcome.kind === 'unknown') {
    return { outcome: 'unknown', changeset: null, message: outcome.error.message };
  }
  return nothing;
}

/** The save of a repository's settings, in the journal. */
export function journaledSvn(
  { base, mine }: SvnSaveJob,
  run: () => Promise<SvnSaveOutcome>,
): Promise<SvnSaveOutcome> {
  const stored = toSend(base.settings);
  const [was, is] = [partsOf(stored), partsOf(mine)];
  const text = (value: unknown) =>
    typeof value === 'string' ? value : JSON.stringify(value ?? null);
  const facts: JournalFacts = {
    place: 'svn',
    subject: base.id,
    name: base.name,
    title: '',
    request: { method: 'PUT', path: `svn/${base.id}`, body: { settings: mine } },
    changes: changedParts(stored, mine).map((part) => ({
      fieldId: null,
      label: part,
      before: text(was.get(part)),
      after: text(is.get(part)),
    })),
    comment: '',
  };
  return journaled({ facts }, run, endOfSvn);
}
