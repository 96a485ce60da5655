import './skeleton.css';

interface SkeletonProps {
  /** How many lines of content will come. */
  lines?: number;
  /** Height of a line in px; the same as the content's, so that nothing jumps. */
  height?: number;
}

/** Grey lines of the size of what is coming; only for the first load of a place. */
export function Skeleton({ lines = 3, height = 32 }: SkeletonProps) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} style={{ height }} />
      ))}
    </div>
  );
}
