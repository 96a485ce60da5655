import { useCallback, useRef } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { ArtifactsOptions } from '~/api/blueprint/artifactsRequest';
import { checkFilter } from '~/api/blueprint/filter';
import type { BlueprintSession } from '~/api/blueprint/session';
import { baseOf } from '~/api/blueprint/tries';
import { equal } from '~/lib/equal';
import { paths } from '~/paths';
import { Banner } from '~/ui/show/Banner';
import { LoadingBar } from '~/ui/show/LoadingBar';
import { Skeleton } from '~/ui/show/Skeleton';
import { BlueprintError } from './BlueprintError';
import { ArtifactDetail } from './detail/ArtifactDetail';
import { RequestForm } from './request/RequestForm';
import { LoadState } from './results/LoadState';
import { Results } from './results/Results';
import { useArtifactPages } from './results/useArtifactPages';
import { readPageSearch, type View, writeOptions } from './search';

interface ArtifactsPanelProps {
  projectId: number;
  session: BlueprintSession;
}

/** What stands in the address: the request, the view, the artifact; and the ways to change them. */
function useAddress(projectId: number) {
  const [params, setParams] = useSearchParams();
  const { options, view, artifact } = readPageSearch(params);
  const addressOf = (changes: {
    options?: ArtifactsOptions;
    view?: View;
    artifact?: number | null;
  }) => {
    const next = { options, view, artifact, ...changes };
    return {
      ...writeOptions(next.options),
      view: next.view === 'artifacts' ? undefined : next.view,
      artifact: next.artifact ?? undefined,
    };
  };
  const go = (changes: Parameters<typeof addressOf>[0], isReplaced = false) => {
    const text = paths.blueprintArtifacts(projectId, addressOf(changes)).split('?')[1] ?? '';
    setParams(new URLSearchParams(text), { replace: isReplaced, preventScrollReset: true });
  };
  const search = JSON.stringify(addressOf({}));
  const toArtifact = useCallback(
    (id: number) => paths.blueprintArtifacts(projectId, { ...JSON.parse(search), artifact: id }),
    [projectId, search],
  );
  const alone = { ...options, offset: 0, filter: `artifact-id eq '${artifact}'` };
  return {
    options,
    view,
    artifact,
    go,
    /** The same request with this artifact in full; keeps its identity. */
    toArtifact,
    /** A request for the shown artifact alone. */
    toAlone: paths.blueprintArtifacts(projectId, addressOf({ options: alone })),
  };
}

type Pages = ReturnType<typeof useArtifactPages>;

/** A first page that failed stands in place of the results; a later one above what is loaded, which stays. */
function Failure({ pages, options }: { pages: Pages; options: ArtifactsOptions }) {
  const { query, next } = pages;
  if (!query.error) return null;
  const findings = checkFilter(options.filter).map(({ message }) => message);
  const isLater = query.isFetchNextPageError;
  return (
    <>
      {isLater ? (
        <Banner tone="warning">
          What is loaded stays. Trying again goes on with the page that failed.
        </Banner>
      ) : null}
      <BlueprintError
        error={query.error}
        findings={findings}
        isRetrying={query.isFetching}
        onRetry={isLater ? next : () => void query.refetch()}
      />
    </>
  );
}

/** The address names an artifact that is not (yet) among the loaded ones. */
function NotLoaded({ artifact, href }: { artifact: number; href: string }) {
  return (
    <Banner tone="info" place="page">
      Artifact {artifact} is not among what is loaded: it comes on a later page, the filter leaves
      it out, or your account may not see it. <Link to={href}>Ask for it alone</Link>
    </Banner>
  );
}

/** The request, its answer in four views, and one artifact in full. The address is the request: opening it sends it. */
export function ArtifactsPanel({ projectId, session }: ArtifactsPanelProps) {
  const { options, view, artifact: shown, go, toArtifact, toAlone } = useAddress(projectId);
  const pages = useArtifactPages(projectId, options);
  const { query, artifacts } = pages;
  const box = useRef<HTMLDivElement>(null);
  const artifact = artifacts.find(({ Id }) => Id === shown);
  function send(next: ArtifactsOptions): void {
    if (equal(next, options)) void query.refetch();
    else go({ options: next, artifact: null });
  }
  function close(): void {
    box.current?.querySelector<HTMLElement>(`[data-row="${shown}"] [data-stop]`)?.focus();
    go({ artifact: null }, true);
  }
  return (
    <>
      <RequestForm
        server={session.server}
        projectId={projectId}
        sent={options}
        isSending={query.isFetching && !query.isFetchingNextPage}
        onSend={send}
      />
      <div className="blueprint-answer" ref={box}>
        {query.isFetching ? <LoadingBar label="Asking Blueprint" place="panel" /> : null}
        <Failure pages={pages} options={options} />
        {query.isPending ? <Skeleton lines={8} /> : null}
        {query.data ? (
          <div className={`blueprint-columns${artifact ? ' blueprint-columns-two' : ''}`}>
            <div className="blueprint-results">
              {shown !== null && !artifact ? <NotLoaded artifact={shown} href={toAlone} /> : null}
              <Results
                projectId={projectId}
                options={options}
                pages={pages.pages}
                artifacts={artifacts}
                view={view}
                onView={(next) => go({ view: next }, true)}
                toArtifact={toArtifact}
                onAsk={(changes) => go({ options: { ...options, ...changes } })}
                isBusy={query.isFetching}
              />
              <LoadState
                pages={pages.pages}
                isLoading={query.isFetchingNextPage}
                isReadingAll={pages.isReadingAll}
                onNext={pages.next}
                onAll={pages.readAll}
                onStop={pages.stop}
              />
            </div>
            {artifact ? (
              <ArtifactDetail
                key={artifact.Id}
                artifact={artifact}
                isPlain={options.flags.richtextasplain}
                base={new URL(baseOf(session.server)).origin}
                hrefOf={(id) =>
                  artifacts.some(({ Id }) => Id === id) ? toArtifact(id) : undefined
                }
                onClose={close}
              />
            ) : null}
          </div>
        ) : null}
      </div>
    </>
  );
}
