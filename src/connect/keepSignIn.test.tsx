import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startKeeping } from '~/api/keeping/keep';
import { makeKey, seal } from '~/api/keeping/vault';
import { currentSession, endAllSessions, type Session } from '~/api/session';
import { traces } from '../../tests/fixtures/pages/traces';
import { renderAt } from '../../tests/renderAt';
import { sandboxPeople } from '../../tests/sandbox/people';

test('The choice where to keep the sign-in is remembered', async () => {
  const { user } = await renderAt('/connect', { as: null });
  await user.selectOptions(await screen.findByLabelText('Keep the sign-in'), 'tab');
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  await waitFor(() => expect(currentSession()).not.toBeNull());
  expect(localStorage.getItem('parterre.keep')).toBe('tab');
});

const ways = (label: string) =>
  within(screen.getByLabelText(label))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

test('C2: for a password that may have to stay nothing but memory is offered, and the control says why', async () => {
  const { user } = await renderAt('/connect', { as: null });
  const keep = await screen.findByLabelText('Keep the sign-in');
  await user.selectOptions(keep, 'tab');
  await user.click(screen.getByText('User name and password'));
  await user.selectOptions(await screen.findByLabelText('Method'), 'basic');
  expect(ways('Keep the sign-in')).toEqual(['Until this page is reloaded or closed']);
  expect(keep).toHaveAccessibleDescription(/never stored/);
  await user.selectOptions(screen.getByLabelText('Method'), 'token');
  expect(keep).toHaveValue('tab');
});

test('Z9: on a shared computer only memory is offered; a browser without room says so before anything is sent', async () => {
  onTestFinished(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });
  localStorage.setItem('parterre.keep', 'device');
  localStorage.setItem('parterre.shared', 'on');
  const shared = await renderAt('/connect', { as: null });
  const field = await screen.findByLabelText('Keep the sign-in');
  expect(ways('Keep the sign-in')).toEqual(['Until this page is reloaded or closed']);
  expect(field).toHaveAccessibleDescription(/shared computer/);
  await shared.user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  await waitFor(() => expect(shared.router.state.location.pathname).toBe('/projects'));
  endAllSessions();
  cleanup();
  localStorage.removeItem('parterre.shared');
  const { user } = await renderAt('/connect', { as: null });
  await user.type(await screen.findByLabelText('Passphrase'), passphrase);
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    removeItem: () => {},
    clear: () => {},
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  expect(await screen.findByText(/stores nothing here/)).toBeVisible();
  expect(currentSession()).toBeNull();
});

const passphrase = 'four words in a row';

async function keepOnThisDevice(user: Awaited<ReturnType<typeof renderAt>>['user']): Promise<void> {
  await startKeeping();
  await user.selectOptions(await screen.findByLabelText('Keep the sign-in'), 'device');
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  expect(await screen.findByText(/at least 12 characters/)).toBeVisible();
  expect(screen.getByLabelText('Passphrase')).toHaveFocus();
  await user.type(screen.getByLabelText('Passphrase'), passphrase);
  await user.click(screen.getByRole('button', { name: 'Sign in as anna' }));
  await waitFor(() => expect(localStorage.getItem('parterre.vault.sandbox 102')).not.toBeNull());
}

test('C7: kept on this device, a reload asks for the passphrase, tells a wrong one, and goes on', async () => {
  const first = await renderAt('/connect', { as: null, world: 'vault' });
  await keepOnThisDevice(first.user);
  expect(traces()).not.toContain(sandboxPeople.anna.accessKey.slice(8));
  expect(traces()).not.toContain(passphrase);
  const kept = localStorage.getItem('parterre.vault.sandbox 102') ?? '';
  // A reload: the memory of the page is gone, what lies on the device stays.
  endAllSessions();
  localStorage.setItem('parterre.vault.sandbox 102', kept);
  cleanup();
  const { user, router } = await renderAt('/connect', { as: null, world: 'vault' });
  const field = await screen.findByLabelText('Passphrase of anna');
  await user.type(field, 'another passphrase');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(await screen.findByText('This passphrase does not open it.')).toBeVisible();
  expect(field).toHaveFocus();
  await user.clear(field);
  await user.type(field, passphrase);
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(currentSession()?.person.username).toBe('anna');
});

test('C4: a passphrase that opens somebody else’s key lets nobody in, and says so', async () => {
  const { id, username, realName } = sandboxPeople.anna;
  const session: Session = {
    connection: { id: 'sandbox', label: 'Sandbox', url: '', color: 'teal', kind: 'sandbox' },
    person: { id, username, realName },
  };
  const credentials = { way: 'accessKey', key: sandboxPeople.ben.accessKey } as const;
  const vault = await seal({ session, credentials, keep: 'device' }, await makeKey(passphrase));
  localStorage.setItem('parterre.vault.sandbox 102', JSON.stringify(vault));
  const { user, router } = await renderAt('/connect', { as: null, world: 'vault-else' });
  await user.type(await screen.findByLabelText('Passphrase of anna'), passphrase);
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(await screen.findByText(/no longer accepts what lies here/)).toBeVisible();
  expect(currentSession()).toBeNull();
  expect(router.state.location.pathname).toBe('/connect');
});

test('C7: what lies on this device is forgotten by a click, and by signing out', async () => {
  const { user } = await renderAt('/connect', { as: null, world: 'vault' });
  await keepOnThisDevice(user);
  const kept = localStorage.getItem('parterre.vault.sandbox 102') ?? '';
  endAllSessions();
  expect(localStorage.getItem('parterre.vault.sandbox 102')).toBeNull();
  localStorage.setItem('parterre.vault.sandbox 102', kept);
  cleanup();
  const again = await renderAt('/connect', { as: null, world: 'vault' });
  await again.user.click(await screen.findByRole('button', { name: 'Forget it' }));
  expect(screen.queryByLabelText('Passphrase of anna')).not.toBeInTheDocument();
  expect(localStorage.getItem('parterre.vault.sandbox 102')).toBeNull();
});
