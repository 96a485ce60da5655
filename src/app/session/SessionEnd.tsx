import { Suspense, useEffect, useState } from 'react';
import { explain } from '~/api/explain';
import { useReadOnly } from '~/api/requests/readOnly';
import { type Session, useSession } from '~/api/session';
import { goOnWithKey, plannedDay } from '~/api/signIn/renew';
import { useOneMutation } from '~/api/useOneMutation';
import { formatMoment } from '~/lib/dates';
import { ShowRequest } from '~/requests/ShowRequest';
import { Button } from '~/ui/button/Button';
import { latePart, NotLoaded } from '~/ui/latePart';
import { toast } from '~/ui/overlay/toasts';
import { Banner } from '~/ui/show/Banner';
import { useActivity } from './useActivity';

const SignInAgain = latePart(
  async () => (await import('~/connect/SignInAgain')).SignInAgain,
  NotLoaded,
);

const MINUTE = 60_000;
/** How long before its end a sign-in is spoken of (features C5). */
const NOTICE = 30 * MINUTE;
/** How long before its end a token is renewed while the person works (features C5). */
const RENEWAL = 5;
/** The longest delay a timer takes in one go. */
const LONGEST = 2 ** 31 - 1;

/** The minutes left, once there are 30 or fewer; undefined before. */
function useMinutesLeft(endsAt: number): number | undefined {
  const [now, setNow] = useState(Date.now);
  const left = endsAt - now;
  const wait = left > NOTICE ? left - NOTICE : Math.max(1_000, left % MINUTE || MINUTE);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(wait + 50, LONGEST));
    return () => clearTimeout(timer);
  }, [wait, isOver]);
  return left > NOTICE ? undefined : Math.max(0, Math.ceil(left / MINUTE));
}

const inWords = (minutes: number): string =>
  minutes === 0 ? 'has ended' : `ends in ${minutes === 1 ? 'one minute' : `${minutes} minutes`}`;

/** In the last half hour of a token or a key: how long it lives, and two ways to go on without leaving the page. */
export function SessionEnd({ session, endsAt }: { session: Session; endsAt: number }) {
  const minutes = useMinutesLeft(endsAt);
  const { access } = useSession();
  const isReadOnly = useReadOnly();
  const [isSigningIn, setIsSigningIn] = useState(false);
  const prolong = useOneMutation({
    mutationFn: goOnWithKey,
    onSuccess: () => toast('The sign-in goes on with a key for one day. Signing out revokes it.'),
  });
  const isToken = access?.way === 'token';
  const isLast = minutes !== undefined && minutes > 0 && minutes <= RENEWAL;
  // Once: what the server refused it refuses again, and the message says so.
  const mayRenew =
    isLast && isToken && !isReadOnly && !isSigningIn && !prolong.isPending && !prolong.isError;
  useActivity(mayRenew, () => prolong.mutate());
  if (minutes === undefined) {
    return prolong.data?.isOldRevoked === false ? (
      <Banner tone="warning" place="page" role="status">
        A key for one day is in use now. What it replaces could not be revoked and ends by itself.
      </Banner>
    ) : null;
  }
  return (
    <>
      <Banner
        tone="warning"
        place="page"
        role="status"
        actions={
          <>
            <Button size="small" onClick={() => setIsSigningIn(true)}>
              Sign in again now
            </Button>
            {minutes > 0 ? <ShowRequest size="small" plan={plannedDay} /> : null}
            {minutes > 0 ? (
              <Button
                size="small"
                variant="quiet"
                isPending={prolong.isPending}
                onClick={() => prolong.mutate()}
              >
                Go on with a key for one day
              </Button>
            ) : null}
          </>
        }
      >
        The {isToken ? 'token' : 'access key'} of {session.person.username} at{' '}
        {session.connection.label} {inWords(minutes)} ({formatMoment(endsAt)}). What you typed
        stays.
        {isToken && !isReadOnly
          ? ' Who works on in its last five minutes goes on with a key for one day.'
          : ''}
        {prolong.isError ? ` ${explain(prolong.error, 'make a key').what}` : ''}
      </Banner>
      {isSigningIn ? (
        <Suspense>
          <SignInAgain session={session} onCancel={() => setIsSigningIn(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
