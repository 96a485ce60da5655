import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

function newKey(): string {
  return Math.random().toString(36).slice(2, 10).padEnd(8, '0');
}

/**
 * Which of several drafts of new artifacts this form is: `?draft=` in the address, put there once something of it is kept,
 * so that a reload comes back to it. An address without it begins anew.
 */
export function useDraftKey(): { key: string; onKept(): void } {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('draft');
  // Of the navigation: the same address opened once more begins anew, too.
  const { key: at } = useLocation();
  const [now, setNow] = useState(() => ({ at, key: asked ?? newKey() }));
  if (at !== now.at) setNow({ at, key: asked ?? newKey() });
  const { key } = now;
  return {
    key,
    onKept() {
      if (asked === key) return;
      const next = new URLSearchParams(search);
      next.set('draft', key);
      setSearch(next, { replace: true });
    },
  };
}
