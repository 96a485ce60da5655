import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RepositorySettings } from '~/api/svn';
import { toSend } from '~/saving/svn/svnSnapshot';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { renderAt } from '../../tests/renderAt';
import { armFault } from '../../tests/sandbox/faults';

type Ask = Awaited<ReturnType<typeof renderAt>>['ask'];

async function stored(ask: Ask, id = 1): Promise<RepositorySettings> {
  return ((await ask('anna', 'GET', `svn/${id}`)) as { settings: RepositorySettings }).settings;
}

/** Somebody else changes some of the settings, and sends the others back as they are. */
async function changeAsDora(ask: Ask, changes: Partial<ReturnType<typeof toSend>>): Promise<void> {
  const settings = { ...toSend(await stored(ask)), ...changes };
  await ask('dora', 'PUT', 'svn/1', { settings });
}

const file = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Access file' });
const save = () => screen.getByRole('button', { name: /^Save/ });
const saved = /^Saved\. Read back: stored as sent/;

/** Types into the text area at its end. */
async function append(user: Awaited<ReturnType<typeof renderAt>>['user'], text: string) {
  await user.type(file(), text.replaceAll('[', '[['));
}

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

test('N10: what somebody else changed meanwhile in another part is kept and told', async () => {
  const { user, ask } = await renderAt('/svn/1');
  await append(user, '\n\n[/mine]\nanna = rw');
  await changeAsDora(ask, { immutable_tags: { paths: ['/tags', '/releases'], whitelist: [] } });
  await user.click(save());
  expect(await screen.findByText(saved)).toBeVisible();
  expect(screen.getByText(/Somebody else had changed/)).toHaveTextContent(
    'Immutable paths, Whitelist',
  );
  const now = await stored(ask);
  expect(now.immutable_tags.paths).toEqual(['/tags', '/releases']);
  expect(now.access_file).toMatch(/\[\/mine\]\nanna = rw$/);
  expect(screen.getByRole('textbox', { name: 'Immutable paths' })).toHaveValue('/tags\n/releases');
});

test('N10: the same part changed by both is a conflict; separate lines come merged, nothing is sent before', async () => {
  const { user, ask } = await renderAt('/svn/1');
  await append(user, '\n\n[/mine]\nanna = rw');
  const theirs = (await stored(ask)).access_file.replace(
    'Reviewers = anna, ben',
    'Reviewers = ben',
  );
  await changeAsDora(ask, { access_file: theirs });
  await user.click(save());
  const dialog = await screen.findByRole('dialog', { name: 'Conflict on repo01' });
  expect((await stored(ask)).access_file).toBe(theirs);
  const result = within(dialog).getByRole('textbox', { name: 'Result: Access file' });
  expect(result).toHaveValue(`${theirs}\n\n[/mine]\nanna = rw`);
  await user.type(result, '\n# agreed');
  await user.click(within(dialog).getByRole('button', { name: /^Save merged version/ }));
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask)).access_file).toBe(`${theirs}\n\n[/mine]\nanna = rw\n# agreed`);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('N10: where both changed the same lines a side has to be chosen; going back keeps the text', async () => {
  const { user, ask } = await renderAt('/svn/3');
  await user.clear(file());
  await user.type(file(), '[[/]\n* = r');
  const settings = { ...toSend(await stored(ask, 3)), access_file: '[/]\n* = rw' };
  await ask('dora', 'PUT', 'svn/3', { settings });
  await user.click(save());
  const dialog = await screen.findByRole('dialog', { name: /Conflict/ });
  expect(within(dialog).getByRole('button', { name: /^Save merged/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await user.click(within(dialog).getByRole('button', { name: /^Back to editing/ }));
  expect(file()).toHaveValue('[/]\n* = r');
  await user.click(save());
  const again = await screen.findByRole('dialog', { name: /Conflict/ });
  await user.click(within(again).getByRole('button', { name: 'Mine: Access file' }));
  await user.click(within(again).getByRole('button', { name: /^Save merged/ }));
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask, 3)).access_file).toBe('[/]\n* = r');
});

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
});

test('N10: deleted meanwhile: nothing can be saved, the text stays and can be copied', async () => {
  const { user, ask } = await renderAt('/svn/3');
  await append(user, '\n# mine');
  await ask('dora', 'DELETE', 'svn/3');
  await user.click(save());
  expect(await screen.findByText(/was deleted meanwhile/)).toBeVisible();
  expect(file().value).toMatch(/# mine$/);
  expect(screen.getByRole('button', { name: 'Copy the access file' })).toBeVisible();
});

test('N10: a 500 keeps the text and saves on the next try; an answer that is lost is looked for', async () => {
  const { user, world, ask } = await renderAt('/svn/3');
  await append(user, '\nanna = rw');
  armFault(world, { match: 'PUT svn/3', answer: { status: 500, body: '' } });
  await user.click(save());
  expect(await screen.findByText('Could not save these settings')).toBeVisible();
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

test('N10: a newer version is announced, not applied, and merged on demand', async () => {
  const { user, ask, queryClient } = await renderAt('/svn/1');
  await append(user, '\n# mine');
  await changeAsDora(ask, { has_default_permissions: true });
  await queryClient.invalidateQueries();
  const notice = await screen.findByText(/Your text is untouched/);
  expect(notice).toHaveTextContent('Default permissions');
  expect(screen.getByRole('checkbox', { name: 'Default permissions' })).not.toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Merge now' }));
  expect(screen.getByRole('checkbox', { name: 'Default permissions' })).toBeChecked();
  expect(file().value).toMatch(/# mine$/);
  expect(screen.getByRole('region', { name: 'Unsaved changes' })).toHaveTextContent(
    '1 change Access file',
  );
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
