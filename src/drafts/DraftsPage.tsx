import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { artifactsByIdsQuery } from '~/api/artifacts/read';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { draftsQuery } from '~/saving/kept/draftsQuery';
import { DRAFT_DAYS } from '~/saving/kept/head';
import { useKeptNews } from '~/saving/kept/heads';
import type { DraftList, ListedDraft } from '~/saving/kept/list';
import { troubleWords } from '~/saving/kept/session/trouble';
import { UnlockKept } from '~/saving/kept/UnlockKept';
import { Button } from '~/ui/button/Button';
import { LinkButton } from '~/ui/button/LinkButton';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { EmptyState } from '~/ui/show/EmptyState';
import { DraftRow, type Known } from './DraftRow';
import { discard } from './discard';
import './drafts.css';

export async function loader({ queryClient }: PageLoaderArgs) {
  await queryClient.fetchQuery(draftsQuery());
  return {};
}

export const handle: PageHandle = { title: () => 'Drafts' };

/** One request for all drafts says which artifacts are still as they were. */
function useKnown(drafts: readonly ListedDraft[]): (draft: ListedDraft) => Known {
  const ids = drafts.flatMap(({ artifact }) => artifact?.head.id ?? []);
  const { data, isError } = useQuery({
    ...artifactsByIdsQuery(ids),
    enabled: ids.length > 0,
    staleTime: 0,
  });
  return ({ head, artifact }) => {
    if (isError) return 'failed';
    if (!data) return 'checking';
    const now = data.find(({ id }) => id === head.id);
    const base = artifact?.state.base.artifact;
    const isSame =
      now?.last_modified_date === base?.last_modified_date && now?.tracker.id === base?.tracker.id;
    return isSame ? 'same' : 'another';
  };
}

function Unread({ unread }: Pick<DraftList, 'unread'>) {
  if (unread.length === 0) return null;
  return (
    <section className="drafts-unread">
      <h2>Not readable by this version</h2>
      <p className="soft">
        Written by another version of Parterre, or damaged. Nothing of it is lost: it is shown as it
        lies in this browser.
      </p>
      {unread.map(({ slot, records }) => (
        <details key={slot.id} className="draft-text">
          <summary>{slot.id}</summary>
          <pre>{JSON.stringify(records, null, 2)}</pre>
          <Button size="small" onClick={() => void discard(slot, slot.id, records)}>
            Discard
          </Button>
        </details>
      ))}
    </section>
  );
}

/** `/drafts` */
export function Component() {
  const { data: list } = useSuspenseQuery(draftsQuery());
  useKeptNews('drafts');
  const known = useKnown(list.drafts);
  const { drafts, unread, locked, trouble } = list;
  return (
    <>
      <PageHead
        count={drafts.length || null}
        facts={[
          `Kept in this browser for ${DRAFT_DAYS} days after the last key, also when you sign out`,
        ]}
      />
      <div className="drafts">
        {trouble ? <Banner tone="warning">{troubleWords[trouble]}</Banner> : null}
        {locked === 0 ? null : (
          <UnlockKept>{`${locked === 1 ? 'One draft lies' : `${locked} drafts lie`} here behind your passphrase.`}</UnlockKept>
        )}
        {drafts.length === 0 && locked === 0 ? (
          <EmptyState
            icon={<PenLine size={20} strokeWidth={1.75} aria-hidden="true" />}
            title="No drafts"
            action={<LinkButton to={paths.projects()}>Go to the projects</LinkButton>}
          >
            What you type into an artifact and do not save is kept here, until you go on with it.
          </EmptyState>
        ) : (
          <ul className="draft-list" aria-label="Drafts">
            {drafts.map((draft) => (
              <DraftRow
                key={draft.slot.id}
                draft={draft}
                known={known(draft)}
                onDiscard={() =>
                  void discard(draft.slot, draft.head.name, [...draft.records.values()])
                }
              />
            ))}
          </ul>
        )}
        <Unread unread={unread} />
      </div>
    </>
  );
}
