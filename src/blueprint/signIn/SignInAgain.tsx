import type { FormEvent } from 'react';
import { explainBlueprint } from '~/api/blueprint/explain';
import { type BlueprintSession, endBlueprintSession } from '~/api/blueprint/session';
import { Button } from '~/ui/button/Button';
import { Dialog } from '~/ui/overlay/Dialog';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { PasswordField } from './PasswordField';
import { useSignIn } from './useSignIn';
import './sign-in.css';

const FORM = 'blueprint-again';

/**
 * Asks for the password once more without leaving the page; the requests that wait go out again with the new token. Only the
 * same account: closing signs out of Blueprint instead.
 */
export function SignInAgain({ session }: { session: BlueprintSession }) {
  const { server, username } = session;
  const { password, attempt, errorAt } = useSignIn(server, username);
  function submit(event: FormEvent): void {
    event.preventDefault();
    attempt.mutate(null);
  }
  return (
    <Dialog
      title="Sign in to Blueprint again"
      facts={`${server.label} does not accept the token of ${username} any more; tokens last for a while only. This page stays as it is.`}
      size="small"
      onClose={endBlueprintSession}
      note={
        <Button variant="quiet" onClick={endBlueprintSession}>
          Sign out of Blueprint
        </Button>
      }
      actions={
        <Button type="submit" form={FORM} variant="primary" isPending={attempt.isPending}>
          Sign in
        </Button>
      }
    >
      <form id={FORM} className="blueprint-fields" onSubmit={submit} noValidate>
        <PasswordField
          ref={password}
          label={`Password of ${username}`}
          error={errorAt('password') ?? errorAt('username')}
        />
        {attempt.isError ? <ErrorPanel words={explainBlueprint(attempt.error)} /> : null}
      </form>
    </Dialog>
  );
}
