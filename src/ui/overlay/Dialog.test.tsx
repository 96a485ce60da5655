import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Dialog } from './Dialog';

test('C4: a dialog that opens late lies under the one that signs in again', () => {
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
    <Dialog title="Review 1 change" onClose={() => {}} actions={null}>
      What will be sent
    </Dialog>,
  );
  expect(raised).toEqual(['Sign in again', 'dialog', 'Sign in again']);
  expect(screen.getByLabelText<HTMLDialogElement>('Sign in again').open).toBe(true);
  vi.restoreAllMocks();
});
