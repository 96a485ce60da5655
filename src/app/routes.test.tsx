import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAt } from '../../tests/renderAt';

test('An unknown address is a page that says so, in the shell', async () => {
  await renderAt('/no/such/page');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('There is no page');
  expect(screen.getByText('/no/such/page')).toBeVisible();
  expect(screen.getByRole('navigation', { name: 'Places' })).toBeVisible();
});

test.each(['/projects/abc', '/artifacts/0', '/trackers/-1', '/projects/99999999999'])(
  '%s is no address of a thing',
  async (path) => {
    await renderAt(path);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('There is no page');
  },
);

test('Without a session every page leads to the connect page and back', async () => {
  const { router } = await renderAt('/artifacts/431?tab=history', { as: null });
  expect(router.state.location.pathname).toBe('/connect');
  expect(new URLSearchParams(router.state.location.search).get('return')).toBe(
    '/artifacts/431?tab=history',
  );
});

test('The title of the page is the title of the document, and has the focus after navigation', async () => {
  const { user, router } = await renderAt('/no/such/page');
  await user.click(screen.getByRole('link', { name: 'Go to the projects' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  const heading = await screen.findByRole('heading', { level: 1, name: /Projects/ });
  await waitFor(() => expect(document.title).toBe('Projects · Parterre'));
  await waitFor(() => expect(heading).toHaveFocus());
});

test('Server and person stand in the sidebar, with theme and way out', async () => {
  const { user } = await renderAt('/projects', { as: 'carl' });
  await user.click(await screen.findByRole('button', { name: /^Sandbox carl, signed in as/ }));
  const menu = screen.getByRole('menu', { name: 'Account' });
  expect(within(menu).getByRole('menuitemradio', { name: 'System theme' })).toBeChecked();
  expect(within(menu).getByRole('menuitem', { name: /Sign out/ })).toBeVisible();
  await user.click(within(menu).getByRole('menuitemradio', { name: 'Dark theme' }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

test('The skip link leads to the page', async () => {
  await renderAt('/projects');
  const target = screen.getByRole('link', { name: 'Skip to the page' }).getAttribute('href');
  expect(screen.getByRole('main')).toHaveAttribute('id', target?.slice(1));
});

test('A project that is not there keeps the shell and says what to do', async () => {
  await renderAt('/projects/424242');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Not found');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Projects' })).toBeVisible();
});

test('An artifact that was visited stands under "Recent" with its number', async () => {
  await renderAt('/artifacts/431');
  expect(
    await screen.findByRole('link', { name: '#431 Export keeps its columns and their order' }),
  ).toHaveAttribute('href', '/artifacts/431');
});
