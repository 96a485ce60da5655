import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { explain } from '~/api/explain';
import type { OfferedPerson, Server } from '~/api/signIn/servers';
import { signIn } from '~/api/signIn/signIn';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { CredentialFields, useCredentialForm } from './CredentialFields';
import { chooseKeep, type KeepChoice, keepChoice } from './keep';
import { People } from './People';

interface ConnectFormProps {
  server: Server | undefined;
  /** The field of the server, which comes between the ways to sign in and the secret. */
  serverField: ReactNode;
  onSignedIn(): void;
  onServerMissing(): void;
}

/** What the mutation is told, and the cache therefore holds: never a secret that somebody typed. */
interface Attempt {
  server: Server;
  /** The sandbox person whose button was pressed; without one the form counts. */
  person?: OfferedPerson;
}

/** Signing in to one server: its people by one click (sandbox), an access key, or a user name and password. */
export function ConnectForm({
  server,
  serverField,
  onSignedIn,
  onServerMissing,
}: ConnectFormProps) {
  const form = useCredentialForm();
  const [keep, setKeep] = useState<KeepChoice>(keepChoice);
  const attempt = useMutation({
    mutationFn: ({ server: to, person }: Attempt) =>
      signIn(connectionOf(to), person ? { way: 'accessKey', key: person.accessKey } : form.read()),
    onSuccess: (result) => {
      if (result.outcome === 'refused') {
        const field = { key: form.key, password: form.password, username: null }[result.field];
        return field?.current?.focus();
      }
      form.clear();
      onSignedIn();
    },
  });
  const refusal = attempt.data?.outcome === 'refused' ? attempt.data : undefined;
  function start(next: Attempt): void {
    chooseKeep(keep);
    attempt.mutate(next);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (server) start({ server });
    else onServerMissing();
  }
  const people = server?.people ?? [];
  const pending = attempt.isPending ? (attempt.variables.person?.username ?? '') : undefined;
  return (
    <>
      {server && people.length > 0 ? (
        <>
          <People
            people={people}
            pending={pending}
            onSignIn={(person) => start({ server, person })}
          />
          <p className="connect-or meta">Or as on a real server</p>
        </>
      ) : null}
      <form className="connect-form" onSubmit={submit} noValidate>
        <CredentialFields form={form} refusal={refusal}>
          {serverField}
        </CredentialFields>
        <NativeSelect
          label="Keep the sign-in"
          value={keep}
          onChange={(choice) => setKeep(choice === 'tab' ? 'tab' : 'memory')}
          options={[
            { value: 'memory', label: 'Until this page is reloaded or closed' },
            { value: 'tab', label: 'Until this tab is closed' },
          ]}
        />
        {server && server.url !== '' ? (
          <Banner tone="warning">
            This server is at another address than Parterre. Browsers then withhold its conflict
            check: Parterre reads an artifact again right before it saves and compares. A proxy at
            the same address is safer.
          </Banner>
        ) : null}
        {attempt.isError ? <ErrorPanel words={explain(attempt.error, 'sign in')} /> : null}
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

/** The listed server without the people it offers: their keys do not belong into a session. */
function connectionOf({ id, label, url, color, kind }: Server) {
  return { id, label, url, color, kind };
}
