import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useKeydown } from '~/ui/useKeydown';

interface Drawer {
  isDrawer: boolean;
  /** What opens it: it takes the focus back. */
  opener: RefObject<HTMLButtonElement | null>;
  openDrawer(): void;
  closeDrawer(): void;
}

/** The sidebar of a small screen: it belongs to the page that it was opened on, so any navigation closes it; Escape too. */
export function useDrawer(): Drawer {
  const { pathname } = useLocation();
  const [drawerAt, setDrawerAt] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const isDrawer = drawerAt === pathname;
  const closeDrawer = () => setDrawerAt(undefined);
  useKeydown(({ key }) => {
    if (key === 'Escape') closeDrawer();
  });
  useEffect(() => {
    // Where a navigation closed it, the new page takes the focus right after.
    if (isDrawer) return () => opener.current?.focus();
  }, [isDrawer]);
  return { isDrawer, opener, openDrawer: () => setDrawerAt(pathname), closeDrawer };
}
