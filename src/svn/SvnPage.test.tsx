import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { toSend } from '~/saving/svn/svnSnapshot';
import { append, file, save, saved, stored } from '../../tests/fixtures/pages/svn';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { renderAt } from '../../tests/renderAt';

test('N10: one change is saved, everything else goes back as it was, and the read-back proves it', async () => {
  const { user, ask } = await renderAt('/svn/1');
  const before = toSend(await stored(ask));
  await user.click(screen.getByRole('checkbox', { name: 'Commit messages may be changed' }));
  expect(screen.getByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('1 change');
  await saveByKey(user);
  expect(await screen.findByText(saved)).toBeVisible();
  const after = toSend(await stored(ask));
  expect(after).toEqual({
    ...before,
    commit_rules: { ...before.commit_rules, is_commit_message_change_allowed: true },
  });
  expect(after.has_default_permissions).toBe(false);
  expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
});

test('N10: opening, closing and emptying are asked about first', async () => {
  const { user, ask } = await renderAt('/svn/3');
  await user.click(screen.getByRole('checkbox', { name: 'Default permissions' }));
  await user.click(save());
  const opening = await screen.findByRole('alertdialog', {
    name: /who has access to closed-plans/,
  });
  expect(opening).toHaveTextContent('all members of the project get read and write access');
  expect(opening).toHaveTextContent('Subversion refuses a file with two');
  await user.click(within(opening).getByRole('button', { name: 'Keep editing' }));
  expect((await stored(ask, 3)).has_default_permissions).toBe(false);
  await user.click(screen.getByRole('button', { name: /undo the change of Default permissions/ }));
  await user.clear(file());
  await user.click(save());
  const emptying = await screen.findByRole('alertdialog');
  expect(emptying).toHaveTextContent('nobody has access');
  await user.click(within(emptying).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(saved)).toBeVisible();
  expect(await stored(ask, 3)).toMatchObject({ access_file: '', has_default_permissions: false });
});

test('N10: notifications: doubles are found first, people by name, groups as the server takes them', async () => {
  const { user, ask } = await renderAt('/svn/1');
  await user.click(screen.getByRole('button', { name: 'Add a notification' }));
  const row = screen.getByRole('group', { name: 'Notification of a new path' });
  await user.type(within(row).getByRole('textbox', { name: /^Path/ }), '/trunk');
  await user.click(save());
  expect(await screen.findByText('Not saved. What you typed is kept.')).toBeVisible();
  expect(screen.getAllByText('/trunk is listed twice: put them together.')).not.toHaveLength(0);
  const rows = screen.getAllByRole('group', { name: 'Notification of /trunk' });
  const added = rows.at(-1);
  if (!added) throw new Error('the new row');
  await user.type(within(added).getByRole('textbox', { name: /^Path/ }), '/docs');
  await user.type(within(added).getByRole('combobox', { name: 'People' }), 'lindq');
  await user.click(await screen.findByRole('option', { name: /Carl Lindqvist/ }));
  await user.tab();
  const groups = within(added).getByRole('combobox', { name: 'Groups' });
  await user.type(groups, 'wiki');
  expect(screen.queryByRole('option', { name: /Wiki/ })).toBeNull();
  await user.clear(groups);
  await user.type(groups, 'administrators');
  await user.click(await screen.findByRole('option', { name: /Project administrators/ }));
  await user.tab();
  await user.click(save());
  expect(await screen.findByText(saved)).toBeVisible();
  const now = toSend(await stored(ask)).email_notifications;
  expect(now.find(({ path }) => path === '/trunk/docs')).toEqual({
    path: '/trunk/docs',
    emails: [],
    users: [104],
    user_groups: ['122_4'],
  });
  expect(now).toHaveLength(4);
});

test('N2: whoever does not administer the repository reads its facts and why there is no more', async () => {
  await renderAt('/svn/1', { as: 'ben' });
  expect(screen.getByRole('heading', { level: 1, name: 'repo01' })).toBeVisible();
  expect(screen.getByText(/svnplugin\/acme\/repo01/)).toBeVisible();
  expect(screen.getByText('The settings are shown to SVN administrators only')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('N3: immutable tags are saved as lists of lines, blanks taken off', async () => {
  const { user, ask } = await renderAt('/svn/2');
  await user.type(screen.getByRole('textbox', { name: 'Immutable paths' }), ' /tags \n\n/releases');
  await user.type(screen.getByRole('textbox', { name: 'Whitelist' }), '/tags/wip');
  await user.click(save());
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask, 2)).immutable_tags).toEqual({
    paths: ['/tags', '/releases'],
    whitelist: ['/tags/wip'],
  });
});

test('N10: discarding asks; leaving with changes asks', async () => {
  const { user, router } = await renderAt('/svn/1');
  await append(user, '\n# mine');
  const [way] = screen.getAllByRole('navigation', { name: 'Breadcrumb' });
  if (!way) throw new Error('the way up');
  await user.click(within(way).getByRole('link', { name: 'SVN' }));
  const guard = await screen.findByRole('alertdialog', { name: 'Leave repo01 without saving?' });
  await user.click(within(guard).getByRole('button', { name: 'Stay here' }));
  expect(router.state.location.pathname).toBe('/svn/1');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  const question = await screen.findByRole('alertdialog', { name: 'Discard 1 change to repo01?' });
  await user.click(within(question).getByRole('button', { name: 'Discard' }));
  expect(file().value).not.toContain('# mine');
});

test('E14: the review sheet shows what changes of a repository, what that opens, and what stands against it', async () => {
  const { user } = await renderAt('/svn/1');
  await append(user, '\n# by anna');
  await user.click(screen.getByRole('checkbox', { name: 'Default permissions' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Review 2 changes to repo01' });
  expect(
    within(dialog)
      .getAllByRole('term')
      .map(({ textContent }) => textContent),
  ).toEqual(['Default permissions', 'Access file']);
  expect(within(dialog).getByText('# by anna', { exact: false, selector: 'ins' })).toBeVisible();
  expect(dialog).toHaveTextContent(/Default permissions are turned on: all members/);
  await user.click(within(dialog).getByRole('button', { name: 'Show the request' }));
  const request = await screen.findByRole('dialog', { name: 'The request, not sent yet' });
  expect(request).toHaveTextContent(/"has_default_permissions":true/);
  await user.click(within(request).getByRole('button', { name: 'Close' }));
  // What opens a repository is asked about all the same.
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('alertdialog')).toHaveTextContent(/turned on/);
});
