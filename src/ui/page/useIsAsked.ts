import { useLocation } from 'react-router-dom';

/** Whether the way to this page asked for something to be opened on it, as "undo" of what made the page's thing does. */
export function useIsAsked(what: 'delete'): boolean {
  const state: unknown = useLocation().state;
  return typeof state === 'object' && state !== null && 'asks' in state && state.asks === what;
}
