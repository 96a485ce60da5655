import type { LeftValue } from './artifactParts';
import './kept.css';

/** Text of a draft that has no place any more: the only copy of it, to read and to copy. */
export function LeftValues({ left }: { left: readonly LeftValue[] }) {
  if (left.length === 0) return null;
  return (
    <details>
      <summary>What has no place here any more</summary>
      <dl>
        {left.map(({ label, text }) => (
          <div key={`${label} ${text}`}>
            <dt>{label}</dt>
            <dd className="kept-left">{text === '' ? 'You emptied it.' : text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
