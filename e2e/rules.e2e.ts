import type { Locator, Page } from 'playwright/test';
import { arm, fieldsOf, listen, stored } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

/** Opens the list of a select box by key. */
async function openList(page: Page, name: string): Promise<Locator> {
  await page.getByRole('combobox', { name, exact: true }).press('Enter');
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  return list;
}

async function choose(page: Page, name: string, option: string): Promise<void> {
  await openList(page, name);
  await page.keyboard.type(option);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name, exact: true })).toContainText(option);
}

test('E11, E14: by keyboard: a status that asks for more, the checklist that jumps, the sheet, one save', async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/artifacts/431');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('e');
  const offered = await openList(page, 'Status');
  await expect(offered.getByRole('option')).toHaveText(['Open', 'In review', 'Rejected']);
  await page.keyboard.press('Escape');
  await choose(page, 'Status', 'In review');

  const list = page.getByRole('list', {
    name: /^(In review still needs|Everything that In review)/,
  });
  await expect(list.getByRole('listitem')).toHaveText([
    'Description is there',
    'Target version is empty',
    'A comment is missing',
  ]);
  await page.keyboard.press('Control+Enter');
  const sheet = page.getByRole('dialog', { name: /^Review / });
  await expect(sheet).toContainText('In review this must not be empty');
  await page.keyboard.press('Escape');
  expect(calls('PUT artifacts/431')).toEqual([]);

  await list.getByRole('button', { name: 'Target version' }).press('Enter');
  const version = page.getByRole('combobox', { name: 'Target version' });
  await expect(version).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await list.getByRole('button', { name: 'A comment' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Ready to be looked at.');
  await expect(page.getByText('Everything that In review asks for is there.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(sheet.getByRole('term')).toHaveText(['Status', 'Target version']);
  await expect(sheet).toContainText('Ready to be looked at.');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Saved as changeset \d+/)).toBeVisible();
  expect(calls('PUT artifacts/431')).toHaveLength(1);
  const now = await stored(world, 431);
  const fields = await fieldsOf(world, 81);
  expect(now.labels(fields.id('status'))).toEqual(['In review']);
});

test('E10, E12: a dependent list follows with its reason; the server’s words come to their fields, all at once', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/trackers/82/new');
  await choose(page, 'Component', 'Editor');
  const areas = await openList(page, 'Area');
  await expect(areas.getByRole('option')).toHaveText(['None', 'Markdown', 'Drafts']);
  await page.keyboard.press('Escape');
  await choose(page, 'Area', 'Drafts');
  await page.getByRole('button', { name: 'Change Component' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Component' })).toBeFocused();
  await choose(page, 'Component', 'Tables');
  const refused = page.getByText(/Drafts does not go with Component Tables\./).first();
  await expect(refused).toContainText('Possible: Columns and Sorting.');
  await choose(page, 'Area', 'Sorting');
  await expect(refused).toBeHidden();

  await page.getByRole('textbox', { name: 'Summary', exact: true }).fill('Sorted by hand');
  const message =
    'Bad Request: The field "Summary" is too long. The field "Area" is not valid. The moon is full.';
  await arm(world, 'POST artifacts', { status: 400, body: { error: { code: 400, message } } });
  await saveByKey(page);
  await expect(page.getByRole('alert')).toContainText('The moon is full.');
  for (const [role, name] of [
    ['textbox', 'Summary'],
    ['combobox', 'Area'],
  ] as const) {
    const control = page.getByRole(role, { name, exact: true });
    await expect(control).toHaveAccessibleDescription(new RegExp(`The field "${name}"`));
  }
  await expect(page.getByRole('textbox', { name: 'Summary', exact: true })).toHaveValue(
    'Sorted by hand',
  );
});
