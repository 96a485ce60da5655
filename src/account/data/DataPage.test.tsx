import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { renderAt } from '../../../tests/renderAt';
import { exportAll, readInventory } from './inventory';

withStorage();
beforeEach(() => sessionStorage.clear());

test('Z9: one kind of one person is wiped after a question that names it; the others stay', async () => {
  localStorage.setItem('parterre.recent.sandbox.102', '[]');
  localStorage.setItem('parterre.theme', 'light');
  localStorage.setItem('of.somebody.else', 'x');
  const { user } = await renderAt('/account/data');
  expect(await screen.findByRole('heading', { name: /on Sandbox$/ })).toBeVisible();
  expect(screen.queryByText(/somebody/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Wipe Recent places of/ }));
  const question = screen.getByRole('alertdialog', { name: /^Wipe Recent places of/ });
  expect(within(question).getByRole('listitem')).toHaveTextContent(/Recent places/);
  expect(localStorage.getItem('parterre.recent.sandbox.102')).toBe('[]');
  await user.click(within(question).getByRole('button', { name: 'Wipe' }));
  expect(await screen.findByText('Wiped.')).toBeVisible();
  expect(localStorage.getItem('parterre.recent.sandbox.102')).toBeNull();
  expect(localStorage.getItem('parterre.theme')).toBe('light');
  expect(localStorage.getItem('of.somebody.else')).toBe('x');
});

test('Z9: secrets, and what is not known to be none, are never exported', async () => {
  localStorage.setItem('parterre.theme', 'dark');
  localStorage.setItem('parterre.vault.sandbox 102', 'sealed-secret');
  localStorage.setItem('parterre.later', 'perhaps-secret');
  sessionStorage.setItem('parterre.session', 'tlp-k1-1.secret');
  const text = await exportAll(await readInventory());
  expect(JSON.parse(text)).toMatchObject({ settings: { 'parterre.theme': 'dark' } });
  expect(text).not.toMatch(/secret"|sealed|perhaps|tlp-k1/);
});
