import { type FormEvent, useRef, useState } from 'react';
import { forgetOnDevice, type Unlocked, unlock } from '~/api/keeping/device';
import type { Sealed } from '~/api/keeping/vault';
import { readVaults } from '~/api/keeping/vaults';
import { profileOf, scope, useSession } from '~/api/session';
import type { Server } from '~/api/signIn/servers';
import { sealKept } from '~/kept/lock';
import { Button } from '~/ui/button/Button';
import { SecretField } from '../fields/SecretField';
import { SignInFailure } from '../SignInFailure';

const ways: Record<Sealed['way'], string> = {
  accessKey: 'an access key',
  token: 'a token',
  browser: 'the sign-in of this browser',
  anonymous: 'no account',
};

const refusals: Record<Exclude<Unlocked, 'open'>, string> = {
  wrong: 'This passphrase does not open it.',
  refused:
    'The server no longer accepts what lies here: it has ended or was revoked. Forget it and sign in anew.',
};

function factsOf({ way, endsAt }: Sealed): string {
  if (endsAt === undefined) return `By ${ways[way]}.`;
  const at = new Date(endsAt).toLocaleString(undefined, {
    ...{ dateStyle: 'medium', timeStyle: 'short' },
  });
  return endsAt < Date.now()
    ? `By ${ways[way]} that ended ${at}: sign in anew.`
    : `By ${ways[way]}, until ${at}.`;
}

interface VaultFormProps {
  vault: Sealed;
  onOpen(): void;
  onForget(): void;
}

function VaultForm({ vault, onOpen, onForget }: VaultFormProps) {
  const { person } = vault.session;
  const field = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<Unlocked>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  const [isPending, setIsPending] = useState(false);
  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    const input = field.current;
    if (!input || isPending) return;
    setIsPending(true);
    setFailure(undefined);
    try {
      const unlocked = await unlock(vault, input.value);
      setResult(unlocked);
      if (unlocked === 'open') {
        await sealKept(scope(), input.value);
        input.value = '';
        onOpen();
      } else input.focus();
    } catch (error) {
      setFailure({ error });
    } finally {
      setIsPending(false);
    }
  }
  return (
    <form className="connect-vault" onSubmit={open} noValidate>
      <p>
        <strong>{person.realName}</strong> <span className="meta">{person.username}</span>
      </p>
      <p className="meta">Kept on this device. {factsOf(vault)}</p>
      <SecretField
        ref={field}
        name="unlock"
        label={`Passphrase of ${person.username}`}
        error={result && result !== 'open' ? refusals[result] : undefined}
      />
      {failure ? <SignInFailure error={failure.error} /> : null}
      <div className="connect-vault-foot">
        <Button
          variant="quiet"
          onClick={() => {
            forgetOnDevice(profileOf(vault.session));
            onForget();
          }}
        >
          Forget it
        </Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          Unlock
        </Button>
      </div>
    </form>
  );
}

interface UnlockProps {
  server: Server | undefined;
  onOpen(): void;
}

/** What lies on this device for the chosen server, behind its passphrase (features C7). */
export function Unlock({ server, onOpen }: UnlockProps) {
  const [vaults, setVaults] = useState(readVaults);
  const { session, others } = useSession();
  const signedIn = [...(session ? [session] : []), ...others].map(profileOf);
  const here = vaults.filter(
    (vault) =>
      vault.session.connection.id === server?.id &&
      vault.session.connection.url === server.url &&
      !signedIn.includes(profileOf(vault.session)),
  );
  return here.map((vault) => (
    <VaultForm
      key={profileOf(vault.session)}
      vault={vault}
      onOpen={onOpen}
      onForget={() => setVaults(readVaults)}
    />
  ));
}
