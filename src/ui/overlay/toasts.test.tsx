import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { clearToasts, toast, useToasts } from './toasts';

afterEach(() => act(clearToasts));

test('Z1: what is said again stands once, as the newest; what acts on something stays beside it', () => {
  const { result } = renderHook(useToasts);
  const undo = { label: 'Undo', onSelect: () => {} };
  act(() => {
    toast('The draft is discarded.', undo);
    toast('Copied a link.');
    toast('The draft is discarded.', undo);
  });
  act(() => void toast('Copied a link.'));
  expect(result.current.map(({ text }) => text)).toEqual([
    'The draft is discarded.',
    'The draft is discarded.',
    'Copied a link.',
  ]);
});
