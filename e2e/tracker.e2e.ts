import type { Page } from 'playwright/test';
import { arm, ask, listen } from './sandbox';
import { expect, test } from './world';

const ALL = 1_240;
const grid = (page: Page, name = 'Requirements') => page.getByRole('grid', { name });
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link') });
const tqlBox = (page: Page) => page.getByRole('textbox', { name: 'TQL query' });
const run = (page: Page) => page.getByRole('button', { name: /^Run/ });
const loaded = (page: Page) => page.getByText(/^All [\d,]+ loaded/);

interface Asked {
  offset: number;
  limit: number;
  query: string | null;
  tql: string | null;
}

function asked(calls: ReturnType<typeof listen>, tracker: number): Asked[] {
  return calls(`GET trackers/${tracker}/artifacts`).map((request) => {
    const { searchParams } = new URL(request.url());
    return {
      offset: Number(searchParams.get('offset')),
      limit: Number(searchParams.get('limit')),
      query: searchParams.get('query'),
      tql: searchParams.get('expert_query'),
    };
  });
}

/** How many the server lists for this TQL text. */
async function countOf(world: string, tql: string): Promise<number> {
  const path = `trackers/81/artifacts?limit=1&expert_query=${encodeURIComponent(tql)}`;
  const { headers } = await ask(world, 'anna', `GET ${path}`);
  return Number(headers.get('x-pagination-size'));
}

test('A small first page is shown at once, then all of it is loaded, with progress', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await arm(world, 'GET trackers/81/artifacts', { delay: 1 });
  await arm(world, 'GET trackers/81/artifacts', { delay: 800 }, 4);
  const calls = listen(page);
  await signIn(page, 'anna', '/trackers/81');
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Loading artifacts' })).toBeVisible();
  await expect(page.getByText(/of 1,240 loaded/)).toBeVisible();
  await expect(loaded(page)).toBeVisible();
  await expect(page.getByText('1,240 artifacts')).toBeVisible();
  const pages = asked(calls, 81);
  const [first, ...rest] = pages;
  expect(first).toMatchObject({ offset: 0, limit: 50 });
  expect(rest.every(({ limit }) => limit > 50)).toBe(true);
  const reached = Math.max(...pages.map(({ offset, limit }) => offset + limit));
  expect(reached).toBeGreaterThanOrEqual(ALL);
  const headers = await grid(page).getByRole('columnheader').allTextContents();
  expect(headers.map((text) => text.trim()).slice(0, 3)).toEqual(['#', 'Title', 'Status']);
});

test('R2: sorting says over how much it went: in part while loading, whole at the end', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/trackers/81');
  await expect(loaded(page)).toBeVisible();
  const header = grid(page).getByRole('columnheader', { name: /Status/ });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByText(/^Sorted 1,240 of 1,240 by Status/)).toBeVisible();
  await expect(page).toHaveURL(/sort=status/);
  await arm(world, 'GET trackers/82/artifacts', { delay: 1 });
  await arm(world, 'GET trackers/82/artifacts', 'hang', 20);
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: 'Bugs' })
    .click();
  const bugs = grid(page, 'Bugs');
  await bugs
    .getByRole('columnheader', { name: /Summary/ })
    .getByRole('button')
    .click();
  await expect(page.getByText(/^Sorted 50 of 318 by Summary/)).toBeVisible();
});

test('Q1: a criterion is built by keyboard, sent as JSON, kept in the address, and taken back by Back', {
  tag: '@long',
}, async ({ page, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/trackers/81');
  await expect(loaded(page)).toBeVisible();
  await page.getByRole('combobox', { name: 'Add a criterion' }).selectOption({ label: 'Title' });
  await page.getByRole('textbox', { name: 'Title' }).fill('Export');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(loaded(page)).not.toHaveText(/1,240/);
  const sent = asked(calls, 81).findLast(({ query }) => query !== null)?.query ?? '{}';
  expect(JSON.stringify(JSON.parse(sent))).toContain('Export');
  for (const row of await rows(page).all()) await expect(row).toContainText(/export/i);
  await page.goBack();
  await expect(loaded(page)).toHaveText(/1,240/);
});

test('Q3: TQL is sent as expert_query; a bad one keeps its text and shows the server’s own words', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/trackers/81');
  await page.getByRole('button', { name: 'TQL', exact: true }).click();
  const good = "status = 'Open' AND severity = 'Major'";
  await tqlBox(page).fill(good);
  await page.keyboard.press('Control+Enter');
  const count = await countOf(world, good);
  await expect(loaded(page)).toHaveText(`All ${count} loaded`);
  await expect(page).toHaveURL(/[?&]tql=/);
  expect(asked(calls, 81).at(-1)?.tql).toBe(good);
  const alert = page.getByRole('form', { name: 'Query' }).getByRole('alert');
  await tqlBox(page).fill("status == 'Open'");
  await run(page).click();
  await expect(alert).toContainText('Error during parsing expert query');
  await expect(tqlBox(page)).toHaveValue("status == 'Open'");
  await tqlBox(page).fill("seveirty = 'Major'");
  await run(page).click();
  await expect(alert).toContainText('seveirty');
  await tqlBox(page).fill(String.raw`title = 'back\\slash'`);
  await run(page).click();
  await expect(page.getByText('No artifact matches')).toBeVisible();
  expect(asked(calls, 81).at(-1)?.tql).toBe(String.raw`title = 'back\\\\slash'`);
  await page.getByRole('button', { name: 'Show all artifacts' }).click();
  await expect(loaded(page)).toHaveText(/1,240/);
});

