import type { ReactNode } from 'react';
import './form-bar.css';

/**
 * The sticky bar at the foot of a form that changed: at the left what changed, at the right the ways out and one
 * primary button. Place it last in the scrolling column.
 */
export function FormBar({ children, actions }: { children: ReactNode; actions: ReactNode }) {
  return (
    <section className="form-bar no-print" aria-label="Unsaved changes">
      <div className="form-bar-facts">{children}</div>
      <div className="form-bar-actions">{actions}</div>
    </section>
  );
}
