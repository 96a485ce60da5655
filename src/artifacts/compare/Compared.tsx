import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useSearchParams } from 'react-router-dom';
import { differencesAsMarkdown } from '~/changesets/words';
import { withSearch } from '~/lib/searchParams';
import { paths } from '~/paths';
import { ReferenceCards } from '~/references/ReferenceCards';
import { CopyButton } from '~/ui/button/CopyButton';
import { LinkButton } from '~/ui/button/LinkButton';
import { Segments } from '~/ui/form/Segments';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { EmptyState } from '~/ui/show/EmptyState';
import { CompareTable } from './CompareTable';
import { compareRows } from './rows';
import { SideHead } from './SideHead';
import { isUnseen, type LoadedSide, type Side, sideQuery, writeSide } from './side';
import { titleOf } from './titleOf';

function Hidden({ sides }: { sides: readonly LoadedSide[] }) {
  return sides.filter(isUnseen).map(({ side }) => (
    <Banner key={writeSide(side)} tone="warning">
      Changeset {side.changeset} of #{side.artifact} is not among those that you may see. Its side
      shows the artifact as it is now.
    </Banner>
  ));
}

/** Both sides are there: what differs, or all. */
export function Compared({ a, b, show }: { a: Side; b: Side; show: 'differences' | 'all' }) {
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
