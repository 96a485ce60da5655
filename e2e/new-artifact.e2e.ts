import type { Page } from 'playwright/test';
import { expectNoAxeViolations } from './axe';
import { arm, ask, fieldsOf, listen } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const createButton = (page: Page) => page.getByRole('button', { name: 'Create' });

interface Found {
  id: number;
  title: string;
  submitted_by: number;
}

/** The newest artifacts of Requirements as the world holds them. */
async function newest(world: string): Promise<Found[]> {
  const { body } = await ask(world, 'dora', 'GET trackers/81/artifacts?order=desc&limit=10');
  return body as Found[];
}

const titled = async (world: string, text: string) =>
  (await newest(world)).filter((one) => one.title === text);

test('By keyboard from the tracker to a new artifact and its page', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/trackers/81');
  await page.getByRole('link', { name: 'New req' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/trackers/81/new');
  await expect(page.getByRole('heading', { level: 1, name: 'New req' })).toBeFocused();
  await title(page).focus();
  await page.keyboard.type('Pressure is read twice');
  await saveByKey(page);
  await page.waitForURL(/\/artifacts\/\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pressure is read twice');
  await expect(page.getByText(/^Created req #\d+\.$/)).toBeVisible();
  await expect(page).toHaveTitle(/Pressure is read twice/);
  const fields = await fieldsOf(world, 81);
  const id = Number(page.url().split('/').at(-1));
  const { body } = await ask(world, 'dora', `GET artifacts/${id}`);
  const { values } = body as { values: { field_id: number; bind_value_ids?: number[] }[] };
  const status = values.find(({ field_id }) => field_id === fields.id('status'));
  expect(status?.bind_value_ids).toEqual([fields.value('status', 'New')]);
});

test('Only what an artifact may begin with is offered, and all problems are told at once', {
  tag: '@long',
}, async ({ page, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/trackers/81/new');
  await page.getByRole('combobox', { name: 'Status' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['New', 'Open']);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Effort' }).fill('many');
  await createButton(page).click();
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('listitem')).toHaveCount(2);
  await expectNoAxeViolations(page);
  await summary.getByRole('button', { name: 'Title' }).click();
  await expect(title(page)).toBeFocused();
  expect(calls('POST artifacts')).toEqual([]);
});

test('A 400 is told at its field in the server’s words, a 500 in ours, and nothing typed is lost', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/trackers/81/new');
  await title(page).fill('Kept');
  await arm(world, 'POST artifacts', {
    status: 400,
    body: { error: { code: 400, message: 'Bad Request: error: BP-ID is taken.\n' } },
  });
  await createButton(page).click();
  await expect(page.getByRole('textbox', { name: 'BP-ID' })).toHaveAccessibleDescription(
    /BP-ID is taken\./,
  );
  await arm(world, 'POST artifacts', { status: 500, body: '', type: 'text/html; charset=UTF-8' });
  await createButton(page).click();
  await expect(page.getByText(/Could not create it/)).toBeVisible();
  await expectNoAxeViolations(page);
  await expect(title(page)).toHaveValue('Kept');
  await createButton(page).click();
  await page.waitForURL(/\/artifacts\/\d+$/);
  expect(await titled(world, 'Kept')).toHaveLength(1);
});

test('A 403 says so, and what was typed stays to copy', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/trackers/81/new');
  await title(page).fill('Kept');
  await arm(world, 'POST artifacts', {
    status: 403,
    body: { error: { code: 403, message: "Forbidden: User can't write in destination tracker" } },
  });
  await createButton(page).click();
  await expect(page.getByText(/does not let you create a req here/)).toBeVisible();
  const panel = page.getByRole('alert').filter({ hasText: 'Could not create it' });
  await expect(panel).toContainText("User can't write in destination tracker");
  await expect(page.locator('.value', { hasText: /^Kept$/ })).toBeVisible();
  await expect(createButton(page)).toHaveAttribute('aria-disabled', 'true');
  await expectNoAxeViolations(page);
});

test('E16: the connection breaks after the POST: what is said is what is there', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/trackers/81/new');
  await title(page).fill('Said as it is');
  await arm(world, 'POST artifacts', 'drop-after-write');
  await createButton(page).click();
  await page.waitForURL(/\/artifacts\/\d+$/);
  // Chromium sends a POST again on its own when a kept connection breaks before the answer; then there are two.
  const isDoubled = (await titled(world, 'Said as it is')).length > 1;
  await expect(
    page.getByText(isDoubled ? /#\d+ with the same content/ : /it landed as req #\d+/),
  ).toBeVisible();
});

test('E16: what landed after all is found, and not sent again', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/trackers/81/new');
  await title(page).fill('Only once');
  await arm(world, 'POST artifacts', { status: 504, body: '', type: 'text/html' });
  await createButton(page).click();
  await expect(page.getByText(/not known whether it was created/)).toBeVisible();
  await ask(world, 'anna', 'POST artifacts', { body: calls('POST artifacts')[0]?.postDataJSON() });
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.waitForURL(/\/artifacts\/\d+$/);
  await expect(page.getByText(/it landed as req #\d+/)).toBeVisible();
  expect(calls('POST artifacts')).toHaveLength(1);
  expect(await titled(world, 'Only once')).toHaveLength(1);
});

test('E16: the request is lost on the way: Create is closed until it is clear, then one is created', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/trackers/81/new');
  await title(page).fill('Second try');
  await arm(world, 'POST artifacts', { status: 504, body: '<html>504</html>', type: 'text/html' });
  await createButton(page).click();
  await expect(page.getByText(/not known whether it was created/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByRole('button', { name: 'Send again' })).toBeEnabled();
  expect(calls('POST artifacts')).toHaveLength(1);
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.waitForURL(/\/artifacts\/\d+$/);
  expect(await titled(world, 'Second try')).toHaveLength(1);
});

test('E15: a new artifact that was begun is left without a question and is there on the way back', {
  tag: '@long',
}, async ({ page, signIn }) => {
  await signIn(page, 'anna', '/trackers/81/new');
  await title(page).fill('Half a thought');
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();
  await page.waitForURL(/\/new\?draft=\w+$/);
  const way = page.getByRole('navigation', { name: 'Breadcrumb' });
  await way.getByRole('link', { name: 'Requirements' }).click();
  await page.waitForURL('**/trackers/81');
  await page.goBack();
  await expect(title(page)).toHaveValue('Half a thought');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await expect(title(page)).toHaveValue('');
});

test('At 390 px nothing scrolls sideways', { tag: '@long' }, async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/trackers/81/new');
  await expect(title(page)).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expectNoAxeViolations(page);
});
