import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { scope } from '~/api/session';
import { Seat } from '~/kept/seat';
import { toSend } from '~/saving/svn/svnSnapshot';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { holdRequest } from '../../../tests/fixtures/pages/heldRequest';
import { append, changeAsDora, file, save, saved, stored } from '../../../tests/fixtures/pages/svn';
import { renderAt } from '../../../tests/renderAt';

withStorage();

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
  const release = holdRequest('PUT', /svn\/1/, 'before');
  await user.keyboard('{Control>}{Enter}{/Control}');
  // What were typed now would be part of nothing.
  expect(await within(dialog).findByText(/^It is being saved/)).toBeVisible();
  expect(result.closest('[inert]')).not.toBeNull();
  release();
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask)).access_file).toBe(`${theirs}\n\n[/mine]\nanna = rw\n# agreed`);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('Z6: once another tab edits, the prompt of this one sends nothing', async () => {
  const { user, ask } = await renderAt('/svn/1');
  await append(user, '\n\n[/mine]\nanna = rw');
  await changeAsDora(ask, { access_file: `# hers\n${(await stored(ask)).access_file}` });
  const before = await stored(ask);
  await user.click(save());
  const dialog = within(await screen.findByRole('dialog', { name: 'Conflict on repo01' }));
  const other = new Seat({ kind: 'drafts', profile: scope(), id: 'svn 1' }, () => {});
  other.take();
  await waitFor(() => expect(other.role).toBe('follower'));
  other.steal();
  const merged = dialog.getByRole('button', { name: /^Save merged/ });
  await waitFor(() => expect(merged).toHaveAccessibleDescription(/in another tab/));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(merged);
  expect(await stored(ask)).toEqual(before);
  other.leave();
});

test('N10: a result that was typed is not thrown away by Escape without a question', async () => {
  const { user, ask } = await renderAt('/svn/1');
  await append(user, '\n\n[/mine]\nanna = rw');
  await changeAsDora(ask, { access_file: `# hers\n${(await stored(ask)).access_file}` });
  await user.click(save());
  const dialog = await screen.findByRole('dialog', { name: 'Conflict on repo01' });
  const result = within(dialog).getByRole('textbox', { name: 'Result: Access file' });
  await user.type(result, '\n# agreed');
  fireEvent(dialog, new Event('cancel'));
  await user.click(await screen.findByRole('button', { name: 'Keep merging' }));
  expect(result).toHaveDisplayValue(/# agreed$/);
  await user.click(within(dialog).getByRole('button', { name: /^Back to editing/ }));
  await user.click(await screen.findByRole('button', { name: 'Leave it' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('N10: what a merged result empties is asked about before it is sent', async () => {
  const { user, ask } = await renderAt('/svn/1');
  await append(user, '\n\n[/mine]\nanna = rw');
  await changeAsDora(ask, { access_file: `# hers\n${(await stored(ask)).access_file}` });
  await user.click(save());
  const dialog = await screen.findByRole('dialog', { name: 'Conflict on repo01' });
  await user.clear(within(dialog).getByRole('textbox', { name: 'Result: Access file' }));
  await user.click(within(dialog).getByRole('button', { name: /^Save merged/ }));
  const question = await screen.findByRole('alertdialog', { name: /who has access to repo01/ });
  expect(question).toHaveTextContent('The access file is emptied');
  expect((await stored(ask)).access_file).toMatch(/^# hers/);
  expect(file()).toHaveValue('');
  await user.click(within(question).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(saved)).toBeVisible();
  expect((await stored(ask)).access_file).toBe('');
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
