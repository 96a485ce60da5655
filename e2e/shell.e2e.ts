import type { Page } from 'playwright/test';
import { settled } from './settled';
import { expect, test } from './world';

const pages = ['/projects', '/projects/122', '/trackers/81', '/artifacts/431', '/artifacts/700'];
const widths = [360, 390, 768, 1440, 2560];

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const places = (page: Page) => page.getByRole('navigation', { name: 'Places' });

/** Moves inside the running app, so that the session in memory stays. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({ idx: (history.state?.idx ?? 0) + 1, key: crypto.randomUUID() }, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(h1(page)).toBeVisible();
}

/** Elements that stick out of the page sideways although nothing around them scrolls, and how far the page can scroll. */
async function overflow(page: Page): Promise<{ page: number; elements: string[] }> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const isClipped = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== root; at = at.parentElement) {
        const { overflowX } = getComputedStyle(at);
        if (/auto|scroll|hidden|clip/.test(overflowX)) return true;
      }
      return false;
    };
    const elements = [...document.querySelectorAll('main *')]
      .filter((element) => {
        const { right, width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && right > innerWidth + 1 && !isClipped(element);
      })
      .map((element) => element.outerHTML.slice(0, 100));
    return { page: Math.max(root.scrollWidth, document.body.scrollWidth) - innerWidth, elements };
  });
}

test('From 360 to 2560 px nothing but tables scrolls sideways', async ({ page, signIn }) => {
  await signIn(page, 'anna', '/projects/122');
  for (const path of pages) {
    await go(page, path);
    await settled(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      // Tables take their new width in the frame after.
      await expect
        .poll(() => overflow(page), { message: `${path} at ${width}` })
        .toEqual({ page: expect.any(Number), elements: [] });
      expect((await overflow(page)).page, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await go(page, '/artifacts/431');
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toBeVisible();
  expect(await overflow(page)).toMatchObject({ elements: [] });
});

test('The connect page fits from 360 to 2560 px', { tag: '@long' }, async ({ page }) => {
  await page.goto('/connect');
  await expect(page.getByRole('button', { name: 'Sign in as anna' })).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await overflow(page), String(width)).toMatchObject({ elements: [] });
  }
});

test('The first Tab skips to the page', { tag: '@long' }, async ({ page }) => {
  await page.goto('/connect?return=/projects/122');
  await page.getByLabel('Keep the sign-in').selectOption('tab');
  await page.getByRole('button', { name: 'Sign in as anna' }).click();
  await page.waitForURL((url) => url.pathname === '/projects/122');
  await page.reload();
  await expect(h1(page)).toHaveText('Acme');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const isInside = await page
    .locator(':focus')
    .evaluate((element) => element.closest('main') !== null);
  expect(isInside).toBe(true);
});

test('Titles, breadcrumb and focus follow the way through the pages', async ({ page, signIn }) => {
  await signIn(page, 'anna');
  await expect(page).toHaveTitle('Projects · Parterre');
  await page.getByRole('link', { name: '122', exact: true }).click();
  await expect(page).toHaveTitle('Acme · Parterre');
  await expect(h1(page)).toBeFocused();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Requirements/ })
    .click();
  await expect(page).toHaveTitle('Requirements · Parterre');
  await expect(h1(page)).toBeFocused();
  await go(page, '/artifacts/431');
  await expect(page).toHaveTitle('Export keeps its columns and their order · Parterre');
  await expect(h1(page)).toBeFocused();
  const crumbs = page.getByRole('main').getByRole('navigation', { name: 'Breadcrumb' });
  await expect(crumbs.getByRole('listitem')).toHaveText(['Acme', 'Requirements', '#431']);
  await crumbs.getByRole('link', { name: 'Requirements' }).click();
  await page.waitForURL('**/trackers/81');
  await expect(places(page).getByRole('link', { name: 'Requirements' }).first()).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(places(page).getByRole('link', { name: /Export keeps its columns/ })).toBeVisible();
});

test('Light and dark by switch, kept over a reload; the system decides otherwise', async ({
  page,
  signIn,
}) => {
  const ground = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return red + green + blue > 384 ? 'light' : 'dark';
    });
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, 'anna');
  expect(await ground()).toBe('dark');
  await page.getByRole('button', { name: /signed in as/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Light theme' }).click();
  await expect.poll(ground).toBe('light');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in as anna' })).toBeVisible();
  expect(await ground()).toBe('light');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await expect.poll(ground).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await ground()).toBe('dark');
});

test('The sidebar folds, keeps it, and its names stay', { tag: '@long' }, async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna');
  const width = async () => (await page.locator('#sidebar').boundingBox())?.width;
  expect(await width()).toBe(232);
  await page.getByRole('button', { name: 'Fold the sidebar' }).click();
  await expect.poll(width).toBe(48);
  await expect(places(page).getByRole('link', { name: 'Projects', exact: true })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in as anna' }).click();
  await expect.poll(width).toBe(48);
  await page.getByRole('button', { name: 'Unfold the sidebar' }).click();
  await expect.poll(width).toBe(232);
});

test('In a low window the places of the sidebar keep their height and scroll', {
  tag: '@long',
}, async ({ page, signIn }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await signIn(page, 'anna', '/artifacts/431');
  const places = page.getByRole('navigation', { name: 'Places' });
  await expect(places.getByRole('link', { name: 'Requirements' })).toBeAttached();
  const heights = await places
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(5);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(28);
});

test('At 390 px the sidebar is a drawer that keys and links close', {
  tag: '@long',
}, async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/projects/122');
  const open = page.getByRole('button', { name: 'Open the menu' });
  const link = places(page).getByRole('link', { name: 'Projects', exact: true });
  await expect(link).not.toBeInViewport();
  await open.click();
  await expect(link).toBeInViewport();
  const isInside = await page
    .locator(':focus')
    .evaluate((element) => element.closest('#sidebar') !== null);
  expect(isInside).toBe(true);
  await page.keyboard.press('Escape');
  await expect(link).not.toBeInViewport();
  await expect(open).toBeFocused();
  await open.click();
  await link.click();
  await page.waitForURL('**/projects');
  await expect(link).not.toBeInViewport();
  await expect(h1(page)).toBeFocused();
});

test('An unknown address says so, with the shell and a way on', { tag: '@long' }, async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/nowhere/at-all?x=1');
  await expect(h1(page)).toHaveText('There is no page at this address');
  await expect(page).toHaveTitle('No such page · Parterre');
  await expect(places(page)).toBeVisible();
  await page.getByRole('link', { name: 'Go to the projects' }).click();
  await page.waitForURL('**/projects');
  await go(page, '/artifacts/no-number');
  await expect(h1(page)).toHaveText('There is no page at this address');
});
