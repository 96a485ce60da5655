import { formatMoment } from '~/lib/dates';
import type { KeepStatus } from './keeper';
import './kept.css';

/** "Draft kept in this browser 08:54", shorter where there is no room: only when the browser has said so. */
export function KeptTime({ status }: { status: KeepStatus }) {
  if (status.state !== 'kept') return null;
  return (
    <span className="kept-time">
      <span className="kept-long">Draft kept in this browser</span>
      <span className="kept-short">Kept</span> {formatMoment(status.at)}
    </span>
  );
}
