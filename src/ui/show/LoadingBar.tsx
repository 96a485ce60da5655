import './progress.css';

interface LoadingBarProps {
  /** What is awaited, for those who do not see the bar. */
  label?: string;
  /** `page`: along the top of the window. `panel`: along the top of the nearest positioned box. */
  place?: 'page' | 'panel';
}

/** A thin bar while something is awaited; it shows itself only after 300 ms. Old content stays under it. */
export function LoadingBar({ label = 'Loading', place = 'page' }: LoadingBarProps) {
  return (
    <div
      className={`loading-bar${place === 'panel' ? ' loading-bar-panel' : ''}`}
      role="progressbar"
      // Over the page and in none of its regions; heard where it is not seen.
      aria-live={place === 'page' ? 'polite' : undefined}
      aria-label={label}
    />
  );
}
