import { expectNoAxeViolations } from './axe';
import { ask } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

test('V7, V8: an artifact is copied into a form, created, and moved with what it loses in sight', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  const menu = page.getByRole('main').getByRole('button', { name: 'More actions' }).first();
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Copy the artifact…' }).press('Enter');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Fill in a form' }).press('Enter');
  await expect(page.getByText(/nothing is created yet/)).toContainText('Attachments');
  await page.setViewportSize({ width: 390, height: 844 });
  // All that is filled in is named in one line: it is cut there, and makes the page no wider.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('textbox', { name: 'Title' }).fill('A copy to move');
  await saveByKey(page);
  await expect(page.getByRole('heading', { level: 1, name: 'A copy to move' })).toBeVisible();
  const id = Number(/\/artifacts\/(\d+)/.exec(page.url())?.[1]);

  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /^Move/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `Move req #${id} to another tracker` });
  await dialog.getByRole('combobox', { name: 'To the tracker' }).selectOption('Bugs');
  const lost = dialog.getByRole('table', { name: 'Values that are lost' });
  await expect(lost.getByRole('row').filter({ hasText: 'BP-ID' })).toContainText('BP-2207');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: /^Move req #\d+, losing/ }).press('Enter');
  await expect(page.getByText(`req #${id} is moved; the numbers stay.`)).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`bug #${id}`);
  const { body } = await ask(world, 'dora', `GET artifacts/${id}`);
  expect(body).toMatchObject({ tracker: { id: 82 } });
});
