import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '~/api/session';
import { isShared, setShared } from '~/kept/shared';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { Banner } from '~/ui/show/Banner';
import { DataGroup, ownerWords } from './DataGroup';
import { DataHead } from './DataHead';
import { byOwner, readInventory, wipe, wipeAll } from './inventory';
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

/** What is not in the list: what ends with the tab, and what this version cannot read. */
function NotListed({ unread }: { unread: number }) {
  return (
    <>
      <section aria-labelledby="data-memory">
        <h2 id="data-memory">In memory only</h2>
        <p className="meta soft">
          What was read from the server, the log of requests, and a sign-in that nobody asked to
          keep: they end with this tab. Parterre puts nothing into cookies or Cache Storage.
        </p>
      </section>
      {unread > 0 ? (
        <p className="meta soft">
          {unread} records of another version of Parterre lie here too. “Wipe everything” takes them
          along.
        </p>
      ) : null}
    </>
  );
}

/** `/account/data`: everything that is kept here, by whom it is of, with the ways to take it along and to wipe it. */
export function Component() {
  const { session } = useSession();
  const queryClient = useQueryClient();
  const { data: inventory } = useSuspenseQuery(inventoryQuery());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isSharedNow, setIsSharedNow] = useState(isShared);
  const groups = byOwner(inventory);
  const wiping = useMutation({
    mutationFn: ({ lines, isWhole, isSharing }: Asked) => {
      if (isSharing) share(true);
      return isWhole ? wipeAll(inventory) : wipe(lines);
    },
    onSettled: () => {
      setAsked(null);
      return queryClient.invalidateQueries(inventoryQuery());
    },
  });
  function share(isOn: boolean): void {
    setShared(isOn);
    setIsSharedNow(isOn);
  }
  const whole = { lines: inventory.lines, isWhole: true };
  return (
    <>
      <DataHead
        inventory={inventory}
        onWipe={() => {
          const title = 'Wipe everything kept in this browser?';
          setAsked({ ...whole, isSharing: false, title });
        }}
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
        <NotListed unread={inventory.unread} />
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
