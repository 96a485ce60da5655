import type { Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { expectNoAxeViolations } from './axe';
import {
  edit,
  filesOf,
  log,
  MIB,
  picker,
  REQUIREMENT,
  row,
  save,
  saved,
  unattached,
  upload,
} from './files';
import { arm, ask, control, listen } from './sandbox';
import { expect, test } from './world';

/** Gives the page a file by drag and drop or by the clipboard, as the browser would. */
async function give(page: Page, way: 'drop' | 'paste', name: string): Promise<void> {
  await page.locator('.file-picker').evaluate(
    (element, { kind, fileName }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['given to the page'], fileName, { type: 'text/plain' }));
      const facts = { bubbles: true, cancelable: true };
      if (kind === 'paste') {
        element.dispatchEvent(new ClipboardEvent('paste', { ...facts, clipboardData: transfer }));
        return;
      }
      for (const type of ['dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(type, { ...facts, dataTransfer: transfer }));
      }
    },
    { kind: way, fileName: name },
  );
}

test('F8: picked, dropped and pasted files are uploaded and saved; one is cancelled and leaves nothing', async ({
  page,
  world,
  signIn,
}) => {
  const before = await filesOf(world, REQUIREMENT);
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await edit(page);
  await picker(page).setInputFiles([log('picked.log', 2 * MIB + 5)]);
  await give(page, 'drop', 'dropped.log');
  await give(page, 'paste', 'pasted.log');
  for (const name of ['picked.log', 'dropped.log', 'pasted.log']) {
    await expect(row(page, name)).toContainText('added');
  }
  await arm(world, 'POST artifact_temporary_files', { delay: 2_000 });
  await picker(page).setInputFiles([log('unwanted.log', 10)]);
  await page.getByRole('button', { name: 'Cancel the upload of unwanted.log' }).click();
  await expect(upload(page, 'unwanted.log')).toHaveCount(0);
  await expectNoAxeViolations(page);
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  const after = await filesOf(world, REQUIREMENT);
  expect(after.map(({ name }) => name).toSorted()).toEqual(
    [...before.map(({ name }) => name), 'picked.log', 'dropped.log', 'pasted.log'].toSorted(),
  );
  expect(after.find(({ name }) => name === 'picked.log')?.size).toBe(2 * MIB + 5);
  await expect.poll(() => unattached(world)).toEqual([]);
});

test('E1, F8: by keyboard, a picture is attached and stands in the text; Ctrl+Z takes it out of the text', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await edit(page);
  const text = page.getByRole('textbox', { name: 'Description' });
  const before = await text.inputValue();
  const tools = page.getByRole('toolbar', { name: 'Marks in Description' });
  const picture = tools.getByRole('button', { name: 'Picture' });
  const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAAC', 'base64');
  const given = (name: string) => ({ name, mimeType: 'image/gif', buffer: gif });
  const chosen = ['first.gif', 'second.gif'];
  page.on('filechooser', (chooser) => void chooser.setFiles(given(chosen.shift() ?? '')));

  await text.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await tools.getByRole('button', { name: 'Bold' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tools.locator(':focus')).toHaveAccessibleName('Italic');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await expect(picture).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, 'first.gif')).toContainText('added');
  const [line = '', ...others] = before.split('\n');
  const after = [line, expect.stringMatching(/^!\[first\.gif\]\(\/plugins\/tracker\//), ...others];
  await expect.poll(async () => (await text.inputValue()).split('\n')).toEqual(after);

  // While the text is typed on, its caret stays.
  await text.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await arm(world, 'POST artifact_temporary_files', { delay: 1_000 });
  await picture.click();
  const told = page.getByText('second.gif is being attached…');
  await expect(told).toBeVisible();
  await page.keyboard.type('Now ');
  await expect(text).toHaveValue(/^Now .*\n!\[second\.gif\]/);
  await expect(told).toHaveCount(0);
  await page.keyboard.type('see: ');
  await expect(text).toHaveValue(/^Now see: .*\n!\[second\.gif\]/);
  // The browser makes steps of what is typed as it likes.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+z');
    expect(await text.inputValue()).not.toContain('second.gif');
  }).toPass({ intervals: [0] });
  await expect(text).toHaveValue(/^Now .*\n!\[first\.gif\]/);
  await expectNoAxeViolations(page);
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  const names = (await filesOf(world, REQUIREMENT)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['first.gif', 'second.gif']));
});

test('F8: a file dropped beside the field does not take the page away', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await edit(page);
  const isRefused = await page.locator('h1').evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'missed.log'));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    return !element.dispatchEvent(drop);
  });
  expect(isRefused).toBe(true);
  await expect(page.getByRole('list', { name: 'Uploads' })).toHaveCount(0);
});

