import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAt } from '../../tests/renderAt';
import { FAULTY_PROJECT } from '../../tests/sandbox/faults';

const panel = (name: RegExp) => screen.findByRole('region', { name });

test('A project shows the trackers, repositories and groups that it lists, with their counts', async () => {
  const { user, router, world } = await renderAt('/projects/122');
  const trackers = [...world.trackers.values()].filter(({ projectId }) => projectId === 122);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Acme');
  const list = await panel(new RegExp(`^Trackers ${trackers.length}$`));
  expect(within(list).getAllByRole('link')).toHaveLength(trackers.length);
  const repositories = await panel(/^SVN repositories 3$/);
  expect(within(repositories).getByText('repo01')).toBeInTheDocument();
  const groups = await panel(/^User groups \d+$/);
  expect(within(groups).getByText('Developers')).toBeInTheDocument();
  await user.click(within(list).getByRole('link', { name: /^Requirements/ }));
  expect(await screen.findByRole('heading', { level: 1, name: /Requirements/ })).toBeVisible();
  expect(router.state.location.pathname).toMatch(/^\/trackers\/\d+$/);
});

test('A service that the project does not list has no panel', async () => {
  const { world } = await renderAt('/projects');
  const without = [...world.projects.values()].find(
    ({ services, access, status }) =>
      !services.includes('svn') && access === 'public' && status === 'active',
  );
  expect(without).toBeDefined();
  await renderAt(`/projects/${without?.id}`, { world: world.name });
  expect(await screen.findByRole('region', { name: /^User groups/ })).toBeVisible();
  expect(screen.queryByRole('region', { name: /SVN/ })).toBeNull();
});

test('A panel that fails says so in its place and tries again; the others stay', async () => {
  await renderAt(`/projects/${FAULTY_PROJECT}`);
  const groups = await panel(/^User groups/);
  expect(await within(groups).findByText('The server failed')).toBeVisible();
  expect(await panel(/^Trackers/)).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
});

test('A panel that failed once comes back by itself when it is tried again', async () => {
  const { user, fetch, router } = await renderAt('/projects');
  await fetch('/sandbox/fault', {
    method: 'POST',
    body: JSON.stringify({
      match: 'GET projects/122/user_groups',
      answer: { status: 500 },
      times: 2,
    }),
  });
  await router.navigate('/projects/122');
  const groups = await panel(/^User groups/);
  await user.click(await within(groups).findByText('Try again'));
  expect(await within(groups).findByText('Developers')).toBeVisible();
});

test('A project that one may not see is an error page with words', async () => {
  const { world } = await renderAt('/projects');
  const hidden = [...world.projects.values()].find(
    ({ access, groups }) =>
      access === 'private' && groups.every(({ memberIds }) => !memberIds.includes(103)),
  );
  expect(hidden).toBeDefined();
  await renderAt(`/projects/${hidden?.id}`, { as: 'ben', world: world.name });
  expect(
    await screen.findByRole('heading', { level: 1, name: 'You may not see this' }),
  ).toBeVisible();
});
