import { TriangleAlert } from 'lucide-react';
import { faultOf } from '~/api/signIn/serverFaults';
import type { FaultyServer } from '~/api/signIn/servers';

/** The entries of `parterre.json` that cannot be offered, each with what to mend (features C1). Items of a list. */
export function FaultyServers({ faulty }: { faulty: readonly FaultyServer[] }) {
  return faulty.map((each) => {
    const { label, why } = faultOf(each);
    return (
      <li key={each.index} className="connect-server connect-faulty">
        <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className="connect-server-text">
          <span className="connect-server-name">{label}</span>
          <span className="meta">Not offered: its line in parterre.json is faulty. {why}</span>
        </span>
      </li>
    );
  });
}
