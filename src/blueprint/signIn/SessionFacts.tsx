import { useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { endBlueprintSession, useBlueprintSession } from '~/api/blueprint/session';
import { formatDateTime } from '~/lib/dates';
import { Button } from '~/ui/button/Button';

/** Where and as whom one is signed in, for the line under a title; empty before. */
export function useSessionFacts(): string[] {
  const { session } = useBlueprintSession();
  if (!session) return [];
  const { server, username, endsAt } = session;
  return [
    server.label,
    `Signed in as ${username}`,
    ...(endsAt === null ? [] : [`Token until ${formatDateTime(endsAt)}`]),
    'Read only',
  ];
}

/** Forgets the token and what was read with it. */
export function SignOut() {
  const { session } = useBlueprintSession();
  const queryClient = useQueryClient();
  if (!session) return null;
  return (
    <Button
      variant="quiet"
      aria-label="Sign out of Blueprint"
      tooltip="Forgets the token; Tuleap is not touched"
      icon={<LogOut size={16} strokeWidth={1.75} aria-hidden="true" />}
      onClick={() => {
        endBlueprintSession();
        queryClient.removeQueries({
          predicate: ({ queryKey: [first, second] }) =>
            first === 'blueprint' && second !== 'servers',
        });
      }}
    >
      Sign out
    </Button>
  );
}
