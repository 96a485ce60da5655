import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { currentSession, waitForSignIn } from '~/api/session';
import { renderAt } from '../../tests/renderAt';
import { sandboxPeople } from '../../tests/sandbox/people';

test('Point 7: after a 401 the page stays, the same person signs in, and the request goes on', async () => {
  const { user } = await renderAt('/projects', { as: 'anna' });
  const heading = screen.getByRole('heading', { level: 1 });
  const wait = waitForSignIn();
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
  expect(dialog).toHaveTextContent('credentials of anna');
  expect(heading).toBeInTheDocument();
  await user.type(screen.getByLabelText('Access key'), sandboxPeople.anna.accessKey);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await expect(wait).resolves.toBe(true);
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(heading).toBeInTheDocument();
});

test('Point 7: somebody else does not get in, is told so, and nothing goes out under their name', async () => {
  const { user } = await renderAt('/projects', { as: 'anna' });
  const wait = waitForSignIn();
  await screen.findByRole('dialog', { name: 'Sign in again' });
  await user.type(screen.getByLabelText('Access key'), sandboxPeople.ben.accessKey);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/These are the credentials of ben/)).toBeVisible();
  expect(currentSession()?.person.username).toBe('anna');
  await user.type(screen.getByLabelText('Access key'), sandboxPeople.anna.accessKey);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await expect(wait).resolves.toBe(true);
});
