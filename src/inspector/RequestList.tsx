import { type KeyboardEvent, useId, useRef } from 'react';
import type { LoggedRequest } from '~/api/requests/log';
import { ROOMY, useMedia } from '~/ui/grid/useMedia';
import { useRowWindow } from '~/ui/grid/useRowWindow';
import { attemptWords, sizeWords, statusWords, timeWords, toneOf } from './entryWords';

interface RequestListProps {
  /** Newest first. Keep the array stable while nothing changes. */
  entries: readonly LoggedRequest[];
  chosen: number | null;
  onChoose(id: number): void;
}

/** Where a key leads from row `at`; undefined for keys of no meaning here. */
function nextRow(key: string, at: number, count: number): number | undefined {
  const page = 10;
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? undefined : Math.min(count - 1, Math.max(0, next));
}

/** The requests as a list box of any length: arrows choose, only what is in view is in the document. */
export function RequestList({ entries, chosen, onChoose }: RequestListProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useMedia(ROOMY) ? 48 : 32;
  const at = entries.findIndex((entry) => entry.id === chosen);
  const rows = entries.map((entry) => ({ id: String(entry.id) }));
  const view = useRowWindow({
    scroller,
    rows,
    rowHeight,
    keep: at,
    memoryKey: undefined,
    sort: null,
  });
  function move(event: KeyboardEvent): void {
    const next = nextRow(event.key, at, entries.length);
    const entry = next === undefined ? undefined : entries[next];
    if (next === undefined || !entry) return;
    event.preventDefault();
    onChoose(entry.id);
    const top = next * rowHeight;
    const box = scroller.current;
    if (!box) return;
    if (top < box.scrollTop) box.scrollTop = top;
    if (top + rowHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + rowHeight - box.clientHeight;
    }
  }
  return (
    <div
      ref={scroller}
      className="request-list"
      role="listbox"
      aria-label="Requests, newest first"
      aria-activedescendant={at < 0 ? undefined : `${id}-${chosen}`}
      tabIndex={0}
      onKeyDown={move}
    >
      <div role="presentation" style={{ height: entries.length * rowHeight }}>
        {view.map((index) => {
          const entry = entries[index];
          if (!entry) return null;
          return (
            <button
              key={entry.id}
              type="button"
              tabIndex={-1}
              id={`${id}-${entry.id}`}
              role="option"
              aria-selected={entry.id === chosen}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              className="request-row"
              data-tone={toneOf(entry)}
              style={{ transform: `translateY(${index * rowHeight}px)`, height: rowHeight }}
              onClick={() => onChoose(entry.id)}
            >
              <span className="request-method">{entry.method}</span>
              <span className="request-path clip">{entry.path.replace(/^\/api\//, '')}</span>
              <span className="request-attempt">{attemptWords(entry)}</span>
              <span className="request-status">{statusWords(entry)}</span>
              <span className="request-time">{timeWords(entry)}</span>
              <span className="request-size">{sizeWords(entry)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
