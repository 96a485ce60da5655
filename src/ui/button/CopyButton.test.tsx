import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CopyButton } from './CopyButton';

test('A1: a copy says so, until the text is another one', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<CopyButton text="one">Copy the line</CopyButton>);
  await user.click(screen.getByRole('button', { name: 'Copy the line' }));
  expect(await navigator.clipboard.readText()).toBe('one');
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('Copied');
  rerender(<CopyButton text="two">Copy the line</CopyButton>);
  expect(screen.getByRole('button', { name: 'Copy the line' })).toBeVisible();
});

test('A1: a browser that does not allow copying is said, in the small form too', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
  render(
    <CopyButton text="one" isIcon>
      Copy the address
    </CopyButton>,
  );
  await user.click(screen.getByRole('button', { name: 'Copy the address' }));
  expect(await screen.findByText(/does not allow copying; select the text/)).toBeVisible();
});

test('A1: a page of plain http has no clipboard, which is said too', async () => {
  const user = userEvent.setup();
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
  onTestFinished(() => {
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });
  render(<CopyButton text="one">Copy the line</CopyButton>);
  await user.click(screen.getByRole('button', { name: 'Copy the line' }));
  expect(await screen.findByText(/does not allow copying; select the text/)).toBeVisible();
});
