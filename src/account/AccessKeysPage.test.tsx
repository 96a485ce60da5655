import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAt } from '../../tests/renderAt';

const rowOf = (name: RegExp) => screen.getByRole('rowheader', { name }).closest('tr');

test('C6: a key is made with scope and end, shown once, listed without its secret, and revoked after a question', async () => {
  const { user, world } = await renderAt('/account/keys');
  await user.click(screen.getByRole('button', { name: 'New access key' }));
  const dialog = screen.getByRole('dialog', { name: 'New access key' });
  await user.type(within(dialog).getByLabelText('Description'), 'backup script');
  await user.click(within(dialog).getByRole('checkbox', { name: /^REST/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Make the key' }));
  expect(await within(dialog).findByText('Choose at least one.')).toBeVisible();
  await user.click(within(dialog).getByRole('checkbox', { name: /^SVN/ }));
  const soon = new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('sv');
  await user.type(within(dialog).getByLabelText('Ends after'), soon);
  await user.click(within(dialog).getByRole('button', { name: 'Show the request' }));
  const shown = await screen.findByRole('dialog', { name: 'The request, not sent yet' });
  expect(shown).toHaveTextContent(/POST.*access_keys/);
  expect(shown).toHaveTextContent('backup script');
  await user.click(within(shown).getAllByRole('button', { name: 'Close' })[0] ?? shown);
  await user.click(within(dialog).getByRole('button', { name: 'Make the key' }));
  const secret = await screen.findByText(/^tlp-k1-\d+\.[0-9a-f]{64}$/);
  const made = [...world.accessKeys.values()].find(
    ({ description }) => description === 'backup script',
  );
  expect(made).toMatchObject({ scopes: ['write:svn'], identifier: secret.textContent });
  await waitFor(() => expect(rowOf(/backup script/)).toHaveTextContent(/SVN.*in 3 days/));
  await user.click(screen.getByRole('button', { name: 'Put it away' }));
  expect(document.body.textContent).not.toContain(made?.identifier);
  await user.click(screen.getByRole('button', { name: 'Revoke backup script' }));
  const question = screen.getByRole('alertdialog', { name: 'Revoke backup script?' });
  await user.click(within(question).getByRole('button', { name: 'Revoke' }));
  await waitFor(() => expect(screen.queryByText('backup script')).not.toBeInTheDocument());
  expect(world.accessKeys.has(made?.id ?? 0)).toBe(false);
});

test('C6: the key in use is marked, warned of, and rotated: the new one is in use before the old one goes', async () => {
  const { user, world } = await renderAt('/account/keys');
  expect(rowOf(/tlp-k1-1/)).toHaveTextContent('in use here');
  await user.click(screen.getByRole('button', { name: /^Revoke/ }));
  expect(screen.getByRole('alertdialog')).toHaveTextContent('You are signed in with this key');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: /^Rotate/ }));
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Rotate' }));
  const secret = await screen.findByText(/^tlp-k1-\d+\.[0-9a-f]{64}$/);
  const id = Number(/^tlp-k1-(\d+)/.exec(secret.textContent ?? '')?.[1]);
  expect(world.accessKeys.has(1)).toBe(false);
  await waitFor(() => expect(rowOf(new RegExp(`tlp-k1-${id}`))).toHaveTextContent('in use here'));
});
