import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { blueprintProjectsQuery } from '~/api/blueprint/projects';
import { blueprintServersQuery } from '~/api/blueprint/servers';
import { useBlueprintSession } from '~/api/blueprint/session';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { PageHead } from '~/ui/page/PageHead';
import { ArtifactsPanel } from './ArtifactsPanel';
import { SignOut, useSessionFacts } from './signIn/SessionFacts';
import { SessionGate } from './signIn/SessionGate';
import './blueprint.css';

/** The Blueprints that this deployment lists, and which project the address names. */
export async function loader({ params, queryClient }: PageLoaderArgs) {
  await queryClient.ensureQueryData(blueprintServersQuery());
  return { projectId: Number(params.id) };
}

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ projectId }) => `Artifacts of Blueprint project ${projectId}`,
  crumbs: ({ projectId }) => [
    { label: 'Blueprint', to: paths.blueprint() },
    { label: String(projectId) },
  ],
};

/** The project's name, once the list of projects is here; its number until then, and where it is not in the list. */
function Title({ projectId }: { projectId: number }) {
  const { session, isExpired } = useBlueprintSession();
  const { data } = useQuery({
    ...blueprintProjectsQuery(),
    enabled: session !== null && !isExpired,
  });
  return <>{data?.find(({ Id }) => Id === projectId)?.Name ?? `Project ${projectId}`}</>;
}

export function Component() {
  const projectId = Number(useParams().id);
  return (
    <>
      <PageHead
        title={<Title projectId={projectId} />}
        facts={[`#${projectId}`, ...useSessionFacts()]}
        actions={<SignOut />}
      />
      <div className="page-body blueprint">
        <SessionGate>
          {(session) => (
            <ArtifactsPanel
              key={`${session.server.id} ${session.username} ${projectId}`}
              projectId={projectId}
              session={session}
            />
          )}
        </SessionGate>
      </div>
    </>
  );
}
