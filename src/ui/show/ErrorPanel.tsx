import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../button/Button';
import { CopyButton } from '../button/CopyButton';
import './error-panel.css';

/** An error in a person's words; `api/explain.ts` makes them. */
export interface ErrorWords {
  /** What happened. */
  title: string;
  /** What it means and what is safe. */
  what: string;
  /** What to do next. */
  next: string;
  /** Lines for the person who is asked for help; no secrets. */
  details: readonly string[];
}

interface ErrorPanelProps {
  words: ErrorWords;
  /** Tries again; leave it out where that cannot help. */
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean;
  /** Further ways out. */
  actions?: ReactNode;
  /** `h1` on a page of its own, `h2` in a panel. */
  level?: 1 | 2;
}

/** An error in the panel that failed: what happened, what is safe, what to do, details to copy. */
export function ErrorPanel({
  words,
  onRetry,
  isRetrying = false,
  actions,
  level = 2,
}: ErrorPanelProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="error-panel" role="alert">
      <CircleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
      <div className="error-panel-text">
        <Heading tabIndex={level === 1 ? -1 : undefined}>{words.title}</Heading>
        <p>{words.what}</p>
        <p className="soft">{words.next}</p>
        <div className="error-panel-actions">
          {onRetry ? (
            <Button isPending={isRetrying} onClick={onRetry}>
              Try again
            </Button>
          ) : null}
          {actions}
        </div>
        {words.details.length === 0 ? null : (
          <details>
            <summary>Details</summary>
            <pre>{words.details.join('\n')}</pre>
            <CopyButton text={[words.title, words.what, ...words.details].join('\n')}>
              Copy details
            </CopyButton>
          </details>
        )}
      </div>
    </div>
  );
}
