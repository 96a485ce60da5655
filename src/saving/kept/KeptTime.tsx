import { formatMoment } from '~/lib/dates';
import type { KeepStatus } from './keeper';
import './kept.css';

/** "Draft kept in this browser 08:54": only when the browser has said so. */
export function KeptTime({ status }: { status: KeepStatus }) {
  if (status.state !== 'kept') return null;
  return (
    <span className="kept-time" data-tooltip="It stays for 30 days, also after signing out">
      Draft kept in this browser {formatMoment(status.at)}
    </span>
  );
}