test('F8: a connection that breaks in the middle costs nothing, and the upload goes on from there', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await edit(page);
  await page.getByRole('textbox', { name: 'BP-ID' }).fill('BP-kept');
  await arm(world, 'PUT artifact_temporary_files/*', { delay: 1_500 });
  await picker(page).setInputFiles([log('trace.log', 3 * MIB + 1)]);
  await expect(upload(page, 'trace.log')).toContainText('33 % of 3.0 MB');
  await page.context().setOffline(true);
  await expect(upload(page, 'trace.log')).toContainText(/Stopped at (33|66) %/);
  await expect(save(page)).toHaveAttribute('aria-disabled', 'true');
  await expectNoAxeViolations(page);
  await page.context().setOffline(false);
  // The next one is stored and only its answer is lost.
  await arm(world, 'PUT artifact_temporary_files/*', { cutAt: 20 });
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(row(page, 'trace.log')).toContainText('added');
  await expect(page.getByRole('textbox', { name: 'BP-ID' })).toHaveValue('BP-kept');
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  const file = (await filesOf(world, REQUIREMENT)).find(({ name }) => name === 'trace.log');
  expect(file?.size).toBe(3 * MIB + 1);
  expect(await unattached(world)).toEqual([]);
});

test('F8: a full quota is said before, and what lies about can be deleted to make room', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const content = Buffer.from('forgotten').toString('base64');
  const body = { name: 'forgotten.bin', mimetype: 'application/octet-stream', content };
  const file = (await ask(world, 'anna', 'POST artifact_temporary_files', { body })).body;
  // To really fill it takes a minute: the next two answers say that it is nearly full.
  const headers = { 'x-quota': String(64 * MIB), 'x-disk-usage': String(63 * MIB) };
  await arm(world, 'GET artifact_temporary_files', { status: 200, body: [file], headers }, 2);
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await edit(page);
  await expect(page.getByText('Room until you save: 1.0 MB of 64 MB.')).toBeVisible();
  const calls = listen(page);
  await picker(page).setInputFiles([log('trace.log', 2 * MIB)]);
  await expect(upload(page, 'trace.log')).toContainText('63 MB of it are taken');
  expect(calls('POST artifact_temporary_files')).toEqual([]);
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Room until you save: 64 MB of 64 MB.')).toBeVisible();
  await upload(page, 'trace.log').getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'trace.log')).toContainText('added');
});

test('F8: a token that expires in the middle of an upload is renewed in place, and the upload ends whole', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await edit(page);
  await arm(world, 'PUT artifact_temporary_files/*', { delay: 1_500 });
  await picker(page).setInputFiles([log('trace.log', 2 * MIB + 1)]);
  await expect(upload(page, 'trace.log')).toContainText('49 % of 2.0 MB');
  await control(world, 'expire', { user: 'anna' });
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByRole('button', { name: 'User name and password' }).click();
  await dialog.getByLabel('Password').fill(sandboxPeople.anna.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row(page, 'trace.log')).toContainText('added');
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  const file = (await filesOf(world, REQUIREMENT)).find(({ name }) => name === 'trace.log');
  expect(file?.size).toBe(2 * MIB + 1);
});

test('F9: two people attach at the same time, and both files stay', { tag: '@long' }, async ({
  page,
  secondPage,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await signIn(secondPage, 'ben', `/artifacts/${REQUIREMENT}`);
  await edit(page);
  await edit(secondPage);
  await picker(page).setInputFiles([log('of-anna.log', 10)]);
  await picker(secondPage).setInputFiles([log('of-ben.log', 10)]);
  await secondPage.getByRole('button', { name: 'Remove spec.pdf' }).click();
  await expect(row(page, 'of-anna.log')).toContainText('added');
  await expect(row(secondPage, 'of-ben.log')).toContainText('added');
  await save(secondPage).click();
  await expect(saved(secondPage)).toBeVisible();
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  const names = (await filesOf(world, REQUIREMENT)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['of-anna.log', 'of-ben.log', 'screen1.png']));
  expect(names).not.toContain('spec.pdf');
});

test('F8: editing files at 390 px: nothing overlaps, nothing scrolls sideways, axe finds nothing', {
  tag: '@long',
}, async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', `/artifacts/${REQUIREMENT}`);
  await edit(page);
  const name = await page.getByRole('button', { name: 'Open spec.pdf' }).boundingBox();
  const remove = await page.getByRole('button', { name: 'Remove spec.pdf' }).boundingBox();
  // Beside the name, not on a line of their own.
  expect(Math.abs((name?.y ?? 0) - (remove?.y ?? 99))).toBeLessThan(30);
  await picker(page).setInputFiles([log('trace.log', 10), log('empty.log', 0)]);
  await expect(row(page, 'trace.log')).toContainText('added');
  await page.getByRole('button', { name: 'Remove screen2.png' }).click();
  await expect(row(page, 'screen2.png')).toContainText('removed');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectNoAxeViolations(page);
});
