import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RepositorySettings } from '~/api/svn';
import { toSend } from '~/saving/svn/svnSnapshot';
import { renderAt } from '../../../tests/renderAt';

type Ask = Awaited<ReturnType<typeof renderAt>>['ask'];

async function stored(ask: Ask): Promise<RepositorySettings> {
  return ((await ask('anna', 'GET', 'svn/3')) as { settings: RepositorySettings }).settings;
}

test('X12: lines of the access file that both changed are chosen by the same keys as in an artifact', async () => {
  const { user, ask } = await renderAt('/svn/3');
  const file = screen.getByRole('textbox', { name: 'Access file' });
  await user.clear(file);
  await user.click(file);
  await user.paste('[/]\n* = r\n\n[/mine]\nanna = rw');
  const settings = { ...toSend(await stored(ask)), access_file: '[/]\n* = rw' };
  await ask('dora', 'PUT', 'svn/3', { settings });
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  const dialog = await screen.findByRole('dialog', { name: /Conflict/ });
  expect(within(dialog).getAllByRole('group', { name: /Lines of change/ })).not.toHaveLength(0);
  expect(within(dialog).queryByRole('textbox', { name: /Result/ })).toBeNull();
  await user.keyboard('1');
  expect(within(dialog).getByRole('textbox', { name: 'Result: Access file' })).toHaveValue(
    '[/]\n* = rw',
  );
  await user.keyboard('2{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/^Saved\. Read back: stored as sent/)).toBeVisible();
  expect((await stored(ask)).access_file).toBe('[/]\n* = r\n\n[/mine]\nanna = rw');
});
