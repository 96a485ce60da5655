import { useEffect, useState } from 'react';

/** `value` once it has stood still: a search for every letter would be many for one. */
export function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), 250);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
