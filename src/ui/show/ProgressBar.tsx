import './progress.css';

interface ProgressBarProps {
  /** What is under way, e.g. "Loading artifacts". */
  label: string;
  done: number;
  total: number;
}

/** How much of a countable work is done. The numbers stand beside it in words. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  return (
    <progress
      className="progress"
      aria-label={label}
      value={Math.min(done, total)}
      max={total || 1}
    >
      {done} of {total}
    </progress>
  );
}
