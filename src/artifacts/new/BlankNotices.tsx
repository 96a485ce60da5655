import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { Link } from 'react-router-dom';
import { paths } from '~/paths';
import { DraftName } from '~/saving/kept/DraftName';
import { draftHeadsQuery, useKeptNews } from '~/saving/kept/heads';
import { KeptNotices } from '~/saving/kept/KeptNotices';
import { LeftValues } from '~/saving/kept/LeftValues';
import { unsentWords } from '~/saving/kept/unsent';
import { Button } from '~/ui/button/Button';
import { LinkButton } from '~/ui/button/LinkButton';
import { Banner } from '~/ui/show/Banner';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { NewArtifactEditor } from './useNewArtifact';

const icon = <History size={16} strokeWidth={1.75} aria-hidden="true" />;

function ReopenedNotice({ editor }: { editor: NewArtifactEditor }) {
  const { reopened, dismiss } = editor.kept;
  if (!reopened) return null;
  const { head, left, unsent, tried } = reopened;
  return (
    <Banner
      tone={left.length === 0 ? 'info' : 'warning'}
      place="page"
      role="status"
      icon={icon}
      actions={
        <Button variant="quiet" onClick={dismiss}>
          Dismiss
        </Button>
      }
    >
      <DraftName head={head} />, {tried ? 'sent, its end was not seen.' : 'not sent yet.'}{' '}
      {unsentWords(unsent)}
      <LeftValues left={left} />
    </Banner>
  );
}

/** Other new artifacts of this tracker that were begun and not created: offered while this form is untouched. */
function OthersNotice({ editor, trackerId }: { editor: NewArtifactEditor; trackerId: number }) {
  useKeptNews('drafts');
  const { data = [] } = useQuery(draftHeadsQuery());
  const others = data
    .filter(({ place, id, key }) => place === 'new' && id === trackerId && key !== editor.draftKey)
    .sort((a, b) => b.savedAt - a.savedAt);
  const [newest] = others;
  if (!newest || editor.summary.fields.length > 0 || editor.kept.reopened) return null;
  return (
    <Banner
      tone="info"
      place="page"
      role="status"
      icon={icon}
      actions={
        <LinkButton to={paths.newArtifact(trackerId, { draft: newest.key })}>
          Go on with it
        </LinkButton>
      }
    >
      <strong>
        You began {newest.title === '' ? 'another one' : `“${newest.title}”`}{' '}
        <RelativeTime value={new Date(newest.savedAt).toISOString()} />
      </strong>{' '}
      and did not create it.{' '}
      {others.length === 1 ? null : <Link to={paths.drafts()}>All {others.length} drafts</Link>}
    </Banner>
  );
}

/** What has to be known about the drafts of new artifacts in this browser. */
export function BlankNotices({
  editor,
  trackerId,
}: {
  editor: NewArtifactEditor;
  trackerId: number;
}) {
  const { state, session } = editor.kept;
  return (
    <>
      {state.role === 'follower' ? null : (
        <>
          <ReopenedNotice editor={editor} />
          <OthersNotice editor={editor} trackerId={trackerId} />
        </>
      )}
      <KeptNotices state={state} editHere={() => session.editHere()} />
    </>
  );
}
