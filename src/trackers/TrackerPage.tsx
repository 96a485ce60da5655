import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { trackerQuery } from '~/api/trackers';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { PageHead } from '~/ui/page/PageHead';
import { Swatch } from '~/ui/show/Dot';

export async function loader({ params, queryClient }: PageLoaderArgs) {
  return { tracker: await queryClient.ensureQueryData(trackerQuery(Number(params.id))) };
}

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ tracker }) => tracker.label,
  crumbs: ({ tracker }) => [
    { label: 'Projects', to: paths.projects() },
    { label: tracker.project.label, to: paths.project(tracker.project.id) },
    { label: tracker.label },
  ],
  project: ({ tracker }) => ({ id: tracker.project.id, label: tracker.project.label }),
  recent: 'tracker',
};

export function Component() {
  const { data: tracker } = useSuspenseQuery(trackerQuery(Number(useParams().id)));
  return (
    <div className="page-fill">
      <PageHead
        title={
          <>
            <Swatch color={tracker.color_name} /> {tracker.label}
          </>
        }
        facts={[
          <Link key="project" to={paths.project(tracker.project.id)}>
            {tracker.project.label}
          </Link>,
          tracker.item_name,
        ]}
      />
    </div>
  );
}
