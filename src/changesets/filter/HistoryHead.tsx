import { ListFilter } from 'lucide-react';
import type { Ref } from 'react';
import { Button } from '~/ui/button/Button';
import { Segments } from '~/ui/form/Segments';
import type { HistorySearch, SearchChanges } from './historySearch';

/** The heading, what kind of changesets is shown, and the way to further filters. */
export function HistoryHead(props: {
  size: number | undefined;
  search: HistorySearch;
  onSearch(changes: SearchChanges): void;
  isOpen: boolean;
  onToggle(): void;
  heading: Ref<HTMLHeadingElement>;
}) {
  const { size, search, onSearch, isOpen, onToggle, heading } = props;
  return (
    <header className="history-title">
      <h2 ref={heading} tabIndex={-1}>
        History
      </h2>
      <span className="meta soft tabular">{size?.toLocaleString()}</span>
      <Segments<HistorySearch['show']>
        label="Show in the history"
        size="small"
        value={search.show}
        onChange={(show) => onSearch({ show: show === 'all' ? null : show })}
        segments={[
          { value: 'all', label: 'All' },
          { value: 'comments', label: 'Comments' },
          { value: 'changes', label: 'Changes' },
        ]}
      />
      <Button
        variant="quiet"
        size="small"
        className="button-icon"
        aria-label="Filter the history"
        aria-expanded={isOpen}
        tooltip="Filter by person, field, words or last visit"
        icon={<ListFilter size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={onToggle}
      />
    </header>
  );
}
