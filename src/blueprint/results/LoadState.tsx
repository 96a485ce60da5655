import type { ArtifactsPage } from '~/api/blueprint/artifacts';
import { Button } from '~/ui/button/Button';
import { ProgressBar } from '~/ui/show/ProgressBar';

interface LoadStateProps {
  pages: readonly ArtifactsPage[];
  isLoading: boolean;
  /** All pages are being read, one after another. */
  isReadingAll: boolean;
  onNext(): void;
  onAll(): void;
  onStop(): void;
}

const statusWords: Record<number, string> = {
  200: '200 OK, the whole list',
  206: '206 Partial content',
  416: '416, past the end: all of it is here',
};

/** How far the list is loaded, as the server counts it; a total that it does not know is said to be unknown. */
function sentence(pages: readonly ArtifactsPage[]): string {
  const loaded = pages.reduce((sum, page) => sum + page.artifacts.length, 0);
  const total = pages.findLast(({ range }) => range?.total != null)?.range?.total ?? null;
  const start = pages[0]?.offset ?? 0;
  if (pages.at(-1)?.next === undefined) {
    const missing = total === null ? 0 : total - start - loaded;
    const hidden = missing > 0 ? `; the server counts ${missing} more that you may not see` : '';
    return `All ${loaded} loaded${start > 0 ? ` from ${start} on` : ''}${hidden}`;
  }
  return total === null
    ? `${loaded} loaded, the server does not say how many there are`
    : `${loaded} of ${total} loaded`;
}

/** Under the results: status, range, count, and the way to the rest. */
export function LoadState(props: LoadStateProps) {
  const { pages, isLoading, isReadingAll, onNext, onAll, onStop } = props;
  const last = pages.at(-1);
  if (!last) return null;
  const loaded = pages.reduce((sum, page) => sum + page.artifacts.length, 0);
  const total = last.range?.total;
  const range = pages.findLast(({ rangeText }) => rangeText !== null)?.rangeText;
  return (
    <div className="blueprint-load">
      <p role="status">{sentence(pages)}</p>
      <p className="meta">
        {statusWords[last.status] ?? `Status ${last.status}`}
        {range ? ` · Content-Range: ${range}` : ''}
      </p>
      {isReadingAll && total != null ? (
        <ProgressBar label="Loading artifacts" done={loaded} total={total} />
      ) : null}
      {last.next === undefined ? null : (
        <div className="blueprint-load-actions">
          {isReadingAll ? (
            <Button onClick={onStop}>Stop</Button>
          ) : (
            <>
              <Button isPending={isLoading} onClick={onNext}>
                Load the next page
              </Button>
              <Button variant="quiet" onClick={onAll}>
                Load all
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
