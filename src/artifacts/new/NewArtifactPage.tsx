import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { artifactQuery } from '~/api/artifacts/read';
import { type Tracker, trackerQuery } from '~/api/trackers';
import { mayCreate } from '~/fields/initialFields';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { snapshotOf } from '~/saving/draft/snapshot';
import { LinkButton } from '~/ui/button/LinkButton';
import { PageHead } from '~/ui/page/PageHead';
import { EmptyState } from '~/ui/show/EmptyState';
import { copied, readCopy } from '../copy/copied';
import { blankArtifact } from './blankArtifact';
import { NewArtifactForm, type NewArtifactFormProps } from './NewArtifactForm';
import { useDraftKey } from './useDraftKey';

export async function loader({ params, queryClient }: PageLoaderArgs) {
  return { tracker: await queryClient.ensureQueryData(trackerQuery(Number(params.id))) };
}

export const handle: PageHandle<{ tracker: Tracker }> = {
  title: ({ tracker }) => `New ${tracker.item_name}`,
  crumbs: ({ tracker: { id, label, project } }) => [
    { label: project.label, to: paths.project(project.id) },
    { label, to: paths.tracker(id) },
    { label: 'New' },
  ],
  project: ({ tracker }) => ({ id: tracker.project.id, label: tracker.project.label }),
};

function NotAllowed({ tracker }: { tracker: Tracker }) {
  return (
    <>
      <PageHead />
      <EmptyState
        title={`You may not create artifacts in ${tracker.label}`}
        action={<LinkButton to={paths.tracker(tracker.id)}>Back to {tracker.label}</LinkButton>}
      >
        None of its fields can be set by you on a new artifact. An administrator of the tracker can
        change that.
      </EmptyState>
    </>
  );
}

/** Filled in from another artifact. */
function CopyForm({ id, ...props }: Omit<NewArtifactFormProps, 'copy'> & { id: number }) {
  const { data: loaded } = useSuspenseQuery(artifactQuery(id));
  const [copy] = useState(() => copied(snapshotOf(loaded), blankArtifact(props.tracker)));
  return <NewArtifactForm {...props} copy={copy} />;
}

/** Empty, or with the values of the artifact that came along with the navigation. */
function StartedForm(props: Omit<NewArtifactFormProps, 'copy'>) {
  const { state } = useLocation();
  // Of the first moment: the address changes once the draft is kept.
  const [id] = useState(() => readCopy(state));
  return id === null ? <NewArtifactForm {...props} /> : <CopyForm {...props} id={id} />;
}

/** `/trackers/:id/new` */
export function Component() {
  const { data: tracker } = useSuspenseQuery(trackerQuery(Number(useParams().id)));
  const { key, onKept } = useDraftKey();
  return mayCreate(tracker) ? (
    <StartedForm key={`${tracker.id} ${key}`} tracker={tracker} draftKey={key} onKept={onKept} />
  ) : (
    <NotAllowed tracker={tracker} />
  );
}
