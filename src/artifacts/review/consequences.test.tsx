import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderAt } from '../../../tests/renderAt';
import type { PersonName } from '../../../tests/sandbox/people';

/** The artifact with a value in every field, being edited. */
async function editing(as: PersonName) {
  const page = await renderAt('/artifacts/8600', { as });
  await page.user.click(await screen.findByRole('button', { name: /^Edit/ }));
  await screen.findByRole('textbox', { name: 'Title' });
  return page.user;
}

async function review(user: UserEvent) {
  await user.keyboard('{Control>}{Enter}{/Control}');
  return screen.findByRole('dialog', { name: /^Review / });
}

/** What the sheet says of one field. */
function said(sheet: HTMLElement, label: string): HTMLElement {
  const change = within(sheet).getByText(label, { selector: 'dt' }).parentElement;
  if (!change) throw new Error(`nothing is said of ${label}`);
  return change;
}

test('E6: the sheet tells which labels would be created, and what each would stand beside', async () => {
  const user = await editing('anna');
  const list = screen.getByRole('combobox', { name: 'Open list' });
  for (const label of ['windows11', 'Solaris', 'mac']) {
    await user.type(list, label);
    await user.click(
      await screen.findByRole('option', { name: /^(New: (windows11|Solaris)|macOS)/ }),
    );
  }
  const people = screen.getByRole('combobox', { name: 'Open list of people' });
  await user.type(people, 'eve@example.org');
  await user.click(await screen.findByRole('option', { name: /^New: eve/ }));
  const sheet = await review(user);
  const open = said(sheet, 'Open list');
  expect(open).toHaveTextContent('“windows11” is new: it will be created beside “Windows 11”.');
  expect(open).toHaveTextContent('“Solaris” is new: it will be created as a value of this field.');
  expect(open).not.toHaveTextContent(/(macOS|Linux)” is new/);
  expect(said(sheet, 'Open list of people')).toHaveTextContent(
    'eve@example.org is nobody with an account here: only the address is kept.',
  );
});

test('E8: the sheet names who will see it, and warns whoever would be locked out', async () => {
  const user = await editing('ben');
  await user.click(screen.getByRole('checkbox', { name: 'QA' }));
  const sheet = await review(user);
  const rights = said(sheet, 'Who may see it');
  expect(await within(rights).findByText(/You would lock yourself out/)).toBeVisible();
  expect(rights).toHaveTextContent(/The people of QA, whom the server does not show you/);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/you may no longer see this artifact/)).toBeVisible();
});

test('E8: an administrator reads the names in the sheet, and is not warned', async () => {
  const user = await editing('anna');
  await user.click(screen.getByRole('checkbox', { name: 'QA' }));
  const rights = said(await review(user), 'Who may see it');
  expect(await within(rights).findByText(/^\d+ (people|person), besides/)).toBeVisible();
  expect(rights).toHaveTextContent(/Carl Lindqvist/);
  expect(rights).not.toHaveTextContent(/lock yourself out/);
});

test('E7: nonsense in place of a number is shown as it was typed, with what is wrong about it', async () => {
  const user = await editing('anna');
  const number = screen.getByRole('textbox', { name: 'Computed' });
  await user.clear(number);
  await user.type(number, 'lots');
  const change = said(await review(user), 'Computed');
  expect(change).toHaveTextContent(/to ?lots.*This is not a number\./);
});
