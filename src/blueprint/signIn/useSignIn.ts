import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { BlueprintServer, OfferedReader } from '~/api/blueprint/servers';
import { signInToBlueprint } from '~/api/blueprint/signIn';

/** The two fields of a sign-in and what became of it; the password is in its input, and emptied when it was taken. */
export function useSignIn(server: BlueprintServer, initialName = '') {
  const [username, setUsername] = useState(initialName);
  const password = useRef<HTMLInputElement>(null);
  const attempt = useMutation({
    // What the mutation is told, and the cache therefore holds, is never something that somebody typed as a secret.
    mutationFn: (person: OfferedReader | null) =>
      signInToBlueprint(server, person ?? { username, password: password.current?.value ?? '' }),
    onSuccess: (result) => {
      if (result.outcome === 'signedIn' && password.current) password.current.value = '';
      if (result.outcome === 'refused') password.current?.focus();
    },
  });
  const refusal = attempt.data?.outcome === 'refused' ? attempt.data : undefined;
  const errorAt = (field: 'username' | 'password') =>
    refusal?.field === field ? refusal.message : undefined;
  return { username, setUsername, password, attempt, errorAt };
}
