import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { scope } from '~/api/session';
import { joinWords } from '~/lib/words/joinWords';
import { DraftName } from '~/saving/kept/DraftName';
import { KeptNotices } from '~/saving/kept/KeptNotices';
import { LeftNotice } from '~/saving/kept/LeftNotice';
import { LeftValues } from '~/saving/kept/LeftValues';
import { unsentWords } from '~/saving/kept/unsent';
import { readNews } from '~/saving/restPort';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import type { ArtifactEditor } from '../editor/editor';
import { mergeProblem, unclearWords } from '../saving/words';
import type { Reopened } from './artifactAdapter';

/** How many changesets came after what a draft starts from; undefined until it is known. */
function useCountSince({ kept, isNewer }: Reopened): number | undefined {
  const { base } = kept;
  const { id, last_modified_date } = base.artifact;
  const { data } = useQuery({
    queryKey: [...scope(), 'artifacts', id, 'since', last_modified_date],
    queryFn: () => readNews(base),
    enabled: isNewer,
  });
  return data?.since.length;
}

function newerWords(reopened: Reopened, count: number | undefined): string {
  const { head, isNewer, overlap, moved } = reopened;
  const look = overlap.length === 0 ? '' : ` Somebody else changed ${joinWords(overlap)} as well.`;
  if (moved !== undefined) return `${moved}${look}`;
  if (head.undoes !== undefined && overlap.length === 0) {
    return 'It puts back what was there before. Look at it, then save.';
  }
  if (!isNewer) return 'The artifact is as it was.';
  const newer = count === undefined ? 'Newer changes' : `${count} newer changesets`;
  const one = count === 1 ? '1 newer changeset' : newer;
  return overlap.length === 0 ? `${one}, no overlap.` : `${one}; look at ${joinWords(overlap)}.`;
}

/** What is told of it is said of the version that the draft stood over then: not of one that it was merged with or saved as. */
function isAsTold({ base }: ArtifactEditor, reopened: Reopened): boolean {
  return base === reopened.base;
}

/** Whether what is told of a reopened draft offers itself to merge with the newer version. */
export function offersMerge(editor: ArtifactEditor): boolean {
  const { reopened } = editor.kept;
  return reopened !== null && reopened.overlap.length > 0 && isAsTold(editor, reopened);
}

function ReopenedNotice({ editor, reopened }: { editor: ArtifactEditor; reopened: Reopened }) {
  const count = useCountSince(reopened);
  const { head, overlap, unsent } = reopened;
  // While it is still looked it waits.
  const isBarred = editor.isUnclear && editor.kept.lost.state !== 'looking';
  return (
    <Banner
      tone={overlap.length === 0 ? 'info' : 'warning'}
      place="page"
      role="status"
      icon={<History size={16} strokeWidth={1.75} aria-hidden="true" />}
      actions={
        <>
          {overlap.length === 0 ? null : (
            <Button
              isPending={editor.isMerging}
              disabledReason={isBarred ? unclearWords : undefined}
              onClick={editor.mergeNow}
            >
              Merge now
            </Button>
          )}
          <Button variant="quiet" onClick={editor.kept.dismiss}>
            Dismiss
          </Button>
        </>
      }
    >
      <DraftName head={head} />. {newerWords(reopened, count)}
      {mergeProblem(editor.mergeError)}
      {unsent.length === 0 ? null : <> {unsentWords(unsent)}</>}
      <LeftValues left={editor.kept.left} />
    </Banner>
  );
}

/** What has to be known about the draft in this browser: it came back, another tab edits it, it is not kept. */
export function DraftNotices({ editor }: { editor: ArtifactEditor }) {
  const { kept, prompt } = editor;
  const { reopened, left, isFollowing, status, editHere } = kept;
  const isSilent = prompt !== null || isFollowing;
  const told = !isSilent && reopened && isAsTold(editor, reopened) ? reopened : null;
  return (
    <>
      {told ? <ReopenedNotice editor={editor} reopened={told} /> : null}
      {told || isSilent ? null : <LeftNotice left={left} onDismiss={kept.dismiss} />}
      {kept.lost.state === 'failed' ? (
        <Banner
          tone="warning"
          place="page"
          role="alert"
          actions={<Button onClick={kept.lost.again}>Look again</Button>}
        >
          <strong>It is not known whether your last save arrived.</strong> The server cannot be read
          now. What you type stays here; it can be saved once this is clear.
        </Banner>
      ) : null}
      <KeptNotices
        state={{ status, role: isFollowing ? 'follower' : 'none' }}
        editHere={editHere}
      />
    </>
  );
}
