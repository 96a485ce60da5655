import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { arm, ask, commentsOf, control, fieldsOf, listen, stored } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

const ID = 431;
const OTHER = 409;
const words = Array.from({ length: 600 }, (_, at) => `word${at}`).join(' ');

const box = (page: Page, name: string) => page.getByRole('textbox', { name });
const saved = (page: Page) => page.getByText(/^Saved as changeset \d+/);
const question = (page: Page) => page.getByRole('alertdialog', { name: 'Send now?' });

/** Signs in again in place, by keyboard. */
async function signInAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByRole('button', { name: 'User name and password' }).click();
  await dialog.getByLabel('Password').fill(sandboxPeople.anna.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

/** By password: her key does not work any more. */
async function signInAt(page: Page, at: string): Promise<void> {
  await page.goto(`/connect?return=${encodeURIComponent(at)}`);
  await page.getByRole('button', { name: 'User name and password' }).click();
  await page.getByLabel('User name').fill('anna');
  await page.getByLabel('Password').fill(sandboxPeople.anna.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === at);
}

/** Types into a field of an artifact; nothing of it is saved. */
async function draft(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await box(page, field).fill(text);
  await expect(page.getByText(/Draft kept in this browser/)).toBeVisible();
}

test('J4: the session dies in mid-save and is asked about, the line breaks after the save, the browser is killed: nothing is lost, nothing is twice', async ({
  page,
  world,
  signIn,
  playwright,
  launchOptions,
  contextOptions,
}) => {
  test.slow();
  const fields = await fieldsOf(world, 81);
  const calls = listen(page);
  const said = async (text: string) =>
    (await commentsOf(world, ID)).filter((comment) => comment.includes(text)).length;

  // 1. A text of 600 words; the token ends; Save.
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const text = box(page, 'Description');
  await text.fill(words);
  await box(page, 'Comment').fill('Said once');
  await text.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(3, 7));
  await text.focus();
  await control(world, 'expire', { user: 'anna' });
  await saveByKey(page);
  await signInAgain(page);
  await expect(question(page)).toContainText('Your change to req #431 did not arrive');
  // Not yet: text, focus and caret are as they were, and nothing was sent again.
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Not sent\. What you typed stays here/)).toBeVisible();
  await expect(text).toHaveValue(words);
  await expect(text).toBeFocused();
  const caret = await text.evaluate((area) => (area as HTMLTextAreaElement).selectionEnd);
  expect([caret, await said('Said once')]).toEqual([7, 0]);
  // Once more, and now it is to go out.
  await control(world, 'expire', { user: 'anna' });
  await saveByKey(page);
  await signInAgain(page);
  const before = calls(`PUT artifacts/${ID}`).length;
  await expect(question(page).getByRole('button', { name: 'Send now' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  expect([calls(`PUT artifacts/${ID}`).length - before, await said('Said once')]).toEqual([1, 1]);
  expect(JSON.stringify((await stored(world, ID)).value(fields.id('description')))).toContain(
    'word599',
  );

  // 2. The answer is lost after the server has saved.
  await box(page, 'Comment').fill('In the tunnel');
  await arm(world, `PUT artifacts/${ID}`, 'drop-after-write');
  await saveByKey(page);
  await expect(page.getByText(/your change landed as changeset \d+/)).toBeVisible();
  await expect(box(page, 'Comment')).toHaveValue('');
  expect(await said('In the tunnel')).toBe(1);

  // 3. The browser is killed with two other drafts open.
  const folder = await mkdtemp(join(tmpdir(), 'parterre-'));
  const open = () =>
    playwright.chromium.launchPersistentContext(folder, {
      ...launchOptions,
      ...contextOptions,
      baseURL: world,
    });
  const doomed = await open();
  const [one, two] = [await doomed.newPage(), await doomed.newPage()];
  await signInAt(one, `/artifacts/${ID}`);
  await draft(one, 'BP-ID', 'BP-killed');
  await signInAt(two, `/artifacts/${OTHER}`);
  await draft(two, 'BP-ID', 'BP-other');
  const killer = await doomed.browser()?.newBrowserCDPSession();
  const gone = doomed.waitForEvent('close');
  // Whoever is killed does not answer.
  void killer?.send('Browser.crash').catch(() => undefined);
  await gone;
  for (const value of [2, 3, 5]) {
    const body = { values: [{ field_id: fields.id('effort'), value }] };
    expect((await ask(world, 'ben', `PUT artifacts/${ID}`, { body })).status).toBe(200);
  }
  const again = await open();
  const next = await again.newPage();
  await signInAt(next, '/drafts');
  const rows = next.getByRole('list', { name: 'Drafts' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) {
    await expect(row).toContainText(/Sandbox · Acme, Requirements · (just now|\d+ (s|min))/);
    await expect(row).toContainText(/From the version of \w+ \d+, \d{4}/);
  }
  const mine = rows.filter({ hasText: 'req #431' });
  await expect(mine).toContainText('3 newer changesets, no overlap');
  await mine.getByRole('link').first().click();
  await expect(next.getByText(/3 newer changesets, no overlap/)).toBeVisible();
  await expect(box(next, 'BP-ID')).toHaveValue('BP-killed');
  await again.close();
  await rm(folder, { recursive: true, force: true });
});
