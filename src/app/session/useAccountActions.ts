import { useQueryClient } from '@tanstack/react-query';
import { useNavigation, useSubmit } from 'react-router-dom';
import { useSession } from '~/api/session';
import { isWriting } from '~/api/useOneMutation';
import { paths } from '~/paths';
import { toast } from '~/ui/overlay/toasts';

/**
 * The ways out, as navigations: a page that holds unsaved text asks before it is left, here as everywhere. POSTs, so that
 * no link can sign anybody out or put somebody else in their place. A write under way holds them up, because it belongs to
 * this profile and its end would not be seen; not one that waits for a new sign-in.
 */
export function useAccountActions(): {
  signOut(): void;
  /** Goes on with another profile, at `place` or at its projects. */
  switchTo(profile: string, place?: string): void;
  isPending: boolean;
} {
  const submit = useSubmit();
  const queryClient = useQueryClient();
  const { isExpired } = useSession();
  const { formMethod } = useNavigation();
  const to = { method: 'post', action: paths.connect() } as const;
  function leave(form: { profile: string; place: string } | null): void {
    if (isExpired || !isWriting(queryClient)) return void submit(form, to);
    toast('Your change is still on its way to the server. Try again once it is done.');
  }
  return {
    signOut: () => leave(null),
    switchTo: (profile, place = '') => leave({ profile, place }),
    isPending: formMethod === 'POST',
  };
}
