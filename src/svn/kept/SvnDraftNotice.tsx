import { History } from 'lucide-react';
import { joinWords } from '~/lib/words/joinWords';
import { DraftName } from '~/saving/kept/DraftName';
import { KeptNotices } from '~/saving/kept/KeptNotices';
import { LeftNotice } from '~/saving/kept/LeftNotice';
import type { ReopenedSvn } from '~/saving/kept/svnAdapter';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import type { SvnEditor } from '../editor/editor';

function newerWords({ head, isNewer, overlap, isStored }: ReopenedSvn): string {
  if (isStored) return 'The server holds all of it already.';
  if (overlap.length > 0) {
    return `The settings were changed since; look at ${joinWords(overlap)}.`;
  }
  if (head.undoes !== undefined) {
    return 'It puts back what was there before. Look at it, then save.';
  }
  return isNewer
    ? 'The settings were changed since, no overlap.'
    : 'The settings are as they were.';
}

/** What has to be known about the draft of these settings in this browser. */
export function SvnDraftNotice({ editor }: { editor: SvnEditor }) {
  const { kept, prompt } = editor;
  const { reopened, isFollowing, state, session, dismiss } = kept;
  return (
    <>
      {reopened && !prompt && !isFollowing ? (
        <Banner
          tone={reopened.overlap.length === 0 ? 'info' : 'warning'}
          place="page"
          role="status"
          icon={<History size={16} strokeWidth={1.75} aria-hidden="true" />}
          actions={
            <>
              {reopened.overlap.length === 0 ? null : (
                <Button onClick={editor.mergeNow}>Merge now</Button>
              )}
              <Button variant="quiet" onClick={dismiss}>
                Dismiss
              </Button>
            </>
          }
        >
          <DraftName head={reopened.head} />. {newerWords(reopened)}
        </Banner>
      ) : null}
      <LeftNotice left={kept.left} onDismiss={kept.dismissLeft} />
      <KeptNotices state={state} editHere={() => session.editHere()} />
    </>
  );
}
