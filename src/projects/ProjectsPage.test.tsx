import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAt } from '../../tests/renderAt';

const table = () => screen.findByRole('grid', { name: 'Projects' });
const firstNames = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);

test('Every page of the collection is loaded, and the count says so', async () => {
  const { world } = await renderAt('/projects');
  const grid = await table();
  const rows = Number(grid.getAttribute('aria-rowcount')) - 1;
  expect(rows).toBeGreaterThan(100);
  expect(world.projects.size).toBeGreaterThanOrEqual(rows);
  expect(await screen.findByText(`All ${rows} loaded`)).toBeInTheDocument();
});

test('Typing searches names, short names and numbers, and the address keeps it', async () => {
  const { user, router } = await renderAt('/projects');
  const grid = await table();
  await user.keyboard('/');
  expect(screen.getByRole('searchbox')).toHaveFocus();
  await user.keyboard('acme');
  await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '3'));
  expect(firstNames()).toEqual(['Acme', 'Acme mobile']);
  await waitFor(() => expect(router.state.location.search).toBe('?q=acme'));
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), '122');
  await waitFor(() => expect(firstNames()).toEqual(['Acme']));
  expect(screen.getByText(/^1 of \d+ match$/)).toBeInTheDocument();
});

test('The scopes ask the server, count honestly and live in the address', async () => {
  const { user, router, ask } = await renderAt('/projects');
  await table();
  const query = encodeURIComponent(JSON.stringify({ is_admin_of: true }));
  const mine = (await ask('anna', 'GET', `projects?limit=50&query=${query}`)) as unknown[];
  const button = await screen.findByRole('button', { name: `I am an admin ${mine.length}` });
  await user.click(button);
  await waitFor(() => expect(router.state.location.search).toBe('?scope=admin'));
  await waitFor(async () =>
    expect(await table()).toHaveAttribute('aria-rowcount', String(mine.length + 1)),
  );
  expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await screen.findByText(`All ${mine.length} loaded`)).toBeInTheDocument();
});

test('P1: the address alone brings back search, scope and order; a bad one gives the plain page', async () => {
  await renderAt('/projects?q=acme&scope=member&sort=id:desc');
  await table();
  expect(screen.getByRole('searchbox')).toHaveValue('acme');
  expect(screen.getByRole('button', { name: /I am a member/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(firstNames()).toEqual(['Acme mobile', 'Acme']);
});

test('P1: a bad address gives the plain page', async () => {
  await renderAt('/projects?scope=everybody&sort=%00');
  await table();
  expect(screen.getByRole('button', { name: /^All/ })).toHaveAttribute('aria-pressed', 'true');
});

test('P1: Enter in the table opens the project', async () => {
  const { user, router } = await renderAt('/projects?q=acme&sort=id:asc');
  const grid = await table();
  grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  await user.keyboard('{ArrowRight}{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/122'));
});

test('Nothing found says what was searched and offers the way back', async () => {
  const { user } = await renderAt('/projects?q=zzzz');
  expect(await screen.findByText('No project matches “zzzz”')).toBeInTheDocument();
  await user.click(screen.getByText('Clear the search'));
  await waitFor(() => expect(firstNames().length).toBeGreaterThan(5));
});

test('A list that does not come says why in its place; the page stays and tries again', async () => {
  const { user, fetch, router } = await renderAt('/projects/122');
  await fetch('/sandbox/fault', {
    method: 'POST',
    body: JSON.stringify({ match: 'GET projects', answer: { status: 501 } }),
  });
  await router.navigate('/projects');
  expect(await screen.findByText('The server cannot do this')).toBeInTheDocument();
  expect(screen.getByRole('searchbox')).toBeInTheDocument();
  await user.click(screen.getByText('Try again'));
  expect(await table()).toBeInTheDocument();
});
