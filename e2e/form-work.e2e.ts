import type { Page } from 'playwright/test';
import { EVERY_TYPE, NARROW, WIDE } from '../tests/sandbox/seed/formArtifacts';
import { settled } from './settled';
import { expect, test } from './world';

// What a form costs, counted in calls and rows: the same on a quick machine and on a slow one.

const KEYS = 8;

/** How many functions of the app are called for one key, with what is kept in the browser after it. */
async function callsPerKey(page: Page, field: string): Promise<number> {
  const control = page.getByRole('textbox', { name: field, exact: true });
  await control.focus();
  await page.keyboard.press('End');
  // The first key of a draft wakes the save bar; what counts is typing on.
  await page.keyboard.type('warm up');
  await expect(page.getByText(/^Draft kept/)).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await devtools.send('Profiler.takePreciseCoverage');
  // Slowly enough that each key has its draft kept, and what hears of that; each in another minute, as the page says it.
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('x', { delay: 250 });
    await page.evaluate(() => dispatchEvent(new Event('a-minute-later')));
  }
  const { result } = await devtools.send('Profiler.takePreciseCoverage');
  const counts = result
    .filter(({ url }) => url.includes('/assets/'))
    .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0));
  return counts.reduce((sum, count) => sum + count, 0) / KEYS;
}

test('E13: a key in a form of 200 fields is no more work than in one of 60', async ({
  page,
  secondPage,
  signIn,
}) => {
  const calls: number[] = [];
  for (const [form, artifact] of [
    [page, NARROW],
    [secondPage, WIDE],
  ] as const) {
    await form.addInitScript(() => {
      const now = Date.now;
      let ahead = 0;
      addEventListener('a-minute-later', () => {
        ahead += 60_000;
      });
      Date.now = () => now() + ahead;
    });
    await signIn(form, 'anna', `/artifacts/${artifact}`);
    await form.getByRole('button', { name: 'Edit' }).click();
    calls.push(await callsPerKey(form, 'Name 1'));
  }
  const [narrow = 0, wide = 0] = calls;
  expect(narrow).toBeGreaterThan(0);
  // It was 2.5 times as much while every kept key drew the page anew.
  expect(wide / narrow).toBeLessThan(1.4);
});

test('E4: a list opens in one task and draws its rows in the next', async ({ page, signIn }) => {
  await signIn(page, 'anna', `/artifacts/${EVERY_TYPE}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  // The form takes the focus when it is there.
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeFocused();
  // What comes late moves the page, and a list that is open is closed when the page moves under it.
  await settled(page);
  const box = page.getByRole('combobox', { name: '5,000 options', exact: true });
  const options = page.locator('.options-popup').getByRole('option');
  const atOnce = await box.evaluate(async (input: HTMLElement) => {
    input.scrollIntoView();
    // What opens before the scrolling is told is closed by it.
    const frame = () => new Promise(requestAnimationFrame);
    for (let frames = 0; frames < 3; frames += 1) await frame();
    input.focus();
    // What belongs to the same task: no timer, message or frame comes between.
    for (let turn = 0; turn < 100; turn += 1) await null;
    return document.querySelectorAll('.options-popup [role=option]').length;
  });
  await expect(page.locator('.options-popup').getByRole('listbox')).toBeVisible();
  // The chosen one alone, for the keys.
  expect(atOnce).toBeLessThanOrEqual(1);
  await expect.poll(() => options.count()).toBeGreaterThan(10);
});

test('E4: keys that come before a list has drawn its rows lead through it, and those after it closed are of its field', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('e');
  await settled(page);
  const version = page.getByRole('combobox', { name: 'Target version', exact: true });
  const { drawn, isBack } = await version.evaluate(async (box: HTMLElement) => {
    // All of it in one task: no machine is slower between two keys.
    const press = async (key: string) => {
      for (const type of ['keydown', 'keyup']) {
        const facts = { key, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent(type, facts));
        for (let turn = 0; turn < 100; turn += 1) await null;
      }
    };
    box.focus();
    await press('Enter');
    await press('ArrowDown');
    await press('ArrowDown');
    const rows = document.querySelectorAll('.options-popup [role=option]').length;
    await press('Enter');
    const isBackAfterEnter = document.activeElement === box;
    box.focus();
    await press('Enter');
    await press('Escape');
    return { drawn: rows, isBack: [isBackAfterEnter, document.activeElement === box] };
  });
  expect(drawn).toBe(1);
  expect(isBack).toEqual([true, true]);
  await expect(version).toHaveText('4.2');
  await expect(version).toBeFocused();
});

test('E1: marks of a Markdown text are typed ones: Ctrl+Z takes them back, the arrows lead through the buttons', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  await page.getByRole('button', { name: 'Edit' }).click();
  const text = page.getByRole('textbox', { name: 'Description', exact: true });
  const before = await text.inputValue();
  await text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Control+i');
  await expect(text).toHaveValue(/^\*{3}What\*\* .+\*/);
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue(before);
  const tools = page.getByRole('toolbar', { name: 'Marks in Description' });
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(tools.getByRole('button', { name: 'Picture' })).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/^- /);
});

test('E4–E6: a name that comes at once (pasted) is taken by Enter, and what was chosen before stays', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/8600');
  await page.getByRole('button', { name: 'Edit' }).click();
  const box = (name: string) => page.getByRole('combobox', { name, exact: true });
  const paste = async (name: string, text: string, offered = text) => {
    await box(name).focus();
    // The focus moves the page, and a list that is open is closed when the page moves under it.
    await settled(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await expect(page.getByRole('option', { name: offered }).first()).toBeVisible();
    await page.keyboard.press('Enter');
  };
  const chip = (name: string) => page.getByRole('button', { name: `Remove ${name}`, exact: true });
  await paste('Multi-select box', 'Yellow');
  for (const name of ['Red', 'Yellow', 'Green']) await expect(chip(name).first()).toBeVisible();
  // Linux is chosen already.
  await paste('Open list', 'Haiku, Linux', 'New: Haiku');
  for (const name of ['Haiku', 'Linux']) await expect(chip(name)).toBeVisible();
  await paste('5,000 options', 'Part 4999');
  await expect(box('5,000 options')).toHaveValue('Part 4999');
  await paste('Anybody on the server', 'Carl');
  await expect(box('Anybody on the server')).toHaveValue('Carl Lindqvist');
  // Where an arrow led to what is chosen, Enter is meant for that.
  await box('Multi-select box').focus();
  await page.keyboard.insertText('Red');
  await expect(page.getByRole('option', { name: 'Red', exact: true })).toBeVisible();
  await expect(box('Multi-select box')).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(chip('Red')).toHaveCount(0);
});

test.describe('Narrow', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('E14: where no key is shown, the words of a button stand in its middle', async ({
    page,
    signIn,
  }) => {
    await signIn(page, 'anna', '/artifacts/431');
    await page.getByRole('button', { name: 'Edit' }).click();
    const review = page.getByRole('button', { name: /^Review/ });
    const sides = await review.evaluate((button) => {
      const words = document.createRange();
      words.selectNode(button.firstChild ?? button);
      const [inner, outer] = [words.getBoundingClientRect(), button.getBoundingClientRect()];
      return { left: inner.left - outer.left, right: outer.right - inner.right };
    });
    expect(sides.left).toBeGreaterThan(8);
    expect(Math.abs(sides.left - sides.right)).toBeLessThan(1);
  });
});
