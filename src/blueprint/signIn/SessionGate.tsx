import { useSuspenseQuery } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import type { ReactNode } from 'react';
import { blueprintServersQuery } from '~/api/blueprint/servers';
import { type BlueprintSession, useBlueprintSession } from '~/api/blueprint/session';
import { EmptyState } from '~/ui/show/EmptyState';
import { SignIn } from './SignIn';
import { SignInAgain } from './SignInAgain';

const example =
  '{ "id": "blueprint", "label": "Blueprint", "url": "", "path": "/blueprint-api", "color": "orange", "kind": "blueprint" }';

/** The content for whoever is signed in to a Blueprint; before that the way in, and after a 401 the way back in. */
export function SessionGate({ children }: { children(session: BlueprintSession): ReactNode }) {
  const { data: servers } = useSuspenseQuery(blueprintServersQuery());
  const { session, isExpired } = useBlueprintSession();
  if (session) {
    return (
      <>
        {children(session)}
        {isExpired ? <SignInAgain session={session} /> : null}
      </>
    );
  }
  const [first, ...others] = servers;
  if (first) return <SignIn servers={[first, ...others]} />;
  return (
    <EmptyState
      icon={<Database size={24} strokeWidth={1.5} aria-hidden="true" />}
      title="This deployment offers no Blueprint"
    >
      <p>
        Whoever deploys Parterre adds a line like this to <code>servers</code> in{' '}
        <code>parterre.json</code>:
      </p>
      <p>
        <code>{example}</code>
      </p>
    </EmptyState>
  );
}
