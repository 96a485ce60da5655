import type { RefObject } from 'react';
import type { Keep } from '~/api/session';
import { canSeal } from '~/lib/seal/passphrase';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { SecretField } from './fields/SecretField';

const options = [
  { value: 'memory', label: 'Until this page is reloaded or closed' },
  { value: 'tab', label: 'Until this tab is closed' },
  { value: 'device', label: 'On this device, locked with a passphrase' },
] as const;

/** Why a sign-in is kept in memory only, whatever was chosen before. */
const reasons = {
  shared: 'This is a shared computer: a sign-in is kept in memory only.',
  password: 'With Basic the password may have to stay: it is kept in memory only and never stored.',
} as const;

interface KeepFieldProps {
  keep: Keep;
  onChange(keep: Keep): void;
  passphrase: RefObject<HTMLInputElement | null>;
  /** Why it cannot be kept on this device as it stands. */
  fault: string | undefined;
  memoryOnly: keyof typeof reasons | undefined;
  /** The server is at another origin. */
  isFar: boolean;
}

/** Where the sign-in lives (features C7): never longer than the person says; and what another origin costs (D1). */
export function KeepField({
  keep,
  onChange,
  passphrase,
  fault,
  memoryOnly,
  isFar,
}: KeepFieldProps) {
  // Browsers seal on https and localhost only.
  const offered = memoryOnly
    ? options.slice(0, 1)
    : options.filter(({ value }) => value !== 'device' || canSeal());
  return (
    <>
      <NativeSelect
        label="Keep the sign-in"
        value={keep}
        onChange={(chosen) =>
          onChange(options.find(({ value }) => value === chosen)?.value ?? 'memory')
        }
        options={offered}
        help={memoryOnly && reasons[memoryOnly]}
      />
      {keep === 'device' ? (
        <SecretField
          ref={passphrase}
          name="passphrase"
          label="Passphrase"
          error={fault}
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
