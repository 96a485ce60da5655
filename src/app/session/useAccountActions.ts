import { useNavigation, useSubmit } from 'react-router-dom';
import { paths } from '~/paths';

/**
 * The ways out, as navigations: a page that holds unsaved text asks before it is left, here as everywhere. POSTs, so that
 * no link can sign anybody out or put somebody else in their place.
 */
export function useAccountActions(): {
  signOut(): void;
  switchTo(profile: string): void;
  isPending: boolean;
} {
  const submit = useSubmit();
  const { formMethod } = useNavigation();
  const to = { method: 'post', action: paths.connect() } as const;
  return {
    signOut: () => void submit(null, to),
    switchTo: (profile) => void submit({ profile }, to),
    isPending: formMethod === 'POST',
  };
}
