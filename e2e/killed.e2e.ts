import type { Page } from 'playwright/test';
import { ask, control } from './sandbox';
import { expect, test } from './world';

const PATH = '/artifacts/431';
const isPut = (method: string, url: string) => method === 'PUT' && /\/artifacts\/431$/.test(url);

const box = (page: Page, name: string) => page.getByRole('textbox', { name }).first();

/** Types, presses Save, and closes the tab when the request is under way. */
async function killInMidSave(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await box(page, 'BP-ID').fill(text);
  await box(page, 'Comment').fill(`Said ${text}`);
  const sent = page.waitForRequest((request) => isPut(request.method(), request.url()));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await sent;
}

/** How often the server holds this comment. */
async function said(world: string, text: string): Promise<number> {
  const { body } = await ask(world, 'dora', 'GET artifacts/431/changesets?limit=50');
  return JSON.stringify(body).split(`"commonmark":"Said ${text}"`).length - 1;
}

test('E16: a tab closed in mid-save loses nothing and doubles nothing: its draft, or "it landed", is offered at once', {
  tag: '@long',
}, async ({ page, context, world, signIn }) => {
  await signIn(page, 'anna', PATH);
  // The server never carries it out.
  await control(world, 'fault', { match: 'PUT artifacts/431', answer: 'hang' });
  await killInMidSave(page, 'BP-1');
  await page.close();

  const second = await context.newPage();
  const start = Date.now();
  await signIn(second, 'anna', PATH);
  await expect(second.getByRole('heading', { name: /Export keeps its columns/ })).toBeVisible();
  const loaded = Date.now();
  await expect(second.getByText(/Your draft from/)).toBeVisible();
  const offered = Date.now();
  process.stdout.write(
    `killed: page ${loaded - start} ms, draft offered after ${offered - start} ms\n`,
  );
  // It comes with the page: nothing as long as loading it stands between.
  expect(offered - start).toBeLessThan(2 * (loaded - start));
  await expect(box(second, 'BP-ID')).toHaveValue('BP-1');
  await second.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.getByText(/Saved as changeset \d+/)).toBeVisible();
  expect(await said(world, 'BP-1')).toBe(1);

  // Carried out; the tab is closed while it reads back what it stored.
  await control(world, 'fault', { match: 'GET artifacts/431', answer: 'hang' });
  await killInMidSave(second, 'BP-2');
  await expect.poll(() => said(world, 'BP-2')).toBe(1);
  await second.close();
  const third = await context.newPage();
  await signIn(third, 'anna', PATH);
  await expect(third.getByText(/Your last save had landed as changeset \d+/)).toBeVisible();
  await expect(box(third, 'Comment')).toHaveValue('');
  await expect(third.getByText('BP-2').first()).toBeVisible();
  expect(await said(world, 'BP-2')).toBe(1);
});
