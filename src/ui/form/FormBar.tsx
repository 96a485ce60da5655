import type { ReactNode } from 'react';
import './form-bar.css';

interface FormBarProps {
  children: ReactNode;
  /** What is true about the text meanwhile, as that it is kept. */
  note?: ReactNode;
  actions: ReactNode;
}

/**
 * The sticky bar at the foot of a form that changed: at the left what changed, at the right the ways out and one
 * primary button; on a narrow page one above the other. Place it last in the scrolling column.
 */
export function FormBar({ children, note, actions }: FormBarProps) {
  return (
    <section className="form-bar no-print" aria-label="Unsaved changes">
      <div className="form-bar-facts">{children}</div>
      {note}
      <div className="form-bar-actions">{actions}</div>
    </section>
  );
}
