import type { ReactNode } from 'react';
import './badge.css';

interface BadgeProps {
  tone?: 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';
  children: ReactNode;
}

/** A word or two on a soft ground: "Draft, 5 changes", "changed", "added". */
export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
