import type { RefObject } from 'react';
import { SHORTEST_PASSPHRASE } from '~/api/keeping/choice';
import { canSeal } from '~/api/keeping/vault';
import type { Keep } from '~/api/session';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { SecretField } from './fields/SecretField';

const options = [
  { value: 'memory', label: 'Until this page is reloaded or closed' },
  { value: 'tab', label: 'Until this tab is closed' },
  { value: 'device', label: 'On this device, locked with a passphrase' },
] as const;

interface KeepFieldProps {
  keep: Keep;
  onChange(keep: Keep): void;
  passphrase: RefObject<HTMLInputElement | null>;
  /** The passphrase was too short. */
  isShort: boolean;
  /** The server is at another origin. */
  isFar: boolean;
}

/** Where the sign-in lives (features C7): never longer than the person says; and what another origin costs (D1). */
export function KeepField({ keep, onChange, passphrase, isShort, isFar }: KeepFieldProps) {
  // Browsers seal on https and localhost only.
  const offered = options.filter(({ value }) => value !== 'device' || canSeal());
  return (
    <>
      <NativeSelect
        label="Keep the sign-in"
        value={keep}
        onChange={(chosen) =>
          onChange(options.find(({ value }) => value === chosen)?.value ?? 'memory')
        }
        options={offered}
      />
      {keep === 'device' ? (
        <SecretField
          ref={passphrase}
          name="passphrase"
          label="Passphrase"
          error={
            isShort ? `Use at least ${SHORTEST_PASSPHRASE} characters: a few words.` : undefined
          }
          help="It is not stored: whoever forgets it signs in anew. Signing out removes what lies here."
        />
      ) : null}
      {isFar ? (
        <p className="connect-far">
          This server is at another address than Parterre. Browsers then withhold its conflict
          check: Parterre reads an artifact again right before it saves and compares. A proxy at the
          same address is safer.
        </p>
      ) : null}
    </>
  );
}
