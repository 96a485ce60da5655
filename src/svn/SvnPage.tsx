import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { type FullRepository, repositoryQuery } from '~/api/svn';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { svnSnapshotOf } from '~/saving/svn/svnSnapshot';
import { RepositoryFacts } from './RepositoryFacts';
import { SvnView } from './SvnView';
import './svn.css';

export async function loader({ params, queryClient }: PageLoaderArgs): Promise<FullRepository> {
  return queryClient.ensureQueryData(repositoryQuery(Number(params.id)));
}

export const handle: PageHandle<FullRepository> = {
  title: ({ name }) => name,
  crumbs: ({ name, project: { id, label } }) => [
    { label, to: paths.project(id) },
    { label: 'SVN', to: paths.projectSvn(id) },
    { label: name },
  ],
  project: ({ project: { id, label } }) => ({ id, label }),
  recent: 'svn',
};

function Loaded({ repository }: { repository: FullRepository }) {
  const now = svnSnapshotOf(repository);
  // A later answer without settings (a right was taken away) must not close an editor with a draft in it.
  const [last, setLast] = useState(now);
  if (now && now.settings !== last?.settings) setLast(now);
  const latest = now ?? last;
  return latest ? <SvnView latest={latest} /> : <RepositoryFacts repository={repository} />;
}

/** `/svn/:id` */
export function Component() {
  const id = Number(useParams().id);
  const { data } = useSuspenseQuery(repositoryQuery(id));
  return <Loaded key={id} repository={data} />;
}
