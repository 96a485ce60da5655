import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { waitForSignIn } from '~/api/session';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { useSendQuestion } from './useSendQuestion';

/** Some request meets a 401. */
const expire = () => act(() => void waitForSignIn());

test.each([
  ['during the save', [() => {}, expire]],
  ['as another request found just before it', [expire, () => {}]],
] as const)(
  'J4: a sign-in that ended %s is known to the save that goes on after it',
  (_, steps) => {
    beSignedIn();
    const { result } = renderHook(useSendQuestion);
    const [before, after] = steps;
    before();
    const { isBack } = result.current.begin();
    after();
    act(beSignedIn);
    expect(isBack?.()).toBe(true);
    // Of the next save it is no news any more.
    expect(result.current.begin().isBack?.()).toBe(false);
  },
);
