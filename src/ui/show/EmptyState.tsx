import type { ReactNode } from 'react';
import './empty.css';

interface EmptyStateProps {
  icon?: ReactNode;
  /** What is not here, in one short sentence. */
  title: string;
  /** What this place is for and why it is empty now. */
  children?: ReactNode;
  /** One action. */
  action?: ReactNode;
}

/** What a place shows when it has nothing to show. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon ? <span className="empty-icon">{icon}</span> : null}
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-text">{children}</div> : null}
      {action}
    </div>
  );
}
