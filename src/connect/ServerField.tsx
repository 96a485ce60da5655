import { Check } from 'lucide-react';
import { type Ref, useEffect, useId, useState } from 'react';
import type { Server } from '~/api/signIn/servers';
import { versionOf } from '~/api/signIn/version';
import { Button } from '~/ui/button/Button';
import { TextField } from '~/ui/form/TextField';
import { addressOf, lineToAdd } from './chosenServer';

type Probe = { server: Server; version: string | null };

/** Asks the chosen server, and only that one, whether it is there. A replay may have no recording of it. */
function Answers({ server }: { server: Server }) {
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

interface ServerFieldProps {
  ref: Ref<HTMLInputElement>;
  servers: readonly Server[];
  typed: string;
  chosen: Server | undefined;
  onChange(typed: string): void;
}

/** The address of the server: one of the list, or the line that would put it there. */
export function ServerField({ ref, servers, typed, chosen, onChange }: ServerFieldProps) {
  const list = useId();
  const [isCopied, setIsCopied] = useState(false);
  const line = chosen ? undefined : lineToAdd(typed);
  return (
    <>
      <TextField
        ref={ref}
        label="Server"
        name="server"
        list={list}
        value={typed}
        onChange={(next) => {
          setIsCopied(false);
          onChange(next);
        }}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
        aside={chosen ? <Answers server={chosen} /> : undefined}
        error={
          chosen || typed.trim() === ''
            ? undefined
            : line
              ? 'This deployment does not offer that server, so nothing is sent to it.'
              : 'This is not an address.'
        }
        help={
          line === undefined ? undefined : (
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
                    () => setIsCopied(true),
                    () => setIsCopied(false),
                  );
                }}
              >
                {isCopied ? 'Copied' : 'Copy the line'}
              </Button>
            </div>
          )
        }
      />
      <datalist id={list}>
        {servers.map((server) => (
          <option key={server.id} value={addressOf(server)}>
            {server.label}
          </option>
        ))}
      </datalist>
    </>
  );
}
