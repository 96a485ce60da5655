import { changedParts, type PartValue, partsOf } from '../svn/parts';
import { type Names, partLabel, partText } from '../svn/partWords';
import type { SvnSaveJob, SvnSaveOutcome } from '../svn/saveSvnMachine';
import { peopleOf } from '../svn/svnForm';
import { type SvnSnapshot, toSend } from '../svn/svnSnapshot';
import { notStored, unknownEnd, unsent } from './ends';
import type { JournalEnd, JournalFacts } from './entry';
import { type Journaled, journaled, type Telling } from './journaled';

function endOfSvn(outcome: SvnSaveOutcome): JournalEnd {
  if (outcome.kind === 'unchanged') return notStored(unsent.unchanged);
  if ('version' in outcome) return { outcome: 'landed', changeset: null, message: '' };
  if (outcome.kind === 'refused') return notStored(outcome.error.message);
  if (outcome.kind === 'conflict') return notStored(unsent.moved);
  if (outcome.kind === 'held') return notStored(unsent.held);
  if (outcome.kind === 'unknown') return unknownEnd(outcome.error);
  return notStored('');
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
