import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Server } from '~/api/signIn/servers';
import { versionOf } from '~/api/signIn/version';
import { Button } from '~/ui/button/Button';

type Probe = { server: Server; version: string | null };

/** Asks the chosen server, and only that one, whether it is there. A replay may have no recording of it. */
export function Answers({ server }: { server: Server }) {
  const [probe, setProbe] = useState<Probe>();
  useEffect(() => {
    if (server.kind === 'replay') return;
    const stop = new AbortController();
    versionOf(server, stop.signal).then(
      ({ version_number: version }) => setProbe({ server, version }),
      () => {
        if (!stop.signal.aborted) setProbe({ server, version: null });
      },
    );
    return () => stop.abort();
  }, [server]);
  if (probe?.server !== server) return null;
  return probe.version === null ? (
    <span className="connect-silent">does not answer</span>
  ) : (
    <span className="connect-answers">
      <Check size={14} strokeWidth={1.75} aria-hidden="true" />
      answers, Tuleap {probe.version}
    </span>
  );
}

/** The line that whoever deploys Parterre adds, so that the typed address is offered. */
export function LineToAdd({ line }: { line: string }) {
  const [copied, setCopied] = useState<string>();
  return (
    <div className="connect-line">
      <p>
        Whoever deploys Parterre adds this line to <code>servers</code> in{' '}
        <code>parterre.json</code>, then you reload:
      </p>
      <code>{line}</code>
      <Button
        size="small"
        onClick={async () => {
          await navigator.clipboard.writeText(line).then(
            () => setCopied(line),
            () => setCopied(undefined),
          );
        }}
      >
        {copied === line ? 'Copied' : 'Copy the line'}
      </Button>
    </div>
  );
}
