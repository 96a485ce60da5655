import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expectNoAxeViolations } from './axe';
import { BIG, KINDS, REQUIREMENT, row } from './files';
import { arm, listen } from './sandbox';
import { expect, test } from './world';

test('F1: each file shows what it is in place; pictures are fetched when they come into view', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', `/artifacts/${KINDS}`);
  await expect(row(page, 'blinking.gif')).toContainText('GIF image, 8 × 8');
  const pictures = ['hall.jpg', 'poster.webp', 'flow.svg'];
  for (const name of pictures) {
    await row(page, name).scrollIntoViewIfNeeded();
    const tile = row(page, name).locator('.thumb img');
    await expect(tile).toHaveJSProperty('complete', true);
    expect(await tile.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
  await expect(row(page, 'holiday.png')).toContainText('not what its name says');
  await page.getByRole('button', { name: 'Show windows.log here' }).click();
  const text = page.getByRole('region', { name: 'Text of windows.log' });
  await expect(text).toContainText('2026-11-16 08:00:40 ERROR [40] audit file written, 10000 rows');
  await expect(row(page, 'windows.log')).toContainText('Text, UTF-16, 40 lines');
});

for (const [width, height, tag] of [
  [1440, 900, []],
  [390, 844, ['@long']],
] as const) {
  test(`F1: the viewer is walked by keys, axe finds nothing in it, ${width} px`, {
    tag: [...tag],
  }, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height });
    await signIn(page, 'anna', `/artifacts/${KINDS}`);
    const opener = page.getByRole('button', { name: 'Open hall.jpg' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toHaveAccessibleName('hall.jpg');
    const names = ['blinking.gif', 'poster.webp', 'flow.svg', 'logo.svg', 'windows.log'];
    for (const name of names) {
      await page.keyboard.press('ArrowRight');
      await expect(dialog).toHaveAccessibleName(name);
    }
    await expect(dialog.getByRole('region', { name: 'Text of windows.log' })).toBeVisible();
    await expectNoAxeViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.keyboard.press('End');
    await expect(dialog).toHaveAccessibleName('Grüße.txt');
    await expect(dialog).toContainText('Text, Latin-1, 1 line');
    await page.keyboard.press('ArrowLeft');
    await expect(dialog).toHaveAccessibleName('photo[U+202E]gnp.exe');
    await expect(dialog).toContainText('There is no preview for this kind of file.');
    await page.keyboard.press('ArrowLeft');
    await expect(dialog).toContainText('This picture has 900 million pixels');
    await page.keyboard.press('Home');
    await expect(dialog.getByRole('img', { name: 'hall.jpg' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  });
}

test('F2: a PDF opens in the browser’s own viewer, from a blob', async ({ page, signIn }) => {
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await page.getByRole('button', { name: 'Open spec.pdf' }).click();
  const hasViewer = await page.evaluate(() => navigator.pdfViewerEnabled);
  const dialog = page.getByRole('dialog', { name: 'spec.pdf' });
  if (hasViewer) {
    const frame = dialog.locator('iframe[title="spec.pdf"]');
    await expect(frame).toHaveAttribute('src', /^blob:/);
    expect(await frame.getAttribute('sandbox')).toBeNull();
  } else {
    await expect(dialog).toContainText('This browser has no viewer for PDF files.');
  }
  await expect(dialog).toContainText('PDF document, version 1.4');
});

test('F7: a file of several MiB is saved whole, in both ways', async ({ page, world, signIn }) => {
  await signIn(page, 'anna', `/artifacts/${BIG}`);
  const calls = listen(page);
  const digests: string[] = [];
  const noPage = { status: 404, body: '<html></html>', type: 'text/html' };
  for (const isSecond of [false, true]) {
    // Reloaded, so that the second way does not find the bytes of the first.
    if (isSecond) await signIn(page, 'anna', `/artifacts/${BIG}`);
    if (isSecond) await arm(world, 'GET plugins/tracker/attachments/4201-server.log', noPage);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download server.log' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('server.log');
    digests.push(
      createHash('sha256')
        .update(readFileSync(await file.path()))
        .digest('hex'),
    );
  }
  expect(digests[1]).toBe(digests[0]);
  expect(calls('GET artifact_files/4201').length).toBeGreaterThan(2);
});
