import type { Page } from 'playwright/test';
import { ask, listen } from './sandbox';
import { expect, test } from './world';

const grid = (page: Page) => page.getByRole('grid', { name: 'Projects' });
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link') });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Name, short name or number' });

/** How many the server gives for this question, page by page, permissions applied. */
async function visibleProjects(world: string, query = ''): Promise<number> {
  let count = 0;
  for (let offset = 0, size = 1; offset < size; offset += 50) {
    const answer = await ask(world, 'anna', `GET projects?limit=50&offset=${offset}${query}`);
    size = Number(answer.headers.get('x-pagination-size'));
    count += (answer.body as unknown[]).length;
  }
  return count;
}

test('Every page of the collection is followed, although pages come short', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna');
  const expected = await visibleProjects(world);
  await expect(page.getByText(`All ${expected} loaded`)).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(expected + 1));
  const offsets = calls('GET projects')
    .map((request) => new URL(request.url()).searchParams)
    .filter((params) => !params.has('query'))
    .map((params) => Number(params.get('offset')));
  // A short page in the middle: fewer came than the pages could hold, and the last page was still asked for.
  expect(expected).toBeLessThan(offsets.length * 50);
  expect(offsets.toSorted((a, b) => a - b)).toEqual([0, 50, 100]);
});

test('Search by name, short name and number, by keyboard; the address keeps it', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna');
  await expect(grid(page)).toBeVisible();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('acme');
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(/\/projects\?q=acme$/);
  await search(page).fill('arch-board');
  await expect(rows(page)).toHaveText([/Architecture board/]);
  await search(page).fill('122');
  await expect(rows(page)).toHaveText([/Acme/]);
  await search(page).fill('zzzz');
  await expect(page.getByText('No project matches “zzzz”')).toBeVisible();
  await page.getByText('Clear the search', { exact: true }).click();
  await expect(search(page)).toHaveValue('');
  await expect(page).toHaveURL(/\/projects$/);
});

test('"mine" and "I administer" ask the server and stand in the address', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna');
  const admin = await visibleProjects(
    world,
    `&query=${encodeURIComponent(JSON.stringify({ is_admin_of: true }))}`,
  );
  const member = await visibleProjects(
    world,
    `&query=${encodeURIComponent(JSON.stringify({ is_member_of: true }))}`,
  );
  await page.getByRole('button', { name: /^I am an admin/ }).click();
  await expect(page).toHaveURL(/scope=admin/);
  await expect(page.getByText(`All ${admin} loaded`)).toBeVisible();
  await page.getByRole('button', { name: /^I am a member/ }).click();
  await expect(page.getByText(`All ${member} loaded`)).toBeVisible();
  const asked = calls('GET projects').map((request) =>
    new URL(request.url()).searchParams.get('query'),
  );
  expect(asked).toContain(JSON.stringify({ is_admin_of: true }));
});

test('The address alone brings back search, scope and order', { tag: '@long' }, async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/projects?q=acme&scope=member&sort=id%3Adesc');
  await expect(search(page)).toHaveValue('acme');
  await expect(page.getByRole('button', { name: /^I am a member/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(rows(page)).toHaveText([/Acme mobile/, /Acme/]);
});

test('Back and Forward restore the search, the scroll and the row', async ({ page, signIn }) => {
  await signIn(page, 'anna');
  await expect(grid(page)).toBeVisible();
  await grid(page).locator('[tabindex="0"]').focus();
  for (const key of ['PageDown', 'PageDown', 'ArrowDown']) await page.keyboard.press(key);
  const place = page.locator(':focus');
  const row = await place.evaluate((cell) => cell.closest('[data-row]')?.getAttribute('data-row'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/projects/${row}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.locator(`[data-row="${row}"]`)).toBeInViewport();
  await expect(page.locator(`[data-row="${row}"] :focus`)).toHaveCount(1);
  await page.goForward();
  await page.waitForURL(`**/projects/${row}`);
  await page.getByRole('link', { name: 'Projects', exact: true }).first().click();
  await search(page).fill('acme');
  await expect(page).toHaveURL(/q=acme/);
  await rows(page).first().getByRole('link').click();
  await page.waitForURL(/projects.\d+/);
  await page.goBack();
  await expect(search(page)).toHaveValue('acme');
  await expect(rows(page)).toHaveCount(2);
});

test('A row that is opened right after typing opens', { tag: '@long' }, async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna');
  await expect(grid(page)).toBeVisible();
  await search(page).fill('acme');
  await rows(page).filter({ hasText: 'Acme mobile' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acme mobile');
  await expect(page).toHaveURL(/projects.140$/);
});

test('Sorting by a header works by mouse and by keyboard', { tag: '@long' }, async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/projects?scope=member');
  const header = grid(page).getByRole('columnheader', { name: /^#/ });
  // Anywhere on the header, not only on its word.
  const box = await header.boundingBox();
  await header.click({ position: { x: (box?.width ?? 0) - 10, y: 8 } });
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(page).first()).toContainText('104');
  await header.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText('190');
});
