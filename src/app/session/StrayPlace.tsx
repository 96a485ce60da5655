import { useLayoutEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import * as z from 'zod/mini';
import { profileOf, type Session, useSession } from '~/api/session';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { LinkButton } from '~/ui/button/LinkButton';
import { useAccountActions } from './useAccountActions';
import '~/ui/show/empty.css';

const ownerSchema = z.object({ profile: z.string(), server: z.string(), username: z.string() });

/** What the router keeps in an entry of the history, and beside it whose place that is. */
const entrySchema = z.looseObject({ key: z.optional(z.string()), owner: z.optional(ownerSchema) });

type Owner = z.infer<typeof ownerSchema>;

function ownerOf(session: Session): Owner {
  const { connection, person } = session;
  return { profile: profileOf(session), server: connection.label, username: person.username };
}

function claim(owner: Owner): void {
  history.replaceState({ ...history.state, owner }, '');
}

/** Whose place the current entry of the history is; undefined where nobody has claimed it, or it is not that of `key`. */
function readOwner(key: string): { isAt: boolean; owner: Owner | undefined } {
  const { data } = z.safeParse(entrySchema, history.state);
  return { isAt: data !== undefined && (data.key ?? 'default') === key, owner: data?.owner };
}

function takeFocus(heading: HTMLElement | null): void {
  heading?.focus();
}

interface StrayPlaceProps {
  session: Session;
  onStray(isStray: boolean): void;
}

/**
 * Every entry of the history is of the profile that was at it first. Back after a change of profile leads to an address of
 * another server, where the same number is something else: that is said, and nothing is shown unasked (features C1).
 */
export function StrayPlace({ session, onStray }: StrayPlaceProps) {
  const { key, pathname, search } = useLocation();
  const [stray, setStray] = useState<Owner>();
  const { others } = useSession();
  const { switchTo, isPending } = useAccountActions();
  useLayoutEffect(() => {
    // On the way to another profile the session is ahead of the place.
    if (isPending) return;
    const { isAt, owner } = readOwner(key);
    const own = ownerOf(session);
    const next = isAt && owner && owner.profile !== own.profile ? owner : undefined;
    if (isAt && !owner) claim(own);
    setStray(next);
    onStray(next !== undefined);
  }, [key, session, isPending, onStray]);
  if (!stray || isPending) return null;
  const isSignedIn = others.some((other) => profileOf(other) === stray.profile);
  return (
    <div className="empty">
      <h1 ref={takeFocus} className="empty-title" tabIndex={-1}>
        This page was opened at {stray.server}
      </h1>
      <p className="empty-text">
        You now work at {session.connection.label} as {session.person.username}, where the same
        address is something else.
      </p>
      {isSignedIn ? (
        <Button variant="primary" onClick={() => switchTo(stray.profile, pathname + search)}>
          Go on as {stray.username} at {stray.server}
        </Button>
      ) : null}
      <Button
        onClick={() => {
          claim(ownerOf(session));
          setStray(undefined);
          onStray(false);
        }}
      >
        Open this address at {session.connection.label}
      </Button>
      <LinkButton variant="quiet" to={paths.projects()}>
        Projects of {session.connection.label}
      </LinkButton>
    </div>
  );
}
