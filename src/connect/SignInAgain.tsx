import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Session, useSession } from '~/api/session';
import type { Access } from '~/api/signIn/credentials';
import { signIn } from '~/api/signIn/signIn';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import { CredentialFields } from './fields/CredentialFields';
import { useCredentialForm } from './fields/useCredentialForm';
import { SignInFailure } from './SignInFailure';
import '~/ui/overlay/dialog.css';
import './again.css';

interface SignInAgainProps {
  /** Whose session expired. */
  session: Session;
  /** Signing out instead: the app asks what is unsaved, and leaves the page. */
  onSignOut?(): void;
  isSigningOut?: boolean;
  /** Given: the sign-in still holds and is renewed early (features C5); called when it is renewed, or not now. */
  onCancel?(): void;
}

function whyAgain(
  { connection, person }: Session,
  way: Access['way'] | undefined,
  isEarly: boolean,
): string {
  if (isEarly) return `The sign-in of ${person.username} at ${connection.label} begins anew.`;
  if (way === 'anonymous' && person.id !== 0) {
    return `${person.username} signed out of ${connection.label} in another tab.`;
  }
  if (way === 'browser') {
    return `The sign-in to Tuleap in this browser has ended. Sign in to ${connection.label} in another tab and come back to “Other ways”, or use the credentials of ${person.username} here.`;
  }
  return `${connection.label} does not accept the credentials of ${person.username} any more.`;
}

/**
 * Asks for the credentials once more without leaving the page: what was typed stays, and so does the caret, as the
 * browser gives the focus back when a modal dialog closes. Only the same person gets in, because the requests that wait
 * go out under the name of whoever signs in here.
 */
export function SignInAgain({ session, onSignOut, isSigningOut, onCancel }: SignInAgainProps) {
  const { access } = useSession();
  const { person, connection } = session;
  const why = whyAgain(session, access?.way, onCancel !== undefined);
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useCredentialForm(person.username);
  const [other, setOther] = useState<string>();
  // A layout effect: closed while it still stands in the document, the dialog gives the focus back, with the caret.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  const attempt = useMutation({
    mutationFn: async () => {
      const filled = form.read();
      return filled ? signIn(connection, filled, { onlyAs: person }) : null;
    },
    onMutate: () => setOther(undefined),
    onSuccess: (result) => {
      if (!result) return;
      if (result.outcome === 'refused') {
        form.focus(result.field);
        return;
      }
      form.clear();
      if (result.outcome === 'somebodyElse') setOther(result.person.username);
      else onCancel?.();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    // The dialog may stand inside a form of the page, as React sees it.
    event.stopPropagation();
    attempt.mutate();
  }
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="sign-in-again"
      data-react-aria-top-layer="true"
      data-stays-above
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
    >
      <form className="dialog-box dialog-small" onSubmit={submit} noValidate>
        <header className="dialog-head">
          <div>
            <h2 id="sign-in-again">Sign in again</h2>
            <p className="dialog-facts">{why} This page and what you typed stay as they are.</p>
          </div>
        </header>
        <div className="dialog-body again-fields">
          {other === undefined ? null : (
            <Banner tone="warning" role="alert">
              These are the credentials of {other}. This page belongs to {person.username}, so
              nothing was sent. Sign in as {person.username}, or sign out and start afresh.
            </Banner>
          )}
          <CredentialFields
            form={form}
            refusal={attempt.data?.outcome === 'refused' ? attempt.data : undefined}
            isSent={!attempt.isIdle}
            connection={connection}
          />
          {attempt.isError ? <SignInFailure error={attempt.error} /> : null}
        </div>
        <footer className="dialog-foot">
          <div className="dialog-note">
            {onCancel ? (
              <Button variant="quiet" onClick={onCancel}>
                Not now
              </Button>
            ) : (
              <Button variant="quiet" isPending={isSigningOut} onClick={onSignOut}>
                Sign out
              </Button>
            )}
          </div>
          <Button type="submit" variant="primary" isPending={attempt.isPending}>
            Sign in
          </Button>
        </footer>
      </form>
    </dialog>
  );
}
