import type { ReactNode } from 'react';
import { explain } from '~/api/explain';
import { discardedWords, heldWords } from '~/saving/steps/steps';
import { TakenBack } from '~/saving/steps/TakenBack';
import { Unclear } from '~/saving/steps/Unclear';
import type { PartKey } from '~/saving/svn/parts';
import { type Names, partLabel, partText } from '~/saving/svn/partWords';
import type { SvnSaveOutcome } from '~/saving/svn/saveSvnMachine';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import type { SvnEditor } from '../editor/editor';
import { stepWords } from '../svnWords';

type Saved = Extract<SvnSaveOutcome, { kind: 'saved' | 'savedDifferently' }>;

function isSaved(outcome: SvnSaveOutcome | undefined): outcome is Saved {
  return outcome?.kind === 'saved' || outcome?.kind === 'savedDifferently';
}

function listed(keys: readonly PartKey[]): string {
  return keys.map(partLabel).join(', ');
}

/** What was changed without meaning, said quietly. */
function quietly({ differences: { isTrimmed, hasOtherLineEnds } }: Saved): string {
  const trimmed = isTrimmed
    ? ' The server took off blank lines at the ends of the access file.'
    : '';
  return hasOtherLineEnds ? `${trimmed} It stored other line ends than were sent.` : trimmed;
}

/** What a save has to say when nothing went wrong, for the live region and the eye. */
function savedWords(outcome: SvnSaveOutcome | undefined, isTakenBack = false): string {
  if (isTakenBack && outcome?.kind === 'refused') return discardedWords;
  if (outcome?.kind === 'unchanged')
    return 'Nothing was left to save: the server already has this.';
  if (outcome?.kind === 'held') return heldWords;
  if (outcome?.kind !== 'saved') return '';
  const found =
    outcome.how === 'found' ? 'The answer was lost on the way, but it was saved.' : 'Saved.';
  const proof = outcome.isReadBack
    ? 'Read back: stored as sent.'
    : 'It could not be read back; this is what the server answered.';
  return `${found} ${proof}${quietly(outcome)}`;
}

/** Somebody else's changes that were kept, and those that came right after. */
function Others({ outcome }: { outcome: Saved }) {
  const kept = outcome.attempt.rows.filter((row) => row.outcome === 'theirs').map(({ key }) => key);
  return (
    <>
      {kept.length === 0 ? null : (
        <Banner tone="info" role="status">
          Somebody else had changed <strong>{listed(kept)}</strong> since you opened this page. That
          is kept, and your changes are saved beside it. Tuleap does not tell who it was.
        </Banner>
      )}
      {outcome.overtaken.length === 0 ? null : (
        <Banner tone="warning" role="alert">
          Somebody else changed <strong>{listed(outcome.overtaken)}</strong> right after your save.
          The page shows what is stored now.
        </Banner>
      )}
    </>
  );
}

/** Parts other than the access file that read back otherwise. */
function Different({ outcome, names }: { outcome: Saved; names: Names }) {
  const { parts } = outcome.differences;
  if (parts.length === 0) return null;
  return (
    <Banner tone="danger" role="alert">
      <strong>Saved, but not all as it was sent.</strong>
      <ul className="svn-problems">
        {parts.map(({ key, sent, stored }) => (
          <li key={key}>
            {partLabel(key)}: sent “{partText(sent, names).replaceAll('\n', ', ')}”, stored “
            {partText(stored, names).replaceAll('\n', ', ')}”
          </li>
        ))}
      </ul>
    </Banner>
  );
}

const searchWords = {
  notFound:
    'The settings were as before just now. “Send again” reads once more before it sends, so nothing is overwritten.',
  other:
    'The settings are neither as before nor as you sent them: half of the save may have arrived, or somebody else saved. “Send again” reads once more and sends only what is missing.',
  failed: 'Looking for it failed as well. Your text is kept.',
};

/** The same of what was discarded: it is not sent again. */
const discardedSearchWords = {
  notFound: 'The settings were not as you had sent them just now, and they are not sent again.',
  other:
    'The settings are neither as before nor as you had sent them: half of what you discarded may have arrived, or somebody else saved. They are not sent again.',
  failed: undefined,
};

function Unknown({
  outcome,
  editor,
}: {
  outcome: Extract<SvnSaveOutcome, { kind: 'unknown' }>;
  editor: SvnEditor;
}) {
  const { saving } = editor;
  if (saving.result?.isTakenBack) {
    return (
      <TakenBack
        saving={saving}
        what="the changes that you discarded were saved"
        found={discardedSearchWords[outcome.search]}
      />
    );
  }
  return (
    <Unclear
      saving={saving}
      what="your changes were saved"
      error={outcome.error}
      canSend={outcome.search !== 'failed'}
    >
      {searchWords[outcome.search]}
    </Unclear>
  );
}

function Refused({ editor }: { editor: SvnEditor }): ReactNode {
  const { saving, problems, lock } = editor;
  const outcome = saving.result?.outcome;
  if (outcome?.kind !== 'refused' || lock !== undefined || saving.result?.isTakenBack) return null;
  if (problems.byControl.size > 0 || problems.rest.length > 0) return null;
  const words = explain(outcome.error, 'save these settings', true);
  return <ErrorPanel words={words} onRetry={editor.save} />;
}

/** How the last save ended, and what can be done about it. The live region is always there, so that it is heard. */
export function SvnNotices({ editor, names }: { editor: SvnEditor; names: Names }) {
  const { result, step, fault } = editor.saving;
  const isWaiting = result?.outcome.kind === 'unknown';
  const outcome = step === null || isWaiting ? result?.outcome : undefined;
  const said = step === null ? savedWords(outcome, result?.isTakenBack) : stepWords[step];
  const isGood = step === null && said !== '';
  const isSent = outcome?.kind !== 'held' && outcome?.kind !== 'refused';
  return (
    <>
      <div role="status" className={isGood ? undefined : 'visually-hidden'}>
        {isGood ? <Banner tone={isSent ? 'success' : 'info'}>{said}</Banner> : said}
      </div>
      {isSaved(outcome) ? (
        <>
          <Different outcome={outcome} names={names} />
          <Others outcome={outcome} />
        </>
      ) : null}
      {outcome?.kind === 'unknown' ? <Unknown outcome={outcome} editor={editor} /> : null}
      {outcome ? <Refused editor={editor} /> : null}
      {fault && step === null ? <ErrorPanel words={explain(fault)} onRetry={editor.save} /> : null}
    </>
  );
}
