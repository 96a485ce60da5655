import { useEffect, useState } from 'react';
import { explain } from '~/api/explain';
import type { Connection } from '~/api/session';
import { type Openness, opennessOf } from '~/api/signIn/openness';
import { RadioGroup } from '~/ui/form/RadioGroup';
import type { CredentialFieldsProps } from './useCredentialForm';

const choices = {
  anonymous: 'Without an account: what the server shows to everybody',
  browser: 'As already signed in to Tuleap in this browser',
};

type Probe =
  | { connection: Connection; openness: Openness }
  | { connection: Connection; error: unknown };

/** Asks the chosen server once, without credentials, what it allows. */
function useOpenness(connection: Connection | undefined): Probe | undefined {
  const [probe, setProbe] = useState<Probe>();
  useEffect(() => {
    if (!connection) return;
    let isWanted = true;
    opennessOf(connection).then(
      (openness) => isWanted && setProbe({ connection, openness }),
      (error: unknown) => isWanted && setProbe({ connection, error }),
    );
    return () => {
      isWanted = false;
    };
  }, [connection]);
  return probe?.connection === connection ? probe : undefined;
}

/** Why Tuleap's own sign-in is not offered. */
function withoutCookie({ url }: Connection): string {
  return url === ''
    ? 'A sign-in to Tuleap in this browser is not used: the proxy leaves WWW-Authenticate in its answers, and the browser would raise a login window of its own.'
    : 'A sign-in to Tuleap in this browser counts only where Parterre lies at the address of Tuleap.';
}

/** The ways that need nothing typed, as this server allows them (features C2): nobody, and Tuleap's own cookie. */
export function OtherWays({ form, refusal, connection }: CredentialFieldsProps) {
  const probe = useOpenness(connection);
  const { other, setOther } = form;
  const openness = probe && 'openness' in probe ? probe.openness : undefined;
  const ways = (['browser', 'anonymous'] as const).filter(
    (way) => openness && (way === 'anonymous' ? openness.isOpen : openness.isCookieUsable),
  );
  const [first] = ways;
  useEffect(() => {
    if (first && (other === null || !ways.includes(other))) setOther(first);
  });
  if (!connection) return <p className="meta">Choose a server first.</p>;
  if (!probe) {
    return (
      <p className="meta" role="status">
        Asking the server what it allows…
      </p>
    );
  }
  if ('error' in probe) return <p role="alert">{explain(probe.error, 'ask the server').what}</p>;
  return (
    <div className="connect-others" role="status">
      {ways.length > 0 ? (
        <RadioGroup
          label="Way"
          value={other}
          onChange={(way) => setOther(way === 'browser' ? 'browser' : 'anonymous')}
          options={ways.map((way) => ({ value: way, label: choices[way] }))}
          error={refusal?.field === 'way' ? refusal.message : undefined}
        />
      ) : null}
      {openness?.isOpen ? null : (
        <p className="meta">This server lets nobody in without an account.</p>
      )}
      {openness?.isCookieUsable ? null : <p className="meta">{withoutCookie(connection)}</p>}
    </div>
  );
}
