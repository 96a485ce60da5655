import { useRef, useState } from 'react';
import { explain } from '~/api/explain';
import { useSession } from '~/api/session';
import type { Field } from '~/api/trackers';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { LongList } from '~/ui/list/LongList';
import { focusIfLost } from '~/ui/page/headFocus';
import { useFocusAfterRetry } from '~/ui/page/useFocusAfterRetry';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { Skeleton } from '~/ui/show/Skeleton';
import { HistoryFilters } from './filter/HistoryFilters';
import { HistoryHead } from './filter/HistoryHead';
import type { HistorySearch } from './filter/historySearch';
import { isNarrowed, type Timeline, Told } from './filter/Looked';
import { useHistorySearch } from './filter/useHistorySearch';
import { HistoryEntry } from './HistoryEntry';
import type { RestorePlace } from './restore';
import { useChangesetMenu } from './useChangesetMenu';
import { useFurtherFocus } from './useFurtherFocus';
import { type Further, useTimeline } from './useTimeline';
import './history.css';

interface HistoryProps {
  artifactId: number;
  fields: readonly Field[];
  place: RestorePlace;
  /** The newest changeset of the last visit (`lastSeen`), as it was when the page opened. */
  seen: number | null;
}

function FurtherButton(props: {
  further: Further;
  age: 'older' | 'newer';
  onLoad(further: Further): void;
}) {
  const { further, age, onLoad } = props;
  const { count, isPending } = further;
  if (count === 0) return null;
  return (
    <Button variant="quiet" size="small" isPending={isPending} onClick={() => onLoad(further)}>
      {count === 1 ? `1 ${age} changeset` : `${count} ${age} changesets`}
    </Button>
  );
}

function Entries(props: HistoryProps & { timeline: Timeline; search: HistorySearch }) {
  const { artifactId, place, timeline, search } = props;
  const me = useSession().session?.person.id;
  const { menuOf, picked } = useChangesetMenu(props);
  const { shown } = timeline;
  const target = shown.findIndex(({ changeset }) => changeset.id === search.changeset);
  return (
    <LongList
      items={shown}
      keyOf={({ changeset }) => changeset.id}
      estimate={88}
      label="Changesets"
      className="history-list"
      target={target < 0 ? undefined : target}
    >
      {(entry, at) => {
        const { id } = entry.changeset;
        const { previous } = entry;
        return (
          <HistoryEntry
            key={id}
            shown={entry}
            place={at}
            isMine={entry.changeset.submitted_by === me}
            isTarget={id === search.changeset}
            isPicked={id === picked}
            to={paths.artifact(artifactId, { tab: 'comments', changeset: id })}
            menu={menuOf(entry)}
            restore={
              place.whyNot === undefined && previous
                ? {
                    whyNot: ({ field }) => place.whyNotField(previous, field),
                    bring: ({ field }) => place.restore(previous, [field]),
                  }
                : undefined
            }
          />
        );
      }}
    </LongList>
  );
}

/**
 * The changesets of an artifact: who changed what, filtered by what stands in the address, with a way to compare, link
 * and bring back. Loads and fails on its own.
 */
export function History(props: HistoryProps) {
  const { fields } = props;
  const [search, onSearch] = useHistorySearch();
  const timeline = useTimeline(props, search);
  const { query, behind, ahead, steps } = timeline;
  const load = useFurtherFocus(timeline.shown);
  const isSpecial = isNarrowed(search) || search.order === 'oldest';
  const [isOpen, setIsOpen] = useState(isSpecial);
  const [wasSpecial, setWasSpecial] = useState(isSpecial);
  // What is asked for can be seen, also where Back or a link asks; it closes by hand alone.
  if (isSpecial !== wasSpecial) {
    setWasSpecial(isSpecial);
    if (isSpecial) setIsOpen(true);
  }
  const words = query.error ? explain(query.error, 'read the history') : null;
  const heading = useRef<HTMLHeadingElement>(null);
  // The panel of the error goes, and the focus with its button.
  const noteRetry = useFocusAfterRetry(query.error, () => focusIfLost(heading.current));
  function retry(): void {
    noteRetry();
    void query.refetch();
  }
  const [above, below] =
    search.order === 'oldest' ? (['older', 'newer'] as const) : (['newer', 'older'] as const);
  return (
    <section className="history" aria-label="History">
      <HistoryHead
        size={timeline.size}
        search={search}
        onSearch={onSearch}
        isOpen={isOpen}
        onToggle={() => setIsOpen(!isOpen)}
        heading={heading}
      />
      {isOpen ? (
        <HistoryFilters
          search={search}
          onSearch={onSearch}
          steps={steps}
          unloaded={behind.count + ahead.count}
          fields={fields}
          hasVisited={timeline.hasVisited}
        />
      ) : null}
      {words ? <ErrorPanel words={words} onRetry={retry} isRetrying={query.isFetching} /> : null}
      {query.isPending ? <Skeleton lines={6} height={44} /> : null}
      <Told timeline={timeline} search={search} />
      {search.changeset === null ? null : (
        <Button variant="quiet" size="small" onClick={() => onSearch({ changeset: null })}>
          Show the whole history
        </Button>
      )}
      <FurtherButton further={behind} age={above} onLoad={(more) => void load(more, -1)} />
      <Entries {...props} timeline={timeline} search={search} />
      <FurtherButton further={ahead} age={below} onLoad={(more) => void load(more, 1)} />
    </section>
  );
}
