import { type FormEvent, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { chooseKeep, keepChoice } from '~/api/keeping/choice';
import type { Keep } from '~/api/session';
import type { OfferedPerson, Server } from '~/api/signIn/servers';
import type { Refusal } from '~/api/signIn/ways';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { CredentialFields, useCredentialForm } from './CredentialFields';
import { People } from './People';

interface ConnectFormProps {
  server: Server | undefined;
  /** The field of the server, which comes between the ways to sign in and the secret. */
  serverField: ReactNode;
  onSignedIn(): void;
  onServerMissing(): void;
}

/** How the last try stands. No `useMutation`: the page must be small, and a cache must hold no secret. */
type Attempt =
  | { state: 'idle' }
  /** `username` of the sandbox person whose button was pressed; `''` for the form. */
  | { state: 'pending'; username: string }
  | { state: 'refused'; refusal: Refusal }
  | { state: 'failed'; error: unknown };

// What signs in, and the words for when that fails, come right after the page: they have to be here before the connection
// is lost, but the form is there first.
const fetchSignIn = () => import('~/api/signIn/signIn');
const fetchFailure = () => import('./SignInFailure');
const SignInFailure = lazy(() =>
  fetchFailure().then(
    (module) => ({ default: module.SignInFailure }),
    () => ({ default: () => <p role="alert">Parterre cannot be loaded. Reload the page.</p> }),
  ),
);

/** Signing in to one server: its people by one click (sandbox), an access key, or a user name and password. */
export function ConnectForm({
  server,
  serverField,
  onSignedIn,
  onServerMissing,
}: ConnectFormProps) {
  const form = useCredentialForm();
  const [keep, setKeep] = useState<Keep>(keepChoice);
  const [attempt, setAttempt] = useState<Attempt>({ state: 'idle' });
  useEffect(() => {
    Promise.all([fetchSignIn(), fetchFailure()]).catch(() => {
      // The attempt itself asks again, and says so.
    });
  }, []);
  async function start(to: Server, person?: OfferedPerson): Promise<void> {
    if (attempt.state === 'pending') return;
    chooseKeep(keep);
    setAttempt({ state: 'pending', username: person?.username ?? '' });
    try {
      const filled = person ? { way: 'accessKey' as const, key: person.accessKey } : form.read();
      const { signIn } = await fetchSignIn();
      const result = await signIn(connectionOf(to), filled, { keep });
      if (result.outcome === 'refused') {
        setAttempt({ state: 'refused', refusal: result });
        form.focus(result.field);
        return;
      }
      form.clear();
      onSignedIn();
    } catch (error) {
      setAttempt({ state: 'failed', error });
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (server) void start(server);
    else onServerMissing();
  }
  const people = server?.people ?? [];
  const pending = attempt.state === 'pending' ? attempt.username : undefined;
  return (
    <>
      {server && people.length > 0 ? (
        <>
          <People
            people={people}
            pending={pending}
            onSignIn={(person) => void start(server, person)}
          />
          <p className="connect-or meta">Or as on a real server</p>
        </>
      ) : null}
      <form className="connect-form" onSubmit={submit} noValidate>
        <CredentialFields
          form={form}
          refusal={attempt.state === 'refused' ? attempt.refusal : undefined}
        >
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
          <p className="connect-far">
            This server is at another address than Parterre. Browsers then withhold its conflict
            check: Parterre reads an artifact again right before it saves and compares. A proxy at
            the same address is safer.
          </p>
        ) : null}
        {attempt.state === 'failed' ? (
          <Suspense>
            <SignInFailure error={attempt.error} />
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

/** The listed server without the people it offers: their keys do not belong into a session. */
function connectionOf({ id, label, url, color, kind }: Server) {
  return { id, label, url, color, kind };
}
