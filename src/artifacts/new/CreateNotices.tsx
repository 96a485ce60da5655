import { explain } from '~/api/explain';
import type { UnknownCreate } from '~/saving/create/createArtifact';
import { discardedWords, heldWords } from '~/saving/steps/steps';
import { TakenBack } from '~/saving/steps/TakenBack';
import { Unclear } from '~/saving/steps/Unclear';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { hasProblems } from '../editor/problems';
import { LockNotice } from '../saving/LockNotice';
import { MaybeCreated } from '../saving/MaybeCreated';
import type { NewArtifactEditor } from './useNewArtifact';

function searchWords({ search, maybe }: UnknownCreate): string {
  if (search === 'failed') return 'Looking for it failed as well. Your text is kept.';
  return maybe.length === 0
    ? 'It is not among the newest artifacts of this tracker. “Send again” looks once more before it sends, so nothing is created twice. It sends what was sent; what you typed since becomes a draft of it.'
    : 'You created other things here since, with other content. Look whether one of them is it before you send again:';
}

function Unknown({ outcome, editor }: { outcome: UnknownCreate; editor: NewArtifactEditor }) {
  const { creating } = editor;
  if (creating.isTakenBack) {
    const notFound =
      'It was not among the newest artifacts of this tracker just now, and it is not sent again. Should it arrive yet, the tracker has it.';
    return (
      <TakenBack
        saving={creating}
        what="what you discarded was created"
        found={outcome.search === 'failed' ? undefined : notFound}
      />
    );
  }
  return (
    <Unclear
      saving={creating}
      what="it was created"
      error={outcome.error}
      canSend={outcome.search === 'notFound'}
    >
      {searchWords(outcome)}
      <MaybeCreated maybe={outcome.maybe} />
    </Unclear>
  );
}

/** How creating ended, where something has to be known or done. */
export function CreateNotices({ editor }: { editor: NewArtifactEditor }) {
  const { creating, problems, lock, create } = editor;
  const { outcome, step, fault } = creating;
  const isTold = hasProblems(problems);
  const isGone = creating.isTakenBack && outcome?.kind === 'refused';
  const quiet = isGone ? discardedWords : outcome?.kind === 'held' ? heldWords : undefined;
  return (
    <>
      {outcome?.kind === 'unknown' ? <Unknown outcome={outcome} editor={editor} /> : null}
      {outcome?.kind === 'refused' && step === null && !isTold && !isGone ? (
        <ErrorPanel
          words={explain(outcome.error, 'create it', true)}
          onRetry={lock === undefined ? create : undefined}
        />
      ) : null}
      {quiet !== undefined && step === null ? (
        <Banner tone="info" role="status">
          {quiet}
        </Banner>
      ) : null}
      {fault && step === null ? <ErrorPanel words={explain(fault)} onRetry={create} /> : null}
      {lock === undefined || editor.kept.state.role === 'follower' ? null : (
        <LockNotice words={lock} onUnlock={editor.unlock} />
      )}
    </>
  );
}
