import { useNavigation, useSubmit } from 'react-router-dom';
import { paths } from '~/paths';

/**
 * The ways out, as navigations: a page that holds unsaved text asks before it is left, here as everywhere. POSTs, so that
 * no link can sign anybody out or put somebody else in their place.
 */
export function useAccountActions(): {
  signOut(): void;
  /** Goes on with another profile, at `place` or at its projects. */
  switchTo(profile: string, place?: string): void;
  isPending: boolean;
} {
  const submit = useSubmit();
  const { formMethod } = useNavigation();
  const to = { method: 'post', action: paths.connect() } as const;
  return {
    signOut: () => void submit(null, to),
    switchTo: (profile, place = '') => void submit({ profile, place }, to),
    isPending: formMethod === 'POST',
  };
}