test('Q9: the address alone gives the same rows, columns and order to somebody else', {
  tag: '@long',
}, async ({ page, secondPage, signIn }) => {
  await signIn(page, 'anna', '/trackers/81');
  await expect(loaded(page)).toBeVisible();
  await page.getByRole('button', { name: 'TQL', exact: true }).click();
  await tqlBox(page).fill("severity = 'Critical' AND title = 'export'");
  await run(page).click();
  await expect(page).toHaveURL(/tql=/);
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('checkbox', { name: 'Priority' }).click({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Columns/ })).toBeFocused();
  await grid(page).getByRole('columnheader', { name: /Title/ }).getByRole('button').click();
  await expect(loaded(page)).toBeVisible();
  await expect(page).toHaveURL(/sort=title.*cols=|cols=.*sort=title/);
  const { pathname, search } = new URL(page.url());
  await signIn(secondPage, 'ben', pathname + search);
  await expect(loaded(secondPage)).toBeVisible();
  const seen = (of: Page) => grid(of).getByRole('row').allTextContents();
  expect(await seen(secondPage)).toEqual(await seen(page));
  expect((await seen(page)).length).toBeGreaterThan(1);
});

test('The grid by keyboard: one stop for Tab, arrows, pages, ends, Enter; Back comes to the row', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/trackers/81');
  await expect(loaded(page)).toBeVisible();
  await grid(page).locator('[tabindex="0"]').focus();
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
  const row = () =>
    page.locator(':focus').evaluate((cell) => {
      const of = cell.closest('[role=row]');
      return Number(of?.getAttribute('aria-rowindex'));
    });
  await page.keyboard.press('ArrowDown');
  expect(await row()).toBe(3);
  await page.keyboard.press('PageDown');
  expect(await row()).toBeGreaterThan(10);
  await page.keyboard.press('Control+End');
  expect(await row()).toBe(ALL + 1);
  await expect(page.locator(':focus')).toBeInViewport();
  await page.keyboard.press('Home');
  const link = page.locator(':focus');
  const id = (await link.textContent())?.replace('#', '');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/artifacts/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.locator(`[data-row="${id}"]`)).toBeInViewport();
  expect(await row()).toBe(ALL + 1);
});

test('A page that fails keeps what is there and goes on when asked', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await arm(world, 'GET trackers/81/artifacts', { delay: 1 });
  // Each of the three larger pages is asked again once by itself.
  await arm(world, 'GET trackers/81/artifacts', { status: 500, body: '', type: 'text/html' }, 6);
  await signIn(page, 'anna', '/trackers/81');
  await expect(rows(page).first()).toBeVisible();
  const alert = page.getByRole('alert').filter({ hasText: 'The server failed' });
  await expect(alert).toBeVisible();
  await expect(async () => {
    // Faults that a stopped page left behind meet the next try.
    if (await alert.isVisible()) await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(loaded(page)).toHaveText(/1,240/, { timeout: 5_000 });
  }).toPass();
});

test.describe('20,000 artifacts', () => {
  test.use({ worldKind: 'big' });

  test('R3: all are loaded, and the document stays small and quick to the last row', async ({
    page,
    signIn,
  }) => {
    test.slow();
    await signIn(page, 'anna', '/trackers/90');
    const big = grid(page, 'Measurements');
    await expect(big.getByRole('row').nth(3)).toBeVisible();
    await expect(page.getByText('All 20,000 loaded')).toBeVisible({ timeout: 60_000 });
    const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
    expect(await nodes()).toBeLessThan(2_500);
    await big.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    await expect(page.locator(':focus')).toBeInViewport();
    await expect(
      page.locator(':focus').locator('xpath=ancestor-or-self::*[@role="row"]'),
    ).toHaveAttribute('aria-rowindex', '20001');
    /** The usual frame of sixty, in milliseconds, while the grid is scrolled by `step` pixels in each. */
    const usualFrame = (step: number) =>
      page.evaluate(async (pixels) => {
        const scroller = document.querySelector('[role=grid]');
        const frames: number[] = [];
        for (let last = performance.now(); frames.length < 60; ) {
          if (scroller) scroller.scrollTop -= pixels;
          await new Promise(requestAnimationFrame);
          frames.push(performance.now() - last);
          last = performance.now();
        }
        return frames.toSorted((a, b) => a - b)[30] ?? 0;
      }, step);
    // A row or ten at a time: the same work, as only what is in view is drawn.
    expect(await usualFrame(400)).toBeLessThan(4 * (await usualFrame(40)));
    expect(await nodes()).toBeLessThan(2_500);
    const header = big.getByRole('columnheader', { name: /Reading/ });
    await header.getByRole('button').click();
    await expect(page.getByText(/^Sorted 20,000 of 20,000 by Reading/)).toBeVisible();
  });
});
