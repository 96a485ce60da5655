import { useMemo } from 'react';
import { Link, useLoaderData, useSearchParams } from 'react-router-dom';
import { useReadOnly } from '~/api/requests/readOnly';
import { readServers } from '~/api/signIn/servers';
import type { PageHandle } from '~/lib/page';
import { paths } from '~/paths';
import { buttonClass } from '~/ui/button/Button';
import { ConnectionLine } from '~/ui/page/ConnectionLine';
import { EmptyState } from '~/ui/show/EmptyState';
import { Examination } from './Examination';
import { networksOf } from './page/networks';

/** The servers that this deployment lists: only those are asked. */
export async function loader({ request }: { request: Request }) {
  return { servers: await readServers(request.signal) };
}

export const handle: PageHandle = { title: () => 'Doctor', crumbs: () => [] };

/** `/connect/doctor?server=<id>`: examines a listed server without a sign-in, as far as that goes (features C3). */
export function Component() {
  const { servers }: Awaited<ReturnType<typeof loader>> = useLoaderData();
  const isReadOnly = useReadOnly();
  const [search] = useSearchParams();
  const wanted = search.get('server');
  const server = servers.find(({ id }) => id === wanted) ?? (wanted ? undefined : servers[0]);
  const subject = useMemo(() => {
    if (!server) return undefined;
    const { id, label, url, color, kind } = server;
    return { connection: { id, label, url, color, kind }, person: null, isReadOnly };
  }, [server, isReadOnly]);
  const back = (
    <Link className={buttonClass('secondary')} to={paths.connect()}>
      Back to sign in
    </Link>
  );
  return (
    <div className="doctor-alone">
      <ConnectionLine color={server?.color} />
      <main>
        {subject ? (
          <Examination
            subject={subject}
            networks={networksOf(servers)}
            onChooseArtifact={() => {}}
            actions={back}
          />
        ) : (
          <EmptyState title="This server is not listed" action={back}>
            Only the servers of this deployment are examined.
          </EmptyState>
        )}
      </main>
    </div>
  );
}
