import { screen, within } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { setReadOnly } from '~/api/requests/readOnly';
import { renderAt } from '../../tests/renderAt';
import { armFault } from '../../tests/sandbox/faults';

/** The drawer over a page, with the oldest request chosen that has these words. */
async function chosen(words: string) {
  const opened = await renderAt('/projects/122');
  const { user } = opened;
  await user.keyboard('{Alt>}r{/Alt}');
  const drawer = within(await screen.findByRole('dialog', { name: 'Requests' }));
  // A5: in sight before anything is chosen.
  expect(drawer.getByRole('region', { name: /^Limits of Sandbox/ })).toHaveTextContent(
    /At most at once:.*projects\/…\/trackers 50/,
  );
  await user.type(drawer.getByRole('searchbox'), words);
  await user.click(drawer.getByRole('listbox'));
  await user.keyboard('{End}');
  return { ...opened, drawer };
}

test('A1, A5: the drawer lists each try by method, path, status, time and size, masks the secret, and leads to the API explorer', async () => {
  const { user, drawer, world } = await chosen('get projects/122');
  const option = drawer.getByRole('option', { selected: true });
  expect(option).toHaveTextContent(/^GETprojects\/122200\d+ ms[\d.]+ (bytes|KB)$/);
  expect(drawer.getByText(/^\d+ of \d+$/)).toBeVisible();
  expect(drawer.getByRole('link', { name: 'API explorer' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/api\/explorer\/$/),
  );
  await user.click(drawer.getByRole('tab', { name: 'Request' }));
  const panel = within(drawer.getByRole('tabpanel'));
  expect(panel.getByText(/^x-auth-accesskey$/i).nextSibling).toHaveTextContent(/^•••$/);
  expect(document.body).not.toHaveTextContent(/tlp-k1/);
  armFault(world, { match: 'GET projects/122', answer: { status: 503 } });
  await user.click(drawer.getByRole('tab', { name: 'Send again' }));
  await user.click(drawer.getByRole('button', { name: 'Send again' }));
  expect(await drawer.findByText('The same answer: 200')).toBeVisible();
  expect(drawer.getByRole('option', { name: /^GET projects\/122 503/ })).toBeVisible();
  expect(drawer.getByRole('option', { name: /^GET projects\/122 try 2 200/ })).toBeVisible();
});

test('A2: a read is sent again, also edited, and told apart from the first answer', async () => {
  const { user, drawer } = await chosen('get projects/122');
  await user.click(drawer.getByRole('tab', { name: 'Send again' }));
  await user.click(drawer.getByRole('button', { name: 'Send again' }));
  expect(await drawer.findByText('The same answer: 200')).toBeVisible();
  const path = drawer.getByRole('textbox', { name: 'Path below /api/' });
  await user.clear(path);
  await user.type(path, '../admin');
  expect(drawer.getByRole('button', { name: 'Send again' })).toHaveAccessibleDescription(
    /Give a path below \/api\//,
  );
  await user.clear(path);
  await user.type(path, 'projects/999999');
  await user.click(drawer.getByRole('button', { name: 'Send again' }));
  expect(await drawer.findByText('Another answer: 404')).toBeVisible();
});

test('A2: in read-only a request turned into a write cannot be sent', async () => {
  onTestFinished(() => setReadOnly(false));
  setReadOnly(true);
  const { user, drawer } = await chosen('get projects/122');
  await user.click(drawer.getByRole('tab', { name: 'Send again' }));
  await user.selectOptions(drawer.getByRole('combobox', { name: 'Method' }), 'PUT');
  const again = drawer.getByRole('button', { name: 'Send PUT again…' });
  expect(again).toHaveAccessibleDescription(/Read-only is on/);
  await user.click(again);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});
