import { explain } from '~/api/explain';
import { ErrorPanel } from '~/ui/show/ErrorPanel';

/** Why a part of a page has nothing to show, and another try. */
export function PanelFailure({ error, onRetry }: { error: Error; onRetry(): void }) {
  return <ErrorPanel words={explain(error)} onRetry={onRetry} />;
}
