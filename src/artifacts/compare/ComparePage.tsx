import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useLoaderData, useNavigate, useSearchParams } from 'react-router-dom';
import * as z from 'zod/mini';
import { hasStatus } from '~/api/error';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { readSearch } from '~/lib/searchParams';
import { LinkPlace } from '~/links/LinkPlace';
import { ArtifactPicker } from '~/links/picker/ArtifactPicker';
import { paths } from '~/paths';
import { useHeadFocus } from '~/ui/page/headFocus';
import { PageHead } from '~/ui/page/PageHead';
import { EmptyState } from '~/ui/show/EmptyState';
import { Compared } from './Compared';
import { SideHead } from './SideHead';
import { readSide, type Side, sideQuery, writeSide } from './side';
import { titleOf } from './titleOf';
import './compare.css';

const searchSchema = z.object({
  a: z.catch(z.string(), ''),
  b: z.catch(z.string(), ''),
  show: z.catch(z.enum(['differences', 'all']), 'differences'),
});

function readAddress(params: URLSearchParams) {
  const { a, b, show } = readSearch(searchSchema, params);
  const [first, second] = [readSide(a), readSide(b)];
  // One state beside itself is half of a question: the other one is asked for.
  const isSame = first && second && writeSide(first) === writeSide(second);
  return { a: first, b: isSame ? null : second, show };
}

/** Whether a side could be read; false where it is not there for this person. Throws what else goes wrong. */
async function isThere(side: Side, queryClient: PageLoaderArgs['queryClient']): Promise<boolean> {
  try {
    await queryClient.ensureQueryData(sideQuery(side));
    return true;
  } catch (error) {
    if (hasStatus(error, 404) || hasStatus(error, 403)) return false;
    throw error;
  }
}

/** Without the first side there is no page; without the second one, another is asked for (`missing` is its number). */
export async function loader({ request, queryClient }: PageLoaderArgs) {
  const { a, b } = readAddress(new URL(request.url).searchParams);
  const [first, isOtherThere] = await Promise.all([
    a ? queryClient.ensureQueryData(sideQuery(a)) : null,
    b ? isThere(b, queryClient) : true,
  ]);
  const missing = b && !isOtherThere ? b.artifact : null;
  return {
    title: titleOf(a, missing === null ? b : null),
    artifact: first?.now.artifact,
    missing,
  };
}

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ title }) => title,
  crumbs: ({ artifact }) =>
    artifact
      ? [
          { label: artifact.project.label, to: paths.project(artifact.project.id) },
          { label: artifact.tracker.label, to: paths.tracker(artifact.tracker.id) },
          { label: `#${artifact.id}`, to: paths.artifact(artifact.id) },
          { label: 'Compare' },
        ]
      : [{ label: 'Compare' }],
  project: ({ artifact }) => artifact?.project,
};

/** One side is there: the other one is looked for. */
function Choosing({ a, missing }: { a: Side; missing: number | null }) {
  const { data } = useSuspenseQuery(sideQuery(a));
  const navigate = useNavigate();
  const { artifact } = data.now;
  const place = {
    artifactId: artifact.id,
    tracker: artifact.tracker,
    projectId: artifact.project.id,
  };
  return (
    <>
      <PageHead title={titleOf(a, null)} facts={[<SideHead key="a" loaded={data} />]} />
      <div className="page-body page-read compare-page compare-choosing">
        {missing === null ? null : (
          <p role="status">
            #{missing} is not there: it does not exist, was deleted, or is hidden from you.
          </p>
        )}
        <p>Which artifact is it compared with?</p>
        <LinkPlace value={place}>
          <ArtifactPicker
            place={place}
            verb="Compare with"
            icon={<ArrowLeftRight size={14} strokeWidth={1.75} aria-hidden="true" />}
            whyNot={(id) => (id === a.artifact ? 'This is the one on the left' : undefined)}
            onPick={(id) =>
              void navigate(paths.compareArtifacts({ a: writeSide(a), b: String(id) }))
            }
          />
        </LinkPlace>
      </div>
    </>
  );
}

/** `/artifacts/compare?a=431&b=433`, or with changesets `a=431.9803&b=431.9871` (features V6, H3). */
export function Component() {
  const [params] = useSearchParams();
  const { a, b, show } = readAddress(params);
  const { missing }: Awaited<ReturnType<typeof loader>> = useLoaderData();
  useHeadFocus(`${a && writeSide(a)} ${b && writeSide(b)}`);
  if (a && b && missing === null)
    return <Compared key={`${writeSide(a)} ${writeSide(b)}`} a={a} b={b} show={show} />;
  if (a) return <Choosing a={a} missing={missing} />;
  return (
    <>
      <PageHead title="Compare artifacts" />
      <EmptyState
        icon={<ArrowLeftRight size={20} strokeWidth={1.75} aria-hidden="true" />}
        title="Nothing to compare yet"
      >
        Open an artifact and choose “Compare with another…” from its menu, or two changesets from
        its history.
      </EmptyState>
    </>
  );
}
