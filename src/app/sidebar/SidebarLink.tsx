import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router-dom';

interface SidebarLinkProps {
  to: string;
  icon?: ReactNode;
  children: string;
  count?: number | undefined;
  /** Under another item: no icon, indented; not shown when the sidebar is folded. */
  isSub?: boolean;
  isExact?: boolean;
}

/** One place. Folded or cut off, its name is its tooltip. A place inside a page (`#groups`) is current with its hash only. */
export function SidebarLink({ to, icon, children, count, isSub, isExact }: SidebarLinkProps) {
  const { hash } = useLocation();
  const own = to.includes('#') ? to.slice(to.indexOf('#')) : '';
  return (
    <NavLink
      to={to}
      end={isExact ?? false}
      className={({ isActive }) =>
        `side-item${isSub ? ' side-sub' : ''}${isActive && own === hash ? ' side-current' : ''}`
      }
      data-tooltip={children}
      data-tooltip-when="clipped"
      data-tooltip-side="right"
    >
      {icon}
      <span className="side-text clip">{children}</span>
      {count === undefined ? null : <span className="side-count">{count.toLocaleString()}</span>}
    </NavLink>
  );
}
