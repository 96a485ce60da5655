import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { discardedWords } from '~/saving/steps/steps';
import { toSend } from '~/saving/svn/svnSnapshot';
import { discard } from '../../../tests/fixtures/pages/discard';
import { append, file, save, saved, stored } from '../../../tests/fixtures/pages/svn';
import { renderAt } from '../../../tests/renderAt';
import { armFault } from '../../../tests/sandbox/faults';
import type { World } from '../../../tests/sandbox/model';

test('N10: a rule that the server disabled is listed at its line, and goes or comes back by one click', async () => {
  const { user, ask } = await renderAt('/svn/1');
  const lines = file().value.split('\n').length;
  await append(user, '\n\n[/secret]\n@ghost = rw\n@developers = r\n\n');
  await user.click(save());
  const alert = (await screen.findByText(/Saved, but not as you wrote it/)).closest(
    '.banner',
  ) as HTMLElement;
  const [ghost, spelled] = within(alert).getAllByRole('listitem');
  expect(ghost).toHaveTextContent(
    `Line ${lines + 3} @ghost = rw was disabled: there is no group ghost`,
  );
  expect(spelled).toHaveTextContent('the group is spelled Developers');
  expect(file().value).toContain('# @ghost = rw');
  expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
  if (!ghost || !spelled) throw new Error('two lines');
  await user.click(within(ghost).getByRole('button', { name: /^Line/ }));
  await waitFor(() =>
    expect(file().value.slice(file().selectionStart, file().selectionEnd)).toBe('# @ghost = rw'),
  );
  await user.click(within(ghost).getByRole('button', { name: 'Take out' }));
  await user.click(within(spelled).getByRole('button', { name: 'Use Developers' }));
  expect(file().value).toMatch(/\[\/secret\]\n@Developers = r$/);
  await user.click(save());
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask)).access_file).toMatch(/\[\/secret\]\n@Developers = r$/);
  expect(screen.queryByText(/Saved, but not as you wrote it/)).toBeNull();
});

test('N10: the file as it was before a save comes back by one click', async () => {
  const { user } = await renderAt('/svn/3');
  const before = file().value;
  await append(user, '\n@ghost = rw');
  await user.click(save());
  await user.click(
    await screen.findByRole('button', { name: 'Bring back the file as it was before' }),
  );
  expect(file()).toHaveValue(before);
});

test('N10: trimmed ends are told quietly', async () => {
  const { user } = await renderAt('/svn/3');
  await append(user, '\nanna = rw\n\n\n');
  await user.click(save());
  expect(await screen.findByText(/took off blank lines at the ends/)).toBeVisible();
});

test('N10: a 400 stands at its control; a 403 locks and keeps the text; a deleted repository too', async () => {
  const { user, world, ask } = await renderAt('/svn/1');
  await append(user, '\n# mine');
  armFault(world, {
    match: 'PUT svn/1',
    answer: { status: 400, body: 'User 103 is neither active nor restricted.' },
  });
  await user.click(save());
  const at = await screen.findAllByText('User 103 is neither active nor restricted.');
  expect(at.some((text) => text.closest('[data-control="row stored /trunk"]'))).toBe(true);
  armFault(world, { match: 'PUT svn/1', answer: { status: 403 } });
  await user.click(save());
  expect(await screen.findByText(/does not let you change this repository/)).toBeVisible();
  expect(file()).toHaveValue(`${(await stored(ask)).access_file}\n# mine`);
  expect(file()).toHaveAttribute('readonly');
  // The right is given back, or it was a proxy that refused.
  await user.click(screen.getByRole('button', { name: 'Let me try again' }));
  expect(file()).toHaveFocus();
  await user.keyboard('!');
  await user.click(save());
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask)).access_file).toMatch(/# mine!$/);
});

