import { useEffect, useEffectEvent, useReducer } from 'react';
import { type Location, useLocation, useNavigation, useSearchParams } from 'react-router-dom';
import { withSearch } from '~/lib/searchParams';
import { type HistorySearch, readHistorySearch, type SearchChanges } from './historySearch';

/** Milliseconds after the last letter until the address has what was typed. */
const PAUSE = 300;

/** What is asked for, and how far the address is behind it. */
interface Asked {
  params: URLSearchParams;
  /** The place that was last seen, and its address: two places may have the same one. */
  place: Location;
  address: string;
  /** Addresses that are on their way. */
  sent: readonly string[];
  isTyped: boolean;
}

function isTyping(changes: SearchChanges): boolean {
  return Object.keys(changes).join() === 'words' && (changes.words ?? '') !== '';
}

/**
 * What is asked for now: an address that nobody here asked for (Back, a link) counts for all. Another place of the same
 * address takes nothing away: what was on its way and did not come is asked for once more, as what is typed. Pure.
 */
function followed(asked: Asked, params: URLSearchParams, place: Location): Asked {
  if (asked.place === place) return asked;
  const address = params.toString();
  const at = asked.sent.lastIndexOf(address);
  if (at >= 0) return { ...asked, place, address, sent: asked.sent.slice(at + 1) };
  if (asked.address !== address) return begun(params, place);
  return { ...asked, place, sent: [], isTyped: asked.isTyped || asked.sent.length > 0 };
}

function begun(params: URLSearchParams, place: Location): Asked {
  return { params, place, address: params.toString(), sent: [], isTyped: false };
}

/**
 * Each change over the one before, drawn or not: a key may come between a change and its drawing. A reducer, because React
 * makes the changes of a plain state at once, over what a page that is not ready yet was only tried with.
 */
function changed(asked: Asked, change: (before: Asked) => Partial<Asked>): Asked {
  return { ...asked, ...change(asked) };
}

/** True on the way to another page: the address written now would call it off. */
function useIsLeaving(): boolean {
  const { pathname } = useLocation();
  const { location: next } = useNavigation();
  return next !== undefined && next.pathname !== pathname;
}

/**
 * What of the history is asked for, and how to ask for something else. It holds at once, and stands in the address a
 * moment later. Each filter is a place that Back undoes; what is typed is one place, and the order is none, as on the page
 * of a tracker (features H1).
 */
export function useHistorySearch(): [HistorySearch, (changes: SearchChanges) => void] {
  const [params, setParams] = useSearchParams();
  const place = useLocation();
  const [before, change] = useReducer(changed, undefined, () => begun(params, place));
  const asked = followed(before, params, place);
  if (asked !== before) change(() => asked);
  const isLeaving = useIsLeaving();

  function send(next: URLSearchParams, isSamePlace: boolean): void {
    change(({ sent }) => ({ sent: [...sent, next.toString()], isTyped: false }));
    setParams(next, { replace: isSamePlace, preventScrollReset: true });
  }
  const sendTyped = useEffectEvent(() =>
    send(asked.params, readHistorySearch(params).words !== ''),
  );
  const wanted = asked.params.toString();
  // Whether it is a place of its own shows only once the address before it has arrived.
  const isOnItsWay = asked.sent.length > 0;
  useEffect(() => {
    if (!asked.isTyped || isLeaving || isOnItsWay) return;
    const timer = setTimeout(sendTyped, PAUSE, wanted);
    return () => clearTimeout(timer);
  }, [asked.isTyped, isLeaving, isOnItsWay, wanted]);

  function ask(changes: SearchChanges): void {
    // What is asked for beside a changeset shows the history from its beginning.
    const next = withSearch(asked.params, { changeset: null, ...changes });
    if (next.toString() === wanted) return;
    // Typed and erased before it was sent: there is no way to go.
    if (next.toString() === (asked.sent.at(-1) ?? asked.address)) {
      change(() => ({ params: next, isTyped: false }));
    } else if (isTyping(changes)) change(() => ({ params: next, isTyped: true }));
    else {
      change(() => ({ params: next }));
      send(next, Object.keys(changes).join() === 'order');
    }
  }
  return [readHistorySearch(asked.params), ask];
}
