import { Fragment, type ReactNode } from 'react';
import { Crumbs } from './Crumbs';
import { usePage } from './usePage';
import './page.css';

interface PageHeadProps {
  /** The h1; the handle's title unless said. It takes the focus after navigation. */
  title?: ReactNode;
  /** Soft text right of the title: a count. */
  count?: ReactNode;
  /** One line of facts under the title. */
  facts?: readonly ReactNode[];
  /** At the right: buttons, one of them primary. */
  actions?: ReactNode;
  /** Under it, in the same box: tabs, filters. */
  children?: ReactNode;
}

/** The top of every page: breadcrumb (from the page's handle), title, one line of facts, actions at the right. */
export function PageHead({ title, count, facts = [], actions, children }: PageHeadProps) {
  const page = usePage();
  return (
    <header className="page-head">
      <div className="page-head-row">
        <div className="page-head-text">
          {page ? <Crumbs crumbs={page.crumbs} /> : null}
          <div className="page-title">
            <h1 tabIndex={-1}>{title ?? page?.title}</h1>
            {count ? <span className="page-count">{count}</span> : null}
          </div>
          {facts.length > 0 ? (
            <p className="page-facts">
              {facts.map((fact, index) => (
                // The facts of one page keep their places.
                <Fragment key={String(index)}>
                  {index > 0 ? <span aria-hidden="true"> · </span> : null}
                  <span>{fact}</span>
                </Fragment>
              ))}
            </p>
          ) : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </div>
      {children}
    </header>
  );
}
