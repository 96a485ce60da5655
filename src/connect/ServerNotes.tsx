import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ApiError } from '~/api/error';
import type { Server } from '~/api/signIn/servers';
import { versionOf } from '~/api/signIn/version';
import { CopyButton } from '~/ui/button/CopyButton';
import { unlistedAt } from './unlisted';

interface Probe {
  server: Server;
  version?: string;
  /** Why there is no version. */
  silence?: string;
}

/** A web page in place of data comes from a sign-in page of a proxy, or from an address that is no API. */
function silenceOf(error: unknown): string {
  if (!(error instanceof ApiError) || error.kind === 'network') return 'does not answer';
  if (error.body === 'html') return 'answers with a web page, not as Tuleap’s API';
  return error.status === undefined || error.status < 300
    ? 'answers, but not as Tuleap’s API'
    : `answers ${error.status}`;
}

/** Asks the chosen server, and only that one, whether it is there. A replay may have no recording of it. */
export function Answers({ server }: { server: Server }) {
  const [probe, setProbe] = useState<Probe>();
  useEffect(() => {
    if (server.kind === 'replay') return;
    const stop = new AbortController();
    versionOf(server, stop.signal).then(
      ({ version_number: version }) => setProbe({ server, version }),
      (error: unknown) => {
        if (!stop.signal.aborted) setProbe({ server, silence: silenceOf(error) });
      },
    );
    return () => stop.abort();
  }, [server]);
  if (probe?.server !== server) return null;
  return probe.version === undefined ? (
    <span className="connect-silent">{probe.silence}</span>
  ) : (
    <span className="connect-answers">
      <Check size={14} strokeWidth={1.75} aria-hidden="true" />
      answers, Tuleap {probe.version}
    </span>
  );
}

/** What is wrong with a typed address that is not listed, and the line by which whoever deploys Parterre offers it. */
export function Unlisted({ typed }: { typed: string }) {
  const { why, line } = unlistedAt(typed);
  return (
    <div className="connect-line">
      {why === undefined ? null : <p>{why}</p>}
      {line === undefined ? null : (
        <>
          <p>
            Whoever deploys Parterre adds this line to <code>servers</code> in{' '}
            <code>parterre.json</code>, then you reload:
          </p>
          <code>{line}</code>
          <CopyButton text={line}>Copy the line</CopyButton>
        </>
      )}
    </div>
  );
}
