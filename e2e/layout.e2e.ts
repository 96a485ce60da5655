import type { Locator, Page } from 'playwright/test';
import { arm, control, listen } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

/** A word that no browser may break by itself, longer than any screen is wide. */
const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const LONG = WORD.repeat(4);

/** What stands out of the page sideways; only tables may scroll, and they do so inside. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => `${element.tagName}.${element.className}`)
      .slice(-3);
  });
}

const places = ['/projects', '/projects/122', '/trackers/81', '/artifacts/431', '/artifacts/1050'];

for (const [width, height, tag] of [
  [1440, 900, ['@long']],
  [390, 844, []],
] as const) {
  test(`At ${width} px no page scrolls sideways, whatever people have called things`, {
    tag: [...tag],
  }, async ({ page, world, signIn }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await control(world, 'payloads', { payloads: [LONG] });
    for (const place of places) {
      await signIn(page, 'anna', place);
      await expect(page.getByRole('heading', { level: 1 }), place).toBeVisible();
      await expect(page.getByRole('progressbar', { name: 'Loading the page' })).toHaveCount(0);
      expect(await sticksOut(page), place).toEqual([]);
      if (!place.startsWith('/artifacts')) continue;
      await page.getByRole('button', { name: 'Edit' }).click();
      await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
      expect(await sticksOut(page), `editing ${place}`).toEqual([]);
    }
  });
}

test('V1: short facts stand beside the texts where there is room, below them where there is none, in the tracker’s order', async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'anna', '/artifacts/431');
  await page.getByRole('button', { name: 'Edit' }).click();
  const note = page.getByRole('textbox', { name: 'Audit note' });
  const status = page.getByLabel('Status', { exact: true });
  const comment = page.getByRole('textbox', { name: 'Comment' });
  const at = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  await expect(note).toBeVisible();
  const [beside, text, last] = [await at(status), await at(note), await at(comment)];
  expect(beside.x).toBeGreaterThan(text.x + text.width);
  expect(beside.y).toBeLessThan(text.y);
  expect(last.x).toBe(text.x);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await at(status)).y > (await at(note)).y).toBe(true);
  expect((await at(comment)).y).toBeGreaterThan((await at(status)).y);
});

test('At 390 px the actions of a page leave its title whole', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/trackers/81');
  const title = page.getByRole('heading', { level: 1, name: 'Requirements' });
  await expect(title).toBeVisible();
  // A line of a title is 28 px high.
  await expect.poll(async () => (await title.boundingBox())?.height).toBeLessThan(40);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`At ${width} px what takes the focus in a form is not left behind the bars that stay`, async ({
    page,
    signIn,
  }) => {
    await page.setViewportSize({ width, height });
    await signIn(page, 'anna', '/artifacts/431');
    await page.getByRole('button', { name: 'Edit' }).click();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
    const hidden: string[] = [];
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const focused = document.activeElement;
        const bar = document.querySelector('.artifact-bottom');
        if (!focused || !bar || bar.contains(focused)) return '';
        const { top, bottom } = focused.getBoundingClientRect();
        // Of a tall one its beginning has to be seen: a browser brings the caret into sight, not the whole of a text.
        const isLow = Math.min(bottom, top + 44) > bar.getBoundingClientRect().top + 1;
        return isLow ? `${focused.tagName} ${focused.getAttribute('aria-label')}` : '';
      });
      if (found !== '') hidden.push(found);
    }
    expect(hidden).toEqual([]);
  });
}

test('C8, J1: in read-only a save sends nothing, and the banner stays in sight at the end of a long form', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  const calls = listen(page);
  await page.getByRole('button', { name: /signed in as/ }).click();
  await page.getByRole('menuitem', { name: /^Switch read-only on/ }).click();
  const banner = page.getByText('Read-only is on: nothing is changed on Sandbox.');
  await expect(banner).toBeInViewport();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Not yet');
  await saveByKey(page);
  const why = page.getByText('Switch read-only off in the account menu, then try again.');
  await expect(why).toBeInViewport();
  await expect(banner).toBeInViewport({ ratio: 1 });
  // The sidebar ends where the window ends: nothing is longer than the shell that holds it.
  const side = await page.getByRole('complementary').first().boundingBox();
  expect(side).toMatchObject({ y: 3, height: 897 });
  expect(calls('PUT')).toEqual([]);
  // A page that fills the window with a table leaves the banner its room.
  await page.getByRole('link', { name: 'Projects' }).first().click();
  await expect(page.getByRole('grid')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});

test('V6: on a phone a question from the bar wraps its words, and a compared value has its side and its button above it', async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/artifacts/431');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Not yet');
  await page.getByRole('button', { name: 'Discard' }).click();
  const question = page.getByRole('alertdialog').locator('.dialog-body');
  await expect(question).toBeVisible();
  expect(await question.evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const note = page.getByRole('alertdialog').getByRole('button', { name: 'Show the request' });
  expect((await note.boundingBox())?.height).toBeLessThan(24);

  await signIn(page, 'anna', '/artifacts/compare?a=431&b=433');
  const effort = page
    .getByRole('row', { name: /^Effort/ })
    .getByRole('cell')
    .first();
  const button = await effort.getByRole('button').boundingBox();
  const cell = await effort.boundingBox();
  // A value of one line and the line of its button, which a finger may hit a little beside it.
  expect(cell?.height).toBeLessThan(70);
  expect(button?.x).toBeGreaterThan(200);
});

test('N10: what is told of a save is in sight at the foot of the page, and what is chosen is seen though it cannot be changed', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/svn/1');
  const rule = page.getByRole('checkbox', { name: 'Mandatory reference' });
  await expect(rule).toBeChecked();
  await page.getByRole('textbox', { name: 'Access file' }).press('Control+End');
  await page.keyboard.insertText('\nben = r');
  await arm(world, 'PUT svn/1', { status: 403 });
  await page.getByRole('button', { name: 'Add a notification' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').getByText(/does not let you change/)).toBeInViewport();
  await expect(rule).toBeDisabled();
  const [mark, ground] = await rule.evaluate((box) => [
    getComputedStyle(box, '::before').borderLeftColor,
    getComputedStyle(box).backgroundColor,
  ]);
  const light = (color = '') => Number(/[\d.]+/.exec(color)?.[0]);
  expect(Math.abs(light(mark) - light(ground))).toBeGreaterThan(80);
});
