import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { scope } from '~/api/session';
import { listed } from '~/saving/changes';
import { countOf } from '~/saving/kept/head';
import { troubleWords } from '~/saving/kept/session';
import { readNews } from '~/saving/restPort';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { ArtifactEditor } from '../useArtifactEditor';
import type { Reopened } from './artifactThing';

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
  if (moved !== undefined) return moved;
  if (head.undoes !== undefined && overlap.length === 0) {
    return 'It puts back what was there before. Look at it, then save.';
  }
  if (!isNewer) return 'The artifact is as it was.';
  const newer = count === undefined ? 'newer changes' : `${count} newer changesets`;
  const one = count === 1 ? '1 newer changeset' : newer;
  return overlap.length === 0 ? `${one}, no overlap.` : `${one}; look at ${listed(overlap)}.`;
}

function ReopenedNotice({ editor, reopened }: { editor: ArtifactEditor; reopened: Reopened }) {
  const count = useCountSince(reopened);
  const { head, overlap, left } = reopened;
  return (
    <Banner
      tone={overlap.length === 0 ? 'info' : 'warning'}
      place="page"
      role="status"
      icon={<History size={16} strokeWidth={1.75} aria-hidden="true" />}
      actions={
        <>
          {overlap.length === 0 ? null : (
            <Button isPending={editor.isMerging} onClick={editor.mergeNow}>
              Merge now
            </Button>
          )}
          <Button variant="quiet" onClick={editor.kept.dismiss}>
            Dismiss
          </Button>
        </>
      }
    >
      <strong>
        {head.undoes === undefined ? 'Your draft' : 'The undo'} from{' '}
        <RelativeTime value={new Date(head.savedAt).toISOString()} />: {countOf(head)}
      </strong>
      ; {newerWords(reopened, count)}
      {left.length === 0 ? null : (
        <details>
          <summary>What has no place here any more</summary>
          <dl>
            {left.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="artifact-kept">{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Banner>
  );
}

/** What has to be known about the draft in this browser: it came back, another tab edits it, it is not kept. */
export function DraftNotices({ editor }: { editor: ArtifactEditor }) {
  const { kept, prompt } = editor;
  const { status, reopened } = kept;
  if (kept.isFollowing) {
    return (
      <Banner
        tone="info"
        place="page"
        role="status"
        actions={<Button onClick={kept.editHere}>Edit here instead</Button>}
      >
        <strong>You are editing this in another tab.</strong> What you type there is shown here.
      </Banner>
    );
  }
  return (
    <>
      {reopened && !prompt ? <ReopenedNotice editor={editor} reopened={reopened} /> : null}
      {status.state === 'trouble' ? (
        <Banner tone="warning" place="page" role="alert">
          {troubleWords[status.trouble]}
        </Banner>
      ) : null}
    </>
  );
}
