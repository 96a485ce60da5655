import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './banner.css';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

interface BannerProps {
  tone?: Tone;
  icon?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** `page`: over the whole width, under the page head. `inline`: a rounded box among other content. */
  place?: 'page' | 'inline';
  /** Announced when it appears: `alert` interrupts, `status` waits. */
  role?: 'alert' | 'status';
  children: ReactNode;
}

/** A sentence about the state of this page, with what can be done about it. */
export function Banner({
  tone = 'info',
  icon,
  actions,
  place = 'inline',
  role,
  children,
}: BannerProps) {
  const Icon = icons[tone];
  return (
    <div className={`banner banner-${tone} banner-${place}`} role={role}>
      {icon ?? <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
      <div className="banner-text">{children}</div>
      {actions ? <div className="banner-actions">{actions}</div> : null}
    </div>
  );
}
