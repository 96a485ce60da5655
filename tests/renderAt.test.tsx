import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { currentSession } from '~/api/session';
import { renderAt } from './renderAt';

test('Page tests: the real app renders over a world of the sandbox', async () => {
  const { router } = await renderAt('/nowhere', { as: 'ben' });
  expect(currentSession()?.person.username).toBe('ben');
  expect(router.state.location.pathname).toBe('/nowhere');
  expect(document.title).not.toBe('');
});

test('Page tests: nobody is signed in from the test before, and is led to the connect page', async () => {
  expect(currentSession()).toBeNull();
  const { router } = await renderAt('/projects', { as: null });
  expect(router.state.location.pathname + router.state.location.search).toBe(
    '/connect?return=%2Fprojects',
  );
  expect(await screen.findByRole('button', { name: 'Sign in as anna' })).toBeVisible();
});

test('Page tests: another person acts in the same world, past the app', async () => {
  const { ask } = await renderAt('/connect', { as: null });
  await expect(ask('ben', 'GET', 'users/self')).resolves.toMatchObject({ username: 'ben' });
  await expect(ask('ben', 'GET', 'artifacts/999999')).rejects.toThrow('404');
});
