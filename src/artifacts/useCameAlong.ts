import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

/**
 * What came along with the way to this page, as `read` finds it in the state of a place (null for nothing), and how to be
 * done with it. It holds while the page stands: a filter or a tab is another place of the same page.
 */
export function useCameAlong<T>(read: (state: unknown) => T | null): [T | null, () => void] {
  const { state, pathname, search, key } = useLocation();
  const navigate = useNavigate();
  const [held, setHeld] = useState<{ at: string | null; came: T | null }>({ at: null, came: null });
  const come = held.at === key ? null : read(state);
  if (come !== null) setHeld({ at: key, came: come });
  function end(): void {
    setHeld({ ...held, came: null });
    // Neither the way back nor a reload brings it again.
    if (read(state) === null) return;
    void navigate(pathname + search, { replace: true, state: null, preventScrollReset: true });
  }
  return [come ?? held.came, end];
}
