import { act, renderHook } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { isReadOnly, setReadOnly, useReadOnly } from './readOnly';

test('C8: the switch is kept in this browser and heard by components', () => {
  onTestFinished(() => setReadOnly(false));
  const { result } = renderHook(() => useReadOnly());
  expect(result.current).toBe(false);
  act(() => setReadOnly(true));
  expect([result.current, isReadOnly()]).toEqual([true, true]);
  expect(localStorage.getItem('parterre.readOnly')).toBe('on');
});

test('C8: a switch in another tab counts here at once, a cleared storage does not open the door', () => {
  onTestFinished(() => setReadOnly(false));
  const { result } = renderHook(() => useReadOnly());
  const other = (init: StorageEventInit) =>
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', init));
    });
  other({ key: 'parterre.readOnly', newValue: 'on' });
  expect(result.current).toBe(true);
  other({ key: null, newValue: null });
  expect(result.current).toBe(true);
  other({ key: 'parterre.readOnly', newValue: null });
  expect(result.current).toBe(false);
});
