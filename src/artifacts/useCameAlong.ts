import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import * as z from 'zod/mini';

const endedSchema = z.object({ ended: z.string() });

/** The place whose word was ended at this one. */
function endedAt(state: unknown): string | null {
  const read = z.safeParse(endedSchema, state);
  return read.success ? read.data.ended : null;
}

/**
 * What came along with the way to this page, as `read` finds it in the state of a place (null for nothing), and how to be
 * done with it. It holds while the page stands: a filter or a tab is another place of the same page. Until it is done with,
 * a reload of the place it came to brings it again: it may not have been read.
 */
export function useCameAlong<T>(read: (state: unknown) => T | null): [T | null, () => void] {
  const { state, pathname, search, hash, key } = useLocation();
  const navigate = useNavigate();
  const [held, setHeld] = useState<{ at: string | null; came: T | null }>({
    at: endedAt(state),
    came: null,
  });
  const come = held.at === key ? null : read(state);
  if (come !== null) setHeld({ at: key, came: come });
  function become(next: unknown): void {
    const here = pathname + search + hash;
    void navigate(here, { replace: true, state: next, preventScrollReset: true });
  }
  /** Takes it from the place, so that a reload of this place does not bring it again. */
  function forget(): void {
    if (read(state) !== null) become(null);
  }
  const onPlace = useEffectEvent((place: string) => {
    if (held.at === place && held.came === null) forget();
  });
  // Where it was ended at another place of the page, the place it came to has it until the way back is there.
  useEffect(() => onPlace(key), [key]);
  function end(): void {
    setHeld({ ...held, came: null });
    // Ended at another place, that one knows it: a reload there must not make the way back bring it again.
    if (held.at === key) forget();
    else become({ ...state, ended: held.at });
  }
  return [come ?? held.came, end];
}
