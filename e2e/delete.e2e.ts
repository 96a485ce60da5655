import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expectNoAxeViolations } from './axe';
import { arm, ask, listen } from './sandbox';
import { expect, test } from './world';

const dialogOf = (page: Page) => page.getByRole('alertdialog', { name: 'Delete req #431?' });
const deleteButton = (page: Page) =>
  dialogOf(page).getByRole('button', { name: 'Delete req #431' });

/** By keyboard, as far as the dialog. */
async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toBeVisible();
}

async function confirm(page: Page): Promise<void> {
  await dialogOf(page).getByRole('textbox', { name: 'Type 431 to delete it' }).fill('431');
  await deleteButton(page).click();
}

const statusOf = async (world: string) => (await ask(world, 'dora', 'GET artifacts/431')).status;

test('V8: the snapshot first, the number typed, then back to the tracker', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  await open(page);
  await expect(dialogOf(page)).toContainText('Export keeps its columns and their order');
  await expect(dialogOf(page)).toContainText(/#433, #640/);
  await expectNoAxeViolations(page);
  const downloading = page.waitForEvent('download');
  await dialogOf(page).getByRole('button', { name: 'Save a JSON snapshot first' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('req-431.json');
  const content = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(content.artifact.id).toBe(431);
  expect(content.changesets.length).toBeGreaterThan(1);
  await expect(deleteButton(page)).toHaveAttribute('aria-disabled', 'true');
  await confirm(page);
  await page.waitForURL('**/trackers/81');
  await expect(page.getByText(/req #431 is deleted\. 4 of 5 deletions are left/)).toBeVisible();
  expect(await statusOf(world)).toBe(404);
});

test('V8: Escape keeps it, and the focus goes back to the menu', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/artifacts/431');
  await open(page);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
  expect(calls('DELETE artifacts/431')).toEqual([]);
  expect(await statusOf(world)).toBe(200);
});

test('V8: the limit of a day, met for real', { tag: '@long' }, async ({ page, world, signIn }) => {
  for (const id of [40, 77, 80, 433, 902]) await ask(world, 'anna', `DELETE artifacts/${id}`);
  await signIn(page, 'anna', '/artifacts/431');
  await open(page);
  await confirm(page);
  await expect(dialogOf(page)).toContainText(/You have deleted 5 artifacts, as many as/);
  await expect(dialogOf(page)).toContainText('0 of 5 deletions are left');
  await expectNoAxeViolations(page);
  expect(await statusOf(world)).toBe(200);
});

test('V8: switched off, and not allowed any more, are told apart', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  await open(page);
  await arm(world, 'DELETE artifacts/431', {
    status: 403,
    body: { error: { code: 403, message: 'Forbidden: Deletion of artifacts is not allowed' } },
    headers: { 'x-ratelimit-limit': '0', 'x-ratelimit-remaining': '0' },
  });
  await confirm(page);
  await expect(dialogOf(page)).toContainText('switched off on this server');
  await arm(world, 'DELETE artifacts/431', { status: 403 });
  await deleteButton(page).click();
  await expect(dialogOf(page)).toContainText('Only administrators of its tracker');
});

test('V8: the answer is lost: what became of it is found out', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  await open(page);
  await arm(world, 'DELETE artifacts/431', { status: 504, body: '', type: 'text/html' });
  await confirm(page);
  await expect(dialogOf(page)).toContainText(/not known whether it was deleted.*still there/);
  await expectNoAxeViolations(page);
  await arm(world, 'DELETE artifacts/431', { cutAt: 0 });
  await deleteButton(page).click();
  await page.waitForURL('**/trackers/81');
  // Chromium may have sent it again on its own; then the server no longer knew it.
  await expect(page.getByText(/^req #431 is .*\bgone\b/)).toBeVisible();
  expect(await statusOf(world)).toBe(404);
});

test('V8: not offered to who does not administer the tracker', { tag: '@long' }, async ({
  page,
  signIn,
}) => {
  await signIn(page, 'ben', '/artifacts/431');
  await expect(page.getByRole('button', { name: /^Edit/ })).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: /Delete/ })).toHaveCount(0);
});

test('V8: at 390 px the dialog fits', { tag: '@long' }, async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/artifacts/431');
  await open(page);
  await expect(deleteButton(page)).toBeInViewport();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expectNoAxeViolations(page);
});
