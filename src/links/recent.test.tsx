import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { currentSession } from '~/api/session';
import { beSignedIn } from '../../tests/fixtures/signedIn';
import { useRecents, visit } from './recent';

const place = { path: '/artifacts/12', title: '#12', kind: 'artifact' } as const;

test('What was visited is listed until it is taken out of the browser', () => {
  beSignedIn();
  const session = currentSession();
  if (!session) throw new Error('nobody is signed in');
  const { result, rerender } = renderHook(() => useRecents(session));
  act(() => visit(session, place));
  expect(result.current).toEqual([place]);
  localStorage.clear();
  rerender();
  expect(result.current).toEqual([]);
});
