import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '~/api/session';
import { saveBlob } from '~/attachments/bytes/saveBlob';
import { isShared, setShared } from '~/kept/shared';
import { formatBytes } from '~/lib/numbers';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { DataGroup, ownerWords } from './DataGroup';
import { byOwner, exportAll, readInventory, wipe, wipeAll } from './inventory';
import { SharedComputer } from './SharedComputer';
import { type Asked, WipeDialog } from './WipeDialog';
import './data.css';

/** Never out of a cache: what is shown is what lies there now. */
const inventoryQuery = () =>
  queryOptions({ queryKey: ['kept', 'inventory'], queryFn: readInventory, staleTime: 0 });

export function loader({ queryClient }: PageLoaderArgs) {
  return queryClient.fetchQuery(inventoryQuery());
}

export const handle: PageHandle = {
  title: () => 'My data in this browser',
  crumbs: () => [{ label: 'Account', to: paths.account() }, { label: 'My data' }],
};

const troubles = {
  shared: 'This is a shared computer: nothing is kept.',
  absent: 'This browser keeps no database (a private window, or it is switched off).',
  full: 'This browser has no room left.',
  newer: 'A newer version of Parterre has been here; reload the page to read what it keeps.',
  locked: 'Some of it lies behind your passphrase; it can be wiped and exported, not read.',
  broken: 'The database of this browser does not answer. Nothing in it is shown here.',
};

/** `/account/data`: everything that is kept here, by whom it is of, with the ways to take it along and to wipe it. */
export function Component() {
  const { session } = useSession();
  const queryClient = useQueryClient();
  const { data: inventory } = useSuspenseQuery(inventoryQuery());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isSharedNow, setIsSharedNow] = useState(isShared);
  const groups = byOwner(inventory);
  const bytes = inventory.lines.reduce((sum, line) => sum + line.bytes, 0);
  const refresh = () => queryClient.invalidateQueries(inventoryQuery());
  const saving = useMutation({
    mutationFn: () => exportAll(inventory),
    onSuccess: (text) => saveBlob(new Blob([text]), 'parterre-my-data.json'),
  });
  const wiping = useMutation({
    mutationFn: ({ lines, isWhole, isSharing }: Asked) => {
      if (isSharing) share(true);
      return isWhole ? wipeAll(inventory) : wipe(lines);
    },
    onSettled: () => {
      setAsked(null);
      return refresh();
    },
  });
  function share(isOn: boolean): void {
    setShared(isOn);
    setIsSharedNow(isOn);
  }
  const whole = { lines: inventory.lines, isWhole: true };
  return (
    <>
      <PageHead
        facts={[`${formatBytes(bytes)} in all`, 'Nothing of it is on a server of ours']}
        actions={
          <>
            <Button
              icon={<Download size={16} strokeWidth={1.75} aria-hidden="true" />}
              isPending={saving.isPending}
              onClick={() => saving.mutate()}
            >
              Export
            </Button>
            <Button
              variant="danger"
              icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() =>
                setAsked({
                  ...whole,
                  isSharing: false,
                  title: 'Wipe everything kept in this browser?',
                })
              }
            >
              Wipe everything…
            </Button>
          </>
        }
      />
      <div className="page-body page-read data">
        <SharedComputer
          isShared={isSharedNow}
          onChange={(isOn) => {
            if (!isOn) share(false);
            else setAsked({ ...whole, isSharing: true, title: 'Keep nothing on this computer?' });
          }}
        />
        <div role="status">
          {wiping.data ? (
            <Banner tone="warning">Not wiped. {troubles[wiping.data]}</Banner>
          ) : wiping.isSuccess ? (
            <p>Wiped.</p>
          ) : null}
        </div>
        {inventory.trouble ? <Banner tone="warning">{troubles[inventory.trouble]}</Banner> : null}
        {groups.map(({ owner, lines }) => (
          <DataGroup
            key={owner ? `${owner.server} ${owner.user}` : ''}
            title={ownerWords(owner, session)}
            lines={lines}
            onWipe={(some, what) =>
              setAsked({ title: `Wipe ${what}?`, lines: some, isWhole: false, isSharing: false })
            }
          />
        ))}
        <section aria-labelledby="data-memory">
          <h2 id="data-memory">In memory only</h2>
          <p className="meta soft">
            What was read from the server, the log of requests, and a sign-in that nobody asked to
            keep: they end with this tab. Parterre puts nothing into cookies or Cache Storage.
          </p>
        </section>
        {inventory.unread > 0 ? (
          <p className="meta soft">
            {inventory.unread} records of another version of Parterre lie here too. “Wipe
            everything” takes them along.
          </p>
        ) : null}
      </div>
      {asked ? (
        <WipeDialog
          asked={asked}
          inventory={inventory}
          session={session}
          isPending={wiping.isPending}
          onCancel={() => setAsked(null)}
          onConfirm={() => wiping.mutate(asked)}
        />
      ) : null}
    </>
  );
}
