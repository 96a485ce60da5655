import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { NotebookPen } from 'lucide-react';
import { scope } from '~/api/session';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { readJournal } from '~/saving/journal/journal';
import { useKeptNews } from '~/saving/kept/heads';
import { UnlockKept } from '~/saving/kept/UnlockKept';
import { Button } from '~/ui/button/Button';
import { LinkButton } from '~/ui/button/LinkButton';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { EmptyState } from '~/ui/show/EmptyState';
import { exportJournal } from './exportJournal';
import { JournalRow } from './JournalRow';
import { journalTrouble } from './journalTrouble';
import './journal.css';

function journalQuery() {
  const profile = scope();
  return queryOptions({
    queryKey: [...profile, 'kept', 'journal'],
    queryFn: () => readJournal(profile),
    staleTime: 0,
  });
}

export async function loader({ queryClient }: PageLoaderArgs) {
  await queryClient.fetchQuery(journalQuery());
  return {};
}

export const handle: PageHandle = { title: () => 'Journal' };

/** `/journal`: every write of this browser, what it changed, how it ended, and the way back. */
export function Component() {
  const { data } = useSuspenseQuery(journalQuery());
  useKeptNews('journal');
  const { entries, unread, locked, trouble } = data;
  return (
    <>
      <PageHead
        count={entries.length || null}
        facts={['What you changed from this browser; the last 500 writes stay, and only here']}
        actions={
          entries.length === 0 ? null : (
            <>
              <Button onClick={() => exportJournal(entries, 'csv')}>Export CSV</Button>
              <Button onClick={() => exportJournal(entries, 'json')}>Export JSON</Button>
            </>
          )
        }
      />
      <div className="journal">
        {trouble ? <Banner tone="warning">{journalTrouble[trouble]}</Banner> : null}
        {unread > 0 ? (
          <Banner tone="info">
            {unread} more in this browser cannot be read by this version. They stay, and My data
            exports them as they are.
          </Banner>
        ) : null}
        {locked === 0 ? null : (
          <UnlockKept>{`${locked === 1 ? 'One write lies' : `${locked} writes lie`} here behind your passphrase.`}</UnlockKept>
        )}
        {entries.length === 0 && (locked > 0 || trouble) ? null : entries.length === 0 ? (
          <EmptyState
            icon={<NotebookPen size={20} strokeWidth={1.75} aria-hidden="true" />}
            title="Nothing written yet"
            action={<LinkButton to={paths.projects()}>Go to the projects</LinkButton>}
          >
            Every save, comment and deletion that leaves this browser is listed here, with what it
            changed and a way to undo it.
          </EmptyState>
        ) : (
          <ol className="journal-list" aria-label="Writes of this browser">
            {entries.map((entry) => (
              <JournalRow key={entry.id} entry={entry} entries={entries} />
            ))}
          </ol>
        )}
      </div>
    </>
  );
}
