import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAt } from '../../tests/renderAt';
import { openWorld } from '../../tests/sandbox/doors/node';
import { armFault } from '../../tests/sandbox/faults';

type Rendered = Awaited<ReturnType<typeof renderAt>>;

async function openDialog(user: Rendered['user']) {
  await user.click(screen.getByRole('button', { name: 'New repository' }));
  const dialog = await screen.findByRole('dialog', { name: 'New repository' });
  return { dialog, name: within(dialog).getByRole('textbox', { name: /^Name/ }) };
}

const create = (dialog: HTMLElement) => within(dialog).getByRole('button', { name: /^Create/ });
const named = (world: Rendered['world'], name: string) =>
  [...world.repositories.values()].filter((one) => one.name === name);

test('N1: every repository of the project is listed, however many pages there are', async () => {
  const { world } = openWorld('n1-many-pages');
  const one = world.repositories.get(2);
  if (!one) throw new Error('repository 2');
  for (let id = 500; id < 560; id += 1) {
    world.repositories.set(id, { ...one, id, name: `extra-${id}` });
  }
  await renderAt('/projects/122/svn', { world: world.name });
  const grid = await screen.findByRole('grid', { name: 'SVN repositories' });
  expect(grid).toHaveAttribute('aria-rowcount', '64');
});

test('N1: name rules speak while typing; a good name is created with its directories and opens', async () => {
  const { user, router, world } = await renderAt('/projects/122/svn');
  const { dialog, name } = await openDialog(user);
  await user.type(name, 'a b');
  expect(within(dialog).getByText(/^A space is not allowed/)).toBeVisible();
  await user.clear(name);
  await user.type(name, '1abc');
  expect(within(dialog).getByText(/must start with a letter/)).toBeVisible();
  await user.clear(name);
  await user.type(name, 'repo01');
  expect(within(dialog).getByText(/already is a repository of this name/)).toBeVisible();
  await user.clear(name);
  await user.type(name, 'hydraulics');
  await user.click(create(dialog));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/svn\/\d+$/));
  expect(await screen.findByRole('heading', { level: 1, name: 'hydraulics' })).toBeVisible();
  expect(named(world, 'hydraulics')).toHaveLength(1);
});

test('N1: a name that was taken meanwhile is refused, and the repository can be opened; what was typed stays', async () => {
  const { user, ask } = await renderAt('/projects/122/svn');
  const { dialog, name } = await openDialog(user);
  await user.type(name, 'taken-name');
  await ask('anna', 'POST', 'svn', { project_id: 122, name: 'taken-name' });
  await user.click(create(dialog));
  expect(await within(dialog).findByText(/already used in this project/)).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Open taken-name' })).toBeVisible();
  await user.keyboard('{Escape}');
  const again = await openDialog(user);
  expect(again.name).toHaveValue('taken-name');
});

test('N1: all settings can be given; a rule that was disabled is told on the new repository', async () => {
  const { user, world } = await renderAt('/projects/122/svn');
  const { dialog, name } = await openDialog(user);
  await user.type(name, 'closed');
  await user.click(within(dialog).getByText('All settings'));
  await user.click(within(dialog).getByRole('checkbox', { name: 'Default permissions' }));
  expect(within(dialog).getByText(/nobody will have access/)).toBeVisible();
  const file = within(dialog).getByRole('textbox', { name: 'Access file' });
  await user.type(file, '[[/]\n@ghost = rw');
  await user.click(create(dialog));
  expect(await screen.findByText(/Saved, but not as you wrote it/)).toBeVisible();
  expect(named(world, 'closed')[0]?.settings).toMatchObject({
    hasDefaultPermissions: false,
    accessFile: '[/]\n# @ghost = rw',
  });
});

test('N1: a lost answer is looked for; a 403 is explained and keeps the text', async () => {
  const { user, world, router } = await renderAt('/projects/122/svn');
  const { dialog, name } = await openDialog(user);
  await user.type(name, 'lost-answer');
  armFault(world, { match: 'POST svn', answer: { status: 403 } });
  await user.click(create(dialog));
  expect(await within(dialog).findByText('Could not create lost-answer')).toBeVisible();
  expect(name).toHaveValue('lost-answer');
  armFault(world, { match: 'POST svn', answer: 'offline' });
  await user.click(create(dialog));
  expect(
    await within(dialog).findByText(/It is not known whether lost-answer was created/),
  ).toBeVisible();
  armFault(world, { match: 'POST svn', answer: 'drop-after-write' });
  await user.click(create(dialog));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/svn\/\d+$/));
  expect(named(world, 'lost-answer')).toHaveLength(1);
});

test('N1: deleting wants the name, is followed until the repository is gone, and says that the name stays taken', async () => {
  const { user, router, world } = await renderAt('/svn/2');
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete the repository manuals?' });
  const confirm = within(dialog).getByRole('button', { name: 'Delete' });
  expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await user.type(within(dialog).getByRole('textbox'), 'manuals');
  await user.click(confirm);
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/122/svn'));
  expect(await screen.findByText(/manuals is deleted. Its name stays taken/)).toBeVisible();
  expect(world.repositories.get(2)?.isDeleted).toBe(true);
  const grid = screen.getByRole('grid', { name: 'SVN repositories' });
  expect(within(grid).queryByText('manuals')).toBeNull();
});
