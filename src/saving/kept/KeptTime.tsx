import { useSyncExternalStore } from 'react';
import { formatMoment } from '~/lib/dates';
import type { KeptSession } from './session/session';
import './kept.css';

/**
 * "Draft kept in this browser 08:54", shorter where there is no room: only when the browser has said so. It alone hears of
 * each write: the page around it is not drawn anew while one types.
 */
export function KeptTime({ session }: { session: KeptSession }) {
  const { status } = useSyncExternalStore(session.subscribe, session.state);
  const at = useSyncExternalStore(session.onKept, session.keptAt);
  if (status.state !== 'kept' || at === null) return null;
  return (
    <span className="kept-time">
      <span className="kept-long">Draft kept in this browser</span>
      <span className="kept-short">Kept</span> {formatMoment(at)}
    </span>
  );
}
