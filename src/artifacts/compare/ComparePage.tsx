import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import * as z from 'zod/mini';
import { differencesAsMarkdown } from '~/changesets/words';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { readSearch, withSearch } from '~/lib/searchParams';
import { LinkPlace } from '~/links/LinkPlace';
import { ArtifactPicker } from '~/links/picker/ArtifactPicker';
import { paths } from '~/paths';
import { ReferenceCards } from '~/references/ReferenceCards';
import { authorOf } from '~/saving/changes';
import { CopyButton } from '~/ui/button/CopyButton';
import { LinkButton } from '~/ui/button/LinkButton';
import { Segments } from '~/ui/form/Segments';
import { useHeadFocus } from '~/ui/page/headFocus';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { EmptyState } from '~/ui/show/EmptyState';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { CompareTable } from './CompareTable';
import { compareRows } from './rows';
import { isUnseen, type LoadedSide, readSide, type Side, sideQuery, writeSide } from './side';
import './compare.css';

const searchSchema = z.object({
  a: z.catch(z.string(), ''),
  b: z.catch(z.string(), ''),
  show: z.catch(z.enum(['differences', 'all']), 'differences'),
});

function readAddress(params: URLSearchParams) {
  const { a, b, show } = readSearch(searchSchema, params);
  return { a: readSide(a), b: readSide(b), show };
}

/** "#431" now, "#431, changeset 9803" then. */
function nameOf({ artifact, changeset }: Side): string {
  return changeset === null ? `#${artifact}` : `#${artifact}, changeset ${changeset}`;
}

function titleOf(a: Side | null, b: Side | null): string {
  if (!a) return 'Compare artifacts';
  if (!b) return `Compare ${nameOf(a)}`;
  if (a.artifact !== b.artifact) return `${nameOf(a)} and ${nameOf(b)}`;
  const when = ({ changeset }: Side) => (changeset === null ? 'now' : `changeset ${changeset}`);
  return `#${a.artifact}: ${when(a)} and ${when(b)}`;
}

export async function loader({ request, queryClient }: PageLoaderArgs) {
  const { a, b } = readAddress(new URL(request.url).searchParams);
  const sides = [a, b].flatMap((side) => (side ? [side] : []));
  const loaded = await Promise.all(
    sides.map((side) => queryClient.ensureQueryData(sideQuery(side))),
  );
  const [first] = loaded;
  return { title: titleOf(a, b), artifact: first?.now.artifact };
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

/** Which artifact a side is, as a link to it, and which of its states. */
function SideHead({ loaded }: { loaded: LoadedSide }) {
  const { side, now, changeset } = loaded;
  const { id, title, xref } = now.artifact;
  const search = side.changeset === null ? {} : { tab: 'comments', changeset: side.changeset };
  return (
    <>
      <Link to={paths.artifact(id, search)}>
        #{id} {title || xref}
      </Link>{' '}
      <span className="meta soft">
        {side.changeset === null ? (
          'as it is now'
        ) : changeset ? (
          <>
            changeset {changeset.id} by {authorOf(changeset)},{' '}
            <RelativeTime value={changeset.submitted_on} />
          </>
        ) : (
          `changeset ${side.changeset} cannot be seen`
        )}
      </span>
    </>
  );
}

function Hidden({ sides }: { sides: readonly LoadedSide[] }) {
  return sides.filter(isUnseen).map(({ side }) => (
    <Banner key={writeSide(side)} tone="warning">
      Changeset {side.changeset} of #{side.artifact} is not among those that you may see. Its side
      shows the artifact as it is now.
    </Banner>
  ));
}

function Compared({ a, b, show }: { a: Side; b: Side; show: 'differences' | 'all' }) {
  const [params, setParams] = useSearchParams();
  const { data: left } = useSuspenseQuery(sideQuery(a));
  const { data: right } = useSuspenseQuery(sideQuery(b));
  const rows = compareRows(left, right);
  const different = rows.filter(({ isSame }) => !isSame);
  const title = titleOf(a, b);
  const changes = different.flatMap(({ change }) => change ?? []);
  return (
    <>
      <PageHead
        title={title}
        count={different.length === 1 ? '1 difference' : `${different.length} differences`}
        actions={
          <>
            <LinkButton
              to={paths.compareArtifacts({ a: writeSide(b), b: writeSide(a) })}
              icon={<ArrowLeftRight size={16} strokeWidth={1.75} aria-hidden="true" />}
            >
              Swap sides
            </LinkButton>
            <CopyButton size="normal" text={differencesAsMarkdown(title, changes)}>
              Copy as Markdown
            </CopyButton>
          </>
        }
      />
      <ReferenceCards />
      <div className="page-body compare-page">
        <Hidden sides={[left, right]} />
        <Segments
          label="Fields to show"
          value={show}
          onChange={(next) =>
            setParams(withSearch(params, { show: next === 'all' ? next : null }), {
              preventScrollReset: true,
            })
          }
          segments={[
            { value: 'differences', label: 'Differences', count: different.length },
            { value: 'all', label: 'All fields', count: rows.length },
          ]}
        />
        {show === 'differences' && different.length === 0 ? (
          <EmptyState
            icon={<ArrowLeftRight size={20} strokeWidth={1.75} aria-hidden="true" />}
            title="No field differs"
          >
            Both sides hold the same values, as far as you may see them.
          </EmptyState>
        ) : (
          <CompareTable
            rows={show === 'all' ? rows : different}
            pair={{ a: left, b: right }}
            heads={{ a: <SideHead loaded={left} />, b: <SideHead loaded={right} /> }}
          />
        )}
      </div>
    </>
  );
}

/** One side is there: the other one is looked for. */
function Choosing({ a }: { a: Side }) {
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
      <div className="page-body page-read compare-page">
        <p>Which artifact is it compared with?</p>
        <LinkPlace value={place}>
          <ArtifactPicker
            place={place}
            verb="Compare with"
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
  useHeadFocus(`${a && writeSide(a)} ${b && writeSide(b)}`);
  if (a && b) return <Compared key={`${writeSide(a)} ${writeSide(b)}`} a={a} b={b} show={show} />;
  if (a) return <Choosing a={a} />;
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
