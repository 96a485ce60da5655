import { useMemo } from 'react';
import { useLoaderData, useSearchParams } from 'react-router-dom';
import { useReadOnly } from '~/api/requests/readOnly';
import { currentSession, useSession } from '~/api/session';
import { readServers } from '~/api/signIn/servers';
import { idOf, type PageHandle, type PageLoaderArgs } from '~/lib/page';
import { Examination } from './Examination';
import { networksOf } from './page/networks';

/** Only the sandbox has something to list; a real server is asked nothing before its checks. */
export async function loader({ request }: PageLoaderArgs) {
  const isSandbox = currentSession()?.connection.kind === 'sandbox';
  return { networks: isSandbox ? networksOf(await readServers(request.signal)) : [] };
}

export const handle: PageHandle = {
  title: () => 'Doctor',
  crumbs: () => [{ label: 'Doctor' }],
};

/** `/doctor`: examines the server of the session (features C3). `?artifact=` names what a save is tried on. */
export function Component() {
  const { networks }: Awaited<ReturnType<typeof loader>> = useLoaderData();
  const { session } = useSession();
  const isReadOnly = useReadOnly();
  const [search, setSearch] = useSearchParams();
  const artifact = idOf(search.get('artifact') ?? undefined);
  const subject = useMemo(
    () => session && { ...session, isReadOnly, artifact },
    [session, isReadOnly, artifact],
  );
  if (!subject) return null;
  return (
    <Examination
      subject={subject}
      networks={networks}
      onChooseArtifact={(id) => setSearch(id === undefined ? {} : { artifact: String(id) })}
    />
  );
}
