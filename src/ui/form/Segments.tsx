import type { ReactNode } from 'react';
import './segments.css';

export interface Segment<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
  count?: number | string | undefined;
}

interface SegmentsProps<Value extends string> {
  /** Accessible name of the group: what is chosen here. */
  label: string;
  value: Value;
  onChange(value: Value): void;
  segments: readonly Segment<Value>[];
  size?: 'small' | 'normal';
}

/** A few exclusive choices side by side, as toggle buttons: Tab reaches each, the pressed one is announced. */
export function Segments<Value extends string>({
  label,
  value,
  onChange,
  segments,
  size = 'normal',
}: SegmentsProps<Value>) {
  return (
    <fieldset className={`segments${size === 'small' ? ' segments-small' : ''}`} aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          className="segment"
          aria-pressed={segment.value === value}
          onClick={() => onChange(segment.value)}
        >
          {segment.icon}
          {segment.label}
          {segment.count === undefined ? null : (
            <span className="segment-count">{segment.count}</span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
