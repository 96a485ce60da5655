import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Dialog } from './Dialog';

test.each([
  { role: 'dialog', words: 'a dialog that opens late lies under', raises: true },
  { role: 'alertdialog', words: 'a question asked by signing out lies above', raises: false },
] as const)('C4: $words the one that signs in again', ({ role, raises }) => {
  const raised: (string | null)[] = [];
  const real = HTMLDialogElement.prototype.showModal;
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (
    this: HTMLDialogElement,
  ) {
    raised.push(this.getAttribute('aria-label') ?? this.getAttribute('role'));
    real.call(this);
  });
  render(<dialog data-stays-above aria-label="Sign in again" />);
  screen.getByLabelText<HTMLDialogElement>('Sign in again').showModal();
  render(
    <Dialog role={role} title="Review 1 change" onClose={() => {}} actions={null}>
      What will be sent
    </Dialog>,
  );
  expect(raised).toEqual(['Sign in again', role, ...(raises ? ['Sign in again'] : [])]);
  expect(screen.getByLabelText<HTMLDialogElement>('Sign in again').open).toBe(true);
  vi.restoreAllMocks();
});
