import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLoaderData, useParams, useRevalidator, useSearchParams } from 'react-router-dom';
import * as z from 'zod/mini';
import { artifactQuery, type FreshArtifact } from '~/api/artifacts/read';
import { invariant } from '~/lib/invariant';
import { idOf, type PageHandle, type PageLoaderArgs } from '~/lib/page';
import { readSearch, withSearch } from '~/lib/searchParams';
import { paths } from '~/paths';
import { snapshotOf } from '~/saving/draft/snapshot';
import { useHeadFocus } from '~/ui/page/headFocus';
import { ArtifactView } from './ArtifactView';
import { type HandOver, HandOverPlace } from './kept/handOver';

const searchSchema = z.object({
  tab: z.catch(z.enum(['details', 'comments']), 'details'),
});

/** The routes let only ids through. */
function artifactId(text: string | undefined): number {
  const id = idOf(text);
  invariant(id !== undefined, `no artifact has the id ${text}`);
  return id;
}

/** The artifact with its tracker. */
export async function loader({ params, queryClient }: PageLoaderArgs): Promise<FreshArtifact> {
  return queryClient.ensureQueryData(artifactQuery(artifactId(params.id)));
}

export const handle: PageHandle<FreshArtifact> = {
  title: ({ artifact }) => artifact.title || artifact.xref,
  crumbs: ({ artifact: { id, project, tracker } }) => [
    { label: project.label, to: paths.project(project.id) },
    { label: tracker.label, to: paths.tracker(tracker.id) },
    { label: `#${id}` },
  ],
  project: ({ artifact: { project } }) => project,
  recent: 'artifact',
};

/** The document's title and the breadcrumb come from the loader: it is asked again (of the cache) when the title is new. */
function useFreshHandle({ artifact }: FreshArtifact): void {
  const shown = useLoaderData<FreshArtifact>();
  const { revalidate, state } = useRevalidator();
  const isOld = shown.artifact.title !== artifact.title && state === 'idle';
  useEffect(() => {
    if (isOld) void revalidate();
  }, [isOld, revalidate]);
}

interface LoadedProps {
  loaded: FreshArtifact;
  /** Hears whether it is open what became of a save. */
  onUnclear(isUnclear: boolean): void;
}

function Loaded({ loaded, onUnclear }: LoadedProps) {
  const [params, setParams] = useSearchParams();
  const { tab } = readSearch(searchSchema, params);
  useFreshHandle(loaded);
  const latest = useMemo(() => snapshotOf(loaded), [loaded]);
  return (
    <ArtifactView
      latest={latest}
      tracker={loaded.tracker}
      onUnclear={onUnclear}
      tab={tab}
      onTab={(next) =>
        setParams(withSearch(params, { tab: next === 'details' ? null : next }), {
          replace: true,
          preventScrollReset: true,
        })
      }
    />
  );
}

/** `/artifacts/:id` */
export function Component() {
  const id = artifactId(useParams().id);
  const { data: loaded } = useSuspenseQuery(artifactQuery(id));
  const [handOver] = useState<HandOver>(() => ({ current: null }));
  const [isUnclear, setIsUnclear] = useState(false);
  const [shown, setShown] = useState(loaded);
  const isMoved =
    shown.artifact.id === id && shown.artifact.tracker.id !== loaded.artifact.tracker.id;
  // One that was moved has other fields: it begins anew, with what was typed. Not before it is clear what became of a save:
  // the page that begins would not know of it, and send it again.
  const now = isMoved && isUnclear ? shown : loaded;
  if (now !== shown) setShown(now);
  const key = `${id} ${now.artifact.tracker.id}`;
  useHeadFocus(key);
  return (
    <HandOverPlace value={handOver}>
      <Loaded key={key} loaded={now} onUnclear={setIsUnclear} />
    </HandOverPlace>
  );
}
