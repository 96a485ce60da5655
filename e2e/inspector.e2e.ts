import type { Locator, Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { expectNoAxeViolations } from './axe';
import { listen } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

/** A request shown as JSON: its headers, and its body read. */
function readMessage(text: string) {
  const [head = '', ...rest] = text.split('\n\n');
  const headers = head
    .split('\n')
    .slice(1)
    .map((line) => line.split(/: (.*)/s));
  return { headers, body: JSON.parse(rest.join('\n\n')) };
}

/** The drawer of requests: opened by its key, and the oldest request chosen that has these words. */
async function choose(page: Page, words: string): Promise<Locator> {
  const drawer = page.getByRole('dialog', { name: 'Requests' });
  if (!(await drawer.isVisible())) await page.keyboard.press('Alt+r');
  await drawer.getByRole('searchbox').fill(words);
  await drawer.getByRole('listbox').focus();
  await page.keyboard.press('End');
  return drawer;
}

/** Copies what is shown, and gives it; our own policy lets no page read the clipboard. */
async function copied(dialog: Locator): Promise<string> {
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  return dialog.locator('pre').innerText();
}

async function comment(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill(text);
}

test('A1: what is shown before a save is what leaves; after it, the drawer has it, as curl and XML without a secret', async ({
  page,
  context,
  signIn,
}) => {
  await context.grantPermissions(['clipboard-write']);
  const calls = listen(page);
  const secret = sandboxPeople.anna.accessKey.split('.')[1] ?? '';
  await signIn(page, 'anna', '/artifacts/431');
  await comment(page, 'It’s shown before');
  await page.getByRole('button', { name: 'Show the request' }).last().click();
  const before = page.getByRole('dialog', { name: 'The request, not sent yet' });
  await before.getByRole('button', { name: 'JSON' }).click();
  const planned = readMessage(await copied(before));
  expect(calls('PUT artifacts/431')).toHaveLength(0);
  await page.keyboard.press('Escape');
  await saveByKey(page);
  await expect.poll(() => calls('PUT artifacts/431').length).toBe(1);
  const [put] = calls('PUT artifacts/431');
  expect(put?.postDataJSON()).toEqual(planned.body);
  expect(planned.headers).toContainEqual(['x-auth-accesskey', '•••', '']);
  for (const [name = '', value] of planned.headers.filter(([, text]) => text !== '•••')) {
    expect(await put?.headerValue(name), name).toBe(value);
  }
  await expect(page.getByText('It’s shown before')).toBeVisible();

  const drawer = await choose(page, 'put 431');
  await expect(drawer.getByRole('option', { selected: true })).toHaveAccessibleName(
    /^PUT artifacts\/431 200 [\d.]+ m?s 0 bytes$/,
  );
  await expectNoAxeViolations(page);
  await drawer.getByRole('tab', { name: 'Take it' }).click();
  const curl = await copied(drawer);
  expect(curl).toContain('curl --request PUT');
  expect(curl).toContain('$X_AUTH_ACCESSKEY');
  expect(curl).not.toContain(secret);
  await drawer.getByRole('button', { name: 'XML' }).click();
  await expect(drawer.getByText(/<body>It’s shown before<\/body>/)).toBeVisible();
});

test('A2: a read sent again tells what is other now; a write is sent again on a yes only, and never in read-only', async ({
  page,
  signIn,
}) => {
  // A long way through four forms, with axe at its end: a shared machine needs its time for it.
  test.slow();
  const calls = listen(page);
  await signIn(page, 'anna', '/artifacts/431');
  await comment(page, 'Once is enough');
  await saveByKey(page);
  await expect(page.getByText('Once is enough')).toBeVisible();
  const drawer = await choose(page, 'put 431');
  await drawer.getByRole('tab', { name: 'Send again' }).click();
  const again = drawer.getByRole('button', { name: 'Send PUT again…' });
  await again.click();
  const question = page.getByRole('alertdialog', { name: /^Send PUT artifacts\/431/ });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(calls('PUT artifacts/431')).toHaveLength(1);
  await again.click();
  await question.getByRole('button', { name: 'Send PUT' }).click();
  await expect(drawer.getByText('Another answer: 412')).toBeVisible();

  await choose(page, 'get artifacts/431?');
  await drawer.getByRole('tab', { name: 'Send again' }).click();
  await drawer.getByRole('button', { name: 'Send again', exact: true }).click();
  await expect(drawer.getByText('Another answer: 200')).toBeVisible();
  await expect(drawer.locator('.replay ins').first()).toBeVisible();

  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('checkbox', { name: /Send nothing but reads/ }).check();
  await choose(page, 'put 431');
  await drawer.getByRole('tab', { name: 'Send again' }).click();
  await expect(again).toHaveAccessibleDescription(/Read-only is on/);
  await expectNoAxeViolations(page);
});

test('Z9: what this browser keeps is listed, exported without secrets and wiped; a shared computer keeps nothing', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/projects/122');
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('link', { name: 'My data' }).click();
  await expect(page.getByRole('heading', { name: /^Anna .* on Sandbox/ })).toBeVisible();
  await expect(page.getByText('Recent places', { exact: true })).toBeVisible();
  await expectNoAxeViolations(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  expect((await download).suggestedFilename()).toBe('parterre-my-data.json');
  await page.getByRole('checkbox', { name: /keep nothing here/ }).click();
  const question = page.getByRole('alertdialog', { name: 'Keep nothing on this computer?' });
  await expect(question).toContainText('Recent places');
  await question.getByRole('button', { name: 'Keep nothing and wipe' }).click();
  await expect(page.getByText('Wiped.')).toBeVisible();
  await page.getByRole('link', { name: 'Projects' }).first().click();
  const kept = await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }));
  expect(kept).toEqual(['parterre.shared']);
});
