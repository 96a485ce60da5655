import { bodies, save, saved } from './bug';
import { ask, commentsOf, fieldsOf, listen, stored } from './sandbox';
import { saveByKey } from './save';
import { settled } from './settled';
import { expect, test } from './world';

test('E1: a Markdown text stays Markdown, untouched texts stay byte for byte, nothing changed sends nothing', async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/artifacts/431');
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(save(page)).toHaveAttribute('aria-disabled', 'true');
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.press('End');
  await page.keyboard.type('!');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Enter');
  expect(calls('PUT')).toEqual([]);
  const text = page.getByRole('textbox', { name: 'Description' });
  await text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('*New* ');
  // E14: what will change is looked at, left again, and sent, all by keyboard.
  await page.keyboard.press('Control+Enter');
  const sheet = page.getByRole('dialog', { name: 'Review 1 change to req #431' });
  await expect(sheet.getByRole('term')).toHaveText(['Description']);
  await expect(sheet.locator('ins').first()).toContainText('New');
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  expect(calls('PUT')).toEqual([]);
  await saveByKey(page);
  await expect(saved(page)).toBeVisible();
  const fields = await fieldsOf(world, 81);
  const sent = bodies(calls, 431)[0]?.values;
  expect(sent).toHaveLength(1);
  expect(sent?.[0]).toMatchObject({
    field_id: fields.id('description'),
    value: {
      format: 'commonmark',
      content: expect.stringMatching(/^\*New\* \*\*What\*\* An export/),
    },
  });
});

test('A type nobody knows is a card with its JSON, and is never sent', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const calls = listen(page);
  const before = await stored(world, 14);
  const fields = await fieldsOf(world, 83);
  await signIn(page, 'anna', '/artifacts/14');
  const card = page.getByText('"door": "north"');
  await page.getByText('As the server sent it').last().click();
  await expect(card).toBeVisible();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Duration' }).fill('4');
  await expect(card).toBeVisible();
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  expect(bodies(calls, 14)[0]?.values).toEqual([{ field_id: fields.id('duration'), value: 4 }]);
  const after = await stored(world, 14);
  for (const name of ['seat_map', 'title', 'hours_spent', 'start_date']) {
    expect(after.value(fields.id(name))).toEqual(before.value(fields.id(name)));
  }
});

test('V1: the page is laid out as the structure says: fieldsets in order, columns side by side where there is room', async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 960, height: 900 });
  await signIn(page, 'anna', '/artifacts/431');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Planning' })).toBeVisible();
  const headings = await main.getByRole('heading', { level: 2 }).allTextContents();
  const wanted = ['Requirement', 'Planning', 'Access and history'];
  expect(headings.filter((heading) => wanted.includes(heading))).toEqual(wanted);
  const box = async (label: string) =>
    (await main.getByText(label, { exact: true }).first().boundingBox()) ?? { x: 0, y: 0 };
  // Texts and history come a moment later: only the places in the end count.
  await settled(page);
  const labels = ['Status', 'Severity', 'Target version'];
  const [status, severity, version] = await Promise.all(labels.map(box));
  expect(severity?.x).toBe(status?.x);
  expect(severity?.y).toBeGreaterThan(status?.y ?? 0);
  expect(version?.x).toBeGreaterThan((status?.x ?? 0) + 100);
  expect(Math.abs((version?.y ?? 0) - (status?.y ?? 0))).toBeLessThan(3);
  // Editing keeps the places: the eye does not move.
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: 'Status' })).toBeVisible();
  expect((await box('Status')).x).toBe(status?.x);
});

test('Comments are read newest first over more than a page, and one is added', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  for (let number = 1; number <= 55; number += 1) {
    const body = { values: [], comment: { body: `Remark ${number}`, format: 'text' } };
    await ask(world, 'ben', 'PUT artifacts/13', { body });
  }
  const calls = listen(page);
  await signIn(page, 'anna', '/artifacts/13');
  const entries = page.getByRole('list', { name: 'Changesets' }).locator('> li');
  await expect(entries.first()).toContainText('Remark 55');
  await expect(entries.nth(48)).toContainText('Remark 7');
  await page.getByRole('button', { name: /older changesets$/ }).click();
  await expect(entries.last()).toContainText('Created');
  const numbers = (await entries.allTextContents()).flatMap((text) =>
    (/Remark (\d+)/.exec(text)?.slice(1) ?? []).map(Number),
  );
  expect(numbers).toEqual(Array.from({ length: 55 }, (_, index) => 55 - index));
  await page.getByRole('textbox', { name: 'Comment' }).fill('The **last** word.');
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  expect(bodies(calls, 13)).toEqual([
    { values: [], comment: { body: 'The **last** word.', format: 'commonmark' } },
  ]);
  await expect(entries.first()).toContainText('last');
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('');
  const comments = await commentsOf(world, 13);
  expect(
    comments.filter((comment) => comment.includes('<strong>last</strong> word.')),
  ).toHaveLength(1);
});

test('E15: unsaved text survives leaving the page, a reload and a new sign-in', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.fill('Half a thought');
  await expect(page.getByText(/Draft kept in this browser/)).toBeVisible();
  await page.getByRole('link', { name: 'Projects', exact: true }).first().click();
  await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
  await page.goBack();
  await expect(comment).toHaveValue('Half a thought');
  await page.reload();
  await signIn(page, 'anna', '/artifacts/431');
  await expect(comment).toHaveValue('Half a thought');
});
