import { type FormEvent, useState } from 'react';
import { explainBlueprint } from '~/api/blueprint/explain';
import type { BlueprintServer } from '~/api/blueprint/servers';
import { baseOf } from '~/api/blueprint/tries';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { TextField } from '~/ui/form/TextField';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { PasswordField } from './PasswordField';
import { useSignIn } from './useSignIn';
import './sign-in.css';

/** Choosing a Blueprint of the list and signing in to it: its people by one click (sandbox), or name and password. */
export function SignIn({ servers }: { servers: readonly [BlueprintServer, ...BlueprintServer[]] }) {
  const [chosen, setChosen] = useState(servers[0].id);
  const server = servers.find(({ id }) => id === chosen) ?? servers[0];
  return (
    <section className="blueprint-sign-in" aria-labelledby="blueprint-sign-in">
      <h2 id="blueprint-sign-in">Sign in to Blueprint</h2>
      <p className="soft">
        Blueprint is another server with accounts of its own. Parterre only reads from it.
      </p>
      <NativeSelect
        label="Server"
        value={server.id}
        onChange={setChosen}
        options={servers.map(({ id, label }) => ({ value: id, label }))}
        help={baseOf(server)}
      />
      <SignInForm key={server.id} server={server} />
    </section>
  );
}

function SignInForm({ server }: { server: BlueprintServer }) {
  const { username, setUsername, password, attempt, errorAt } = useSignIn(server);
  const people = server.people ?? [];
  const pending = attempt.isPending ? (attempt.variables?.username ?? '') : undefined;
  function submit(event: FormEvent): void {
    event.preventDefault();
    attempt.mutate(null);
  }
  return (
    <>
      {people.length > 0 ? (
        <ul className="blueprint-people">
          {people.map((person) => (
            <li key={person.username}>
              <span>
                <strong>{person.realName}</strong> {person.role}. {person.note}
              </span>
              <Button
                isPending={pending === person.username}
                onClick={() => attempt.mutate(person)}
              >
                Sign in as {person.username}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <form className="blueprint-fields" onSubmit={submit} noValidate>
        <TextField
          label="User name"
          value={username}
          onChange={setUsername}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={errorAt('username')}
        />
        <PasswordField ref={password} label="Password" error={errorAt('password')} />
        {attempt.isError ? <ErrorPanel words={explainBlueprint(attempt.error)} /> : null}
        <div className="blueprint-sign-in-foot">
          <span className="meta">
            Sent once and changed into a token, which stays in memory until this page is closed.
          </span>
          <Button type="submit" variant="primary" isPending={pending === ''}>
            Sign in
          </Button>
        </div>
      </form>
    </>
  );
}
