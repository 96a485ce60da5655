import { type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { chooseKeep, hasRoom, keepChoice, SHORTEST_PASSPHRASE } from '~/api/keeping/choice';
import type { Keep } from '~/api/session';
import type { OfferedPerson, Server } from '~/api/signIn/servers';
import { isShared } from '~/kept/shared';
import { Button } from '~/ui/button/Button';
import { CredentialFields } from './fields/CredentialFields';
import { useCredentialForm } from './fields/useCredentialForm';
import { useSignIn } from './useSignIn';

interface ConnectFormProps {
  server: Server | undefined;
  /** The field of the server, which comes between the ways to sign in and the secret. */
  serverField: ReactNode;
  onSignedIn(): void;
  onServerMissing(): void;
}

const KeepField = lazy(async () => ({ default: (await import('./KeepField')).KeepField }));

// Only the sandbox has people to offer.
const People = lazy(async () => ({ default: (await import('./People')).People }));

// The words for a failure have to be here before the connection is lost.
/** What stands in the way of keeping a sign-in on this device; asked before anything is sent. */
function faultOf(keep: Keep, passphrase: string): string | undefined {
  if (keep !== 'device') return undefined;
  if (!hasRoom()) return 'This browser stores nothing here. Choose another way to keep it.';
  return passphrase.length < SHORTEST_PASSPHRASE
    ? `Use at least ${SHORTEST_PASSPHRASE} characters: a few words.`
    : undefined;
}

const fetchFailure = () => import('./SignInFailure');
const SignInFailure = lazy(() =>
  fetchFailure().then(
    (module) => ({ default: module.SignInFailure }),
    () => ({ default: () => <p role="alert">Parterre cannot be loaded. Reload the page.</p> }),
  ),
);

/** Signing in to one server: its people by one click (sandbox), or one of the ways that `CredentialFields` shows. */
export function ConnectForm({
  server,
  serverField,
  onSignedIn,
  onServerMissing,
}: ConnectFormProps) {
  const form = useCredentialForm();
  const [chosen, setKeep] = useState<Keep>(keepChoice);
  const passphrase = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();
  const isPassword = form.way === 'password' && form.method === 'basic';
  const memoryOnly = isShared() ? 'shared' : isPassword ? 'password' : undefined;
  const keep = memoryOnly ? 'memory' : chosen;
  const { attempt, start } = useSignIn((refusal) => {
    if (refusal) return form.focus(refusal.field);
    form.clear();
    onSignedIn();
  });
  function begin(person?: OfferedPerson): void {
    if (!server) {
      onServerMissing();
      return;
    }
    const filled = person
      ? { way: 'accessKey' as const, key: person.accessKey, username: person.username }
      : form.read();
    const words = passphrase.current?.value ?? '';
    const found = faultOf(keep, words);
    setFault(found);
    if (found) passphrase.current?.focus();
    else if (filled) {
      chooseKeep(chosen);
      const username = person?.username ?? '';
      void start({ server, form: filled, username, keep, passphrase: words });
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    begin();
  }
  const people = server?.people ?? [];
  const pending = attempt.state === 'pending' ? attempt.username : undefined;
  return (
    <>
      {server && people.length > 0 ? (
        <Suspense fallback={<div className="connect-people-wait" />}>
          <People people={people} pending={pending} onSignIn={begin} />
          <p className="connect-or meta">Or as on a real server</p>
        </Suspense>
      ) : null}
      <form className="connect-form" onSubmit={submit} noValidate>
        <CredentialFields
          form={form}
          refusal={attempt.state === 'refused' ? attempt.refusal : undefined}
          isSent={attempt.state !== 'idle'}
          connection={server}
        >
          {serverField}
        </CredentialFields>
        <Suspense fallback={<div className="connect-keep-wait" />}>
          <KeepField
            keep={keep}
            onChange={setKeep}
            passphrase={passphrase}
            fault={fault}
            memoryOnly={memoryOnly}
            isFar={Boolean(server?.url)}
          />
        </Suspense>
        {attempt.state === 'failed' ? (
          <Suspense>
            <SignInFailure error={attempt.error} server={server?.id} />
          </Suspense>
        ) : null}
        <div className="connect-foot">
          <span className="meta">Nothing you type here is written to an address or a log.</span>
          <Button type="submit" variant="primary" isPending={pending === ''}>
            Sign in
          </Button>
        </div>
      </form>
    </>
  );
}
