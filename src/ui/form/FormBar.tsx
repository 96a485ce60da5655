import { type ReactNode, useEffect } from 'react';
import { focusHeadIfLost } from '../page/headFocus';
import './form-bar.css';

interface FormBarProps {
  children: ReactNode;
  /** What is true about the text meanwhile, as that it is kept. */
  note?: ReactNode;
  actions: ReactNode;
}

/**
 * The sticky bar at the foot of a form that changed: at the left what changed, at the right the ways out and one
 * primary button; on a narrow page one above the other. Place it last in the scrolling column. When it goes with the
 * focus in it, the page's heading takes that.
 */
export function FormBar({ children, note, actions }: FormBarProps) {
  useEffect(() => focusHeadIfLost, []);
  return (
    <section className="form-bar no-print" aria-label="Unsaved changes">
      <div className="form-bar-facts">{children}</div>
      {note}
      <div className="form-bar-actions">{actions}</div>
    </section>
  );
}
