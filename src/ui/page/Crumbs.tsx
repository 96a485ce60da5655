import { ChevronRight } from 'lucide-react';
import { createContext, use } from 'react';
import { Link } from 'react-router-dom';
import type { Crumb } from '~/lib/page';
import './page.css';

/** Where everything is: the server. A page that lies in nothing else is shown to lie there. */
export const CrumbRoot = createContext<string | undefined>(undefined);

/** The way from the outside to this page. */
export function Crumbs({ crumbs: own }: { crumbs: readonly Crumb[] }) {
  const root = use(CrumbRoot);
  const crumbs = root !== undefined && own.length === 1 ? [{ label: root }, ...own] : own;
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={`${crumb.label} ${crumb.to}`}>
            {index > 0 ? <ChevronRight size={14} strokeWidth={1.75} aria-hidden="true" /> : null}
            {crumb.to === undefined ? (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
                {crumb.label}
              </span>
            ) : (
              <Link to={crumb.to}>{crumb.label}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
