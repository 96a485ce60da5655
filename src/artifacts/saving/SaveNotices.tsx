import { explain } from '~/api/explain';
import { useSession } from '~/api/session';
import type { Saved, SaveOutcome } from '~/saving/machine/states';
import { overwrittenFields } from '~/saving/mergeBack';
import { isDiscarded, isOpenEnded } from '~/saving/others/wholeSave';
import { TakenBack } from '~/saving/steps/TakenBack';
import { Unclear } from '~/saving/steps/Unclear';
import type { SaveResult } from '~/saving/useSave';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import type { ArtifactEditor } from '../editor/editor';
import { hasProblems } from '../editor/problems';
import { OtherNotices } from './OtherNotices';
import { StoredOtherwise } from './StoredOtherwise';
import { StoredUnread } from './StoredUnread';
import { labels, whoAndWhat } from './words';

/** What somebody else saved in the server's blind second is said: what was replaced can be put back (features X8). */
function Overtaken({
  outcome,
  editor,
  me,
}: {
  outcome: Saved;
  editor: ArtifactEditor;
  me: number;
}) {
  const { overtaken } = outcome;
  if (overtaken.length === 0) return null;
  const lost = overwrittenFields(outcome);
  const who = <strong>{whoAndWhat(overtaken, me)}</strong>;
  if (lost.length === 0) {
    return (
      <Banner tone="info">
        {who} saved just before you; the server did not notice. Nothing of it was replaced.
      </Banner>
    );
  }
  return (
    <Banner
      tone="warning"
      role="alert"
      actions={<Button onClick={editor.mergeBack}>Merge back…</Button>}
    >
      {who} saved just before you; the server did not notice. Your save replaced {labels(lost)}. The
      value before it stands in the history.
    </Banner>
  );
}

/** Others wrote while the person edited: their changes of sets, and mine, are in what was saved. */
function Joined({ result, me }: { result: SaveResult; me: number }) {
  if (result.outcome.kind !== 'saved' || result.outcome.joined.length === 0) return null;
  return (
    <Banner tone="info">
      <strong>{whoAndWhat(result.outcome.joined, me)}</strong> saved while you were editing. Your
      change was put together with that one: nothing of either is lost.
    </Banner>
  );
}

function Unknown({
  outcome,
  editor,
}: {
  outcome: Extract<SaveOutcome, { kind: 'unknown' }>;
  editor: ArtifactEditor;
}) {
  const { saving } = editor;
  if (saving.result?.isTakenBack) {
    const notFound =
      'It was not among the changesets just now, and it is not sent again. Should it arrive yet, the history has it.';
    return (
      <TakenBack
        saving={saving}
        what="the change that you discarded was saved"
        found={outcome.search === 'failed' ? undefined : notFound}
      />
    );
  }
  return (
    <Unclear
      saving={saving}
      what="your change was saved"
      error={outcome.error}
      canSend={outcome.search === 'notFound'}
    >
      {outcome.search === 'notFound'
        ? 'It was not among the changesets just now. “Send again” looks once more before it sends, so nothing is stored twice.'
        : 'Looking for it failed as well.'}{' '}
      Your text is kept.
    </Unclear>
  );
}

function Refused({
  outcome,
  editor,
}: {
  outcome: Extract<SaveOutcome, { kind: 'refused' }>;
  editor: ArtifactEditor;
}) {
  const { error } = outcome;
  const { problems, lock } = editor;
  if (hasProblems(problems)) return null;
  return (
    <ErrorPanel
      words={explain(error, 'save this artifact', true)}
      onRetry={lock === undefined ? editor.save : undefined}
    />
  );
}

/** A save of a killed tab that replaced what somebody else had saved; one that did not is no news by now. */
function overtaking({ kept }: ArtifactEditor): Saved | null {
  const saved = kept.found?.saved;
  return saved && overwrittenFields(saved).length > 0 ? saved : null;
}

/** How the last save ended, where something has to be known or done. */
export function SaveNotices({ editor }: { editor: ArtifactEditor }) {
  const me = useSession().session?.person.id ?? 0;
  const { saving, isStoredUnread } = editor;
  const { result, step, fault } = saving;
  const isOpen = result !== null && isOpenEnded(result);
  const isGone = result !== null && isDiscarded(result);
  const outcome = step === null || isOpen ? result?.outcome : undefined;
  const ended = outcome?.kind === 'saved' ? outcome : null;
  const others = result ? outcome && result.others : editor.kept.found?.others;
  const told = result ? ended : overtaking(editor);
  return (
    <>
      {isStoredUnread ? (
        <StoredUnread artifactId={editor.base.artifact.id} onLook={saving.lookAgain} />
      ) : null}
      {result && outcome ? <Joined result={result} me={me} /> : null}
      {result && outcome?.kind === 'saved' ? <StoredOtherwise result={result} /> : null}
      {others ? <OtherNotices others={others} me={me} saving={result ? saving : null} /> : null}
      {told ? <Overtaken outcome={told} editor={editor} me={me} /> : null}
      {outcome?.kind === 'unknown' ? <Unknown outcome={outcome} editor={editor} /> : null}
      {outcome?.kind === 'refused' && !isGone ? (
        <Refused outcome={outcome} editor={editor} />
      ) : null}
      {fault && step === null ? <ErrorPanel words={explain(fault)} onRetry={editor.save} /> : null}
    </>
  );
}