test('N10: deleted meanwhile: nothing can be saved, the text stays and can be copied', async () => {
  const { user, ask } = await renderAt('/svn/3');
  await append(user, '\n# mine');
  await ask('dora', 'DELETE', 'svn/3');
  await user.click(save());
  expect(await screen.findByText(/was deleted meanwhile/)).toBeVisible();
  expect(file().value).toMatch(/# mine$/);
  expect(screen.getByRole('button', { name: 'Copy the access file' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Let me try again' })).not.toBeInTheDocument();
});

test('N10: a 500 keeps the text and saves on the next try; an answer that is lost is looked for', async () => {
  const { user, world, ask } = await renderAt('/svn/3');
  await append(user, '\nanna = rw');
  armFault(world, { match: 'PUT svn/3', answer: { status: 500, body: '' } });
  await user.click(save());
  expect(await screen.findByText('Could not save these settings')).toBeVisible();
  // It was looked for, and is not there.
  expect(screen.queryByText(/It is not certain whether/)).not.toBeInTheDocument();
  expect(file().value).toMatch(/anna = rw$/);
  armFault(world, { match: 'PUT svn/3', answer: 'drop-after-write' });
  await user.click(save());
  expect(await screen.findByText(/The answer was lost on the way, but it was saved/)).toBeVisible();
  expect((await stored(ask, 3)).access_file).toMatch(/anna = rw$/);
});

test('N10: while nobody knows whether a save arrived, Save is locked; sending again sends once', async () => {
  const { user, world, ask } = await renderAt('/svn/3');
  await append(user, '\nanna = rw');
  armFault(world, { match: 'PUT svn/3', answer: 'offline' });
  await user.click(save());
  expect(await screen.findByText(/It is not known whether your changes were saved/)).toBeVisible();
  expect(save()).toHaveAttribute('aria-disabled', 'true');
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask, 3)).access_file).toMatch(/anna = rw$/);
});

test('N10: until it is clear what became of a save, what it may have stored is not told as somebody else’s', async () => {
  const { user, world, queryClient } = await renderAt('/svn/3');
  await append(user, '\nanna = rw');
  armFault(world, { match: 'PUT svn/3', answer: 'drop-after-write' });
  unreadableFromPut(world);
  await user.click(save());
  await screen.findByText(/It is not known whether your changes were saved/);
  world.armedFaults.length = 0;
  await act(() => queryClient.refetchQueries());
  expect(screen.queryByText(/Somebody else changed/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText(/The answer was lost on the way, but it was saved/)).toBeVisible();
});

/** What is read before the save is; from then on nothing can be. */
function unreadableFromPut(world: World): void {
  const through = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    if (init.method === 'PUT')
      armFault(world, { match: 'GET svn/3', answer: { status: 500, body: '' }, times: 99 });
    return through(input, init);
  });
}

test('N10: settings that are discarded before it is known whether they arrived are still looked for, and it is told', async () => {
  const { user, world, ask } = await renderAt('/svn/3');
  await append(user, '\nanna = rw');
  armFault(world, { match: 'PUT svn/3', answer: 'drop-after-write' });
  unreadableFromPut(world);
  await user.click(save());
  await screen.findByText(/It is not known whether your changes were saved/);
  world.armedFaults.length = 0;
  await discard(user);
  expect(await screen.findByText(/The answer was lost on the way, but it was saved/)).toBeVisible();
  await waitFor(() => expect(file().value).toMatch(/anna = rw$/));
  expect((await stored(ask, 3)).access_file).toMatch(/anna = rw$/);
  expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
});

test('N10: settings that never arrived and are discarded are told so once more, and bar nothing that is typed since', async () => {
  const { user, world, ask } = await renderAt('/svn/3');
  await append(user, '\nanna = rw');
  armFault(world, { match: 'PUT svn/3', answer: 'offline' });
  await user.click(save());
  await screen.findByRole('button', { name: 'Send again' });
  await discard(user);
  expect(await screen.findByText(/the changes that you discarded were saved/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Send again' })).not.toBeInTheDocument();
  expect(file().value).not.toMatch(/anna = rw/);
  await append(user, '\nben = r');
  await user.click(save());
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask, 3)).access_file).toMatch(/ben = r$/);
});

test('N10: settings that the server failed to save and that are discarded are told not to be saved, and ask for nothing', async () => {
  const { user, world, ask } = await renderAt('/svn/3');
  const before = file().value;
  await append(user, '\nanna = rw');
  armFault(world, { match: 'PUT svn/3', answer: { status: 500, body: '' } });
  unreadableFromPut(world);
  await user.click(save());
  await screen.findByText(/It is not known whether your changes were saved/);
  world.armedFaults.length = 0;
  await discard(user);
  expect(await screen.findByText(discardedWords)).toBeVisible();
  expect(screen.queryByText('Could not save these settings')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  expect(file()).toHaveValue(before);
  expect((await stored(ask, 3)).access_file).toBe(before);
});

test('N10: of half a save that is discarded it is told that half may be there; dismissed, the focus is at the heading', async () => {
  const { user, world, ask } = await renderAt('/svn/3');
  await append(user, '\nanna = rw');
  armFault(world, { match: 'PUT svn/3', answer: 'offline' });
  unreadableFromPut(world);
  await user.click(save());
  await screen.findByText(/It is not known whether your changes were saved/);
  world.armedFaults.length = 0;
  const settings = { ...toSend(await stored(ask, 3)), access_file: '[/]\nben = r' };
  await ask('dora', 'PUT', 'svn/3', { settings });
  await discard(user);
  expect(await screen.findByText(/half of what you discarded may have arrived/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});
