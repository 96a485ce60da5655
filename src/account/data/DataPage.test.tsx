import { screen, within } from '@testing-library/react';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { startKeeping } from '~/api/keeping/keep';
import { beginSession, endAllSessions } from '~/api/session';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { renderAt } from '../../../tests/renderAt';
import { exportAll, readInventory } from './inventory';
import { wipeStored } from './storedKeys';

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

test('Z9: a wiped sign-in of this tab does not come back with the next renewal', async () => {
  await startKeeping();
  onTestFinished(endAllSessions);
  const session = {
    connection: { id: 'here', label: 'Here', url: '', color: 'teal', kind: 'tuleap' },
    person: { id: 102, username: 'anna', realName: 'Anna' },
  } as const;
  beginSession(session, { way: 'accessKey', key: 'tlp-k1-7.first' }, 'tab');
  expect(sessionStorage.getItem('parterre.session')).toContain('first');
  wipeStored([{ key: 'parterre.session', place: 'session' }]);
  beginSession(session, { way: 'accessKey', key: 'tlp-k1-7.renewed' });
  expect(sessionStorage.getItem('parterre.session')).toBeNull();
});
