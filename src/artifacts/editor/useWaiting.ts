import { useEffect, useState } from 'react';

/**
 * For what is asked for before it can be done: after `wait(true)` it is done once, as soon as `isHeldUp` ends.
 * `wait(false)` takes it back.
 */
export function useWaiting(
  isHeldUp: boolean,
  act: () => void,
): { isWaiting: boolean; wait(isWanted: boolean): void } {
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || isHeldUp) return;
    setIsWaiting(false);
    act();
  });
  return { isWaiting, wait: setIsWaiting };
}
