import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode, Suspense } from 'react';
import { explain } from '~/api/explain';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import './panel.css';

interface BoundaryProps {
  about: string;
  onReset(): void;
  children: ReactNode;
}

interface BoundaryState {
  error: unknown;
  about: string;
}

/** Shows what failed inside it, and tries again. */
class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, about: this.props.about };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error };
  }

  /** What failed for one thing says nothing of the next. */
  static getDerivedStateFromProps(
    { about }: BoundaryProps,
    state: BoundaryState,
  ): Partial<BoundaryState> | null {
    return about === state.about ? null : { error: null, about };
  }

  readonly retry = () => {
    this.props.onReset();
    this.setState({ error: null });
  };

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="panel-error">
        <ErrorPanel words={explain(error)} onRetry={this.retry} />
      </div>
    );
  }
}

interface PanelProps {
  /** What it shows; a change of it forgets an error. */
  about: string;
  /** Of the same size as the content. */
  fallback: ReactNode;
  children: ReactNode;
}

/** A part of a page that loads and fails by itself: what is inside reads with `useSuspenseQuery`. */
export function Panel({ about, fallback, children }: PanelProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <ErrorBoundary about={about} onReset={reset}>
          <Suspense fallback={fallback}>{children}</Suspense>
        </ErrorBoundary>
      )}
    </QueryErrorResetBoundary>
  );
}
