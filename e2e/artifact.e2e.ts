import type { Locator, Page } from 'playwright/test';
import { ask, commentsOf, fieldsOf, listen, stored } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

const BUG = 701;
const bugs = 82;

interface SentEntry {
  field_id: number;
  [key: string]: unknown;
}
interface SentBody {
  values: SentEntry[];
  comment?: { body: string; format: string };
}

/** The bodies of the PUTs to an artifact. */
function bodies(calls: ReturnType<typeof listen>, id: number): SentBody[] {
  return calls(`PUT artifacts/${id}`).map((request) => request.postDataJSON() as SentBody);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const saved = (page: Page) => page.getByText(/^Saved as changeset \d+/);

/** Goes on with Tab until the control has the focus: what cannot be reached so fails. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let stop = 0; stop < 60; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

async function replaceTyped(page: Page, control: Locator, text: string): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

const control = {
  summary: (page: Page) => page.getByRole('textbox', { name: 'Summary' }),
  text: (page: Page) => page.getByRole('textbox', { name: 'Original submission' }),
  steps: (page: Page) => page.getByRole('textbox', { name: 'Steps to reproduce' }),
  day: (page: Page) => page.getByLabel('Found on', { exact: true }),
  moment: (page: Page) => page.getByLabel('Happened at', { exact: true }),
  status: (page: Page) => page.getByRole('combobox', { name: 'Status' }),
  severity: (page: Page) => page.getByRole('radiogroup', { name: 'Severity' }),
  people: (page: Page) => page.getByRole('combobox', { name: 'Assigned to' }),
  browser: (page: Page, name: string) => page.getByRole('checkbox', { name }),
  group: (page: Page) => page.getByRole('radiogroup', { name: 'Review by' }),
  cost: (page: Page) => page.getByRole('textbox', { name: 'Cost of a day without a fix' }),
  count: (page: Page) => page.getByRole('textbox', { name: 'Occurrences' }),
};

/** What both ways of editing below must have stored and sent. */
async function expectAllEdited(world: string, body: SentBody | undefined): Promise<void> {
  const fields = await fieldsOf(world, bugs);
  const names =
    `summary original_submission steps found_on happened_at status severity assigned_to browsers review_group
    cost occurrences`.split(/\s+/);
  expect(body?.values.map((entry) => entry.field_id).toSorted()).toEqual(
    names.map(fields.id).toSorted(),
  );
  const now = await stored(world, BUG);
  const value = (name: string) => now.value(fields.id(name));
  const labels = (name: string) => now.labels(fields.id(name));
  expect(value('summary')).toBe('Export stops');
  expect(value('steps')).toBe('1. Open it');
  expect(value('original_submission')).toContain('<em>twice</em>');
  expect(value('found_on')).toMatch(/^2026-03-15/);
  // Typed on the clock of this browser (New York, already in summer time), as its field says.
  const moment = new Date('2026-03-15T10:30:00-04:00').getTime();
  expect(new Date(String(value('happened_at'))).getTime()).toBe(moment);
  expect(labels('status')).toEqual(['Confirmed']);
  expect(labels('severity')).toEqual(['Loses data']);
  expect(labels('browsers')).toEqual(['Chrome', 'Safari']);
  expect(value('cost')).toBe(12.5);
  expect(value('occurrences')).toBe(7);
  const text = body?.values.find((entry) => entry.field_id === fields.id('original_submission'));
  expect(text?.value).toEqual({ content: '<p>Seen <em>twice</em></p>', format: 'html' });
}

test('Every editable type by mouse; only what changed is sent', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', `/artifacts/${BUG}`);
  // A click on a value edits and leads to its control.
  await page.getByText('Export stops after 60,000 lines').last().click();
  await expect(control.summary(page)).toBeFocused();
  await control.summary(page).fill('Export stops');
  await control.text(page).fill('<p>Seen <em>twice</em></p>');
  await control.steps(page).fill('1. Open it');
  await control.day(page).fill('2026-03-15');
  await control.moment(page).fill('2026-03-15T10:30');
  await control.status(page).click();
  await page.getByRole('option', { name: 'Confirmed' }).click();
  await control.severity(page).getByText('Loses data').click();
  await page.getByRole('button', { name: 'Remove Anna Berger' }).click();
  await control.people(page).click();
  await page.getByRole('option', { name: /Carl Lindqvist/ }).click();
  await page.keyboard.press('Escape');
  await control.browser(page, 'Chrome').click({ force: true });
  await control.browser(page, 'Safari').click({ force: true });
  await control.group(page).getByText('Project members').click();
  await control.cost(page).fill('12.5');
  await control.count(page).fill('7');
  await expect(page.getByText('12 changes')).toBeVisible();
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await expectAllEdited(world, bodies(calls, BUG)[0]);
  const people = (await stored(world, BUG)).labels((await fieldsOf(world, bugs)).id('assigned_to'));
  expect(people.join()).toMatch(/Ben.*Carl/);
  await expect(control.summary(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Export stops');
});

test('Every editable type by keyboard; Ctrl+Enter saves', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', `/artifacts/${BUG}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('e');
  await replaceTyped(page, control.summary(page), 'Export stops');
  await replaceTyped(page, control.text(page), '<p>Seen <em>twice</em></p>');
  await replaceTyped(page, control.steps(page), '1. Open it');
  await replaceTyped(page, control.day(page), '3/15/2026');
  await replaceTyped(page, control.moment(page), 'March 15, 2026 10:30 am');
  await tabTo(page, control.status(page));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Confirmed' })).toBeVisible();
  await page.keyboard.type('Confirmed');
  await page.keyboard.press('Enter');
  await expect(control.status(page)).toHaveText('Confirmed');
  await tabTo(page, control.severity(page).getByRole('radio', { name: 'Loses work' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, control.people(page));
  await page.keyboard.press('Backspace');
  await page.keyboard.type('carl');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
    /Carl Lindqvist/,
    /Anna Berger/,
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Remove Carl Lindqvist' })).toBeVisible();
  for (const name of ['Chrome', 'Safari']) {
    await tabTo(page, control.browser(page, name));
    await page.keyboard.press('Space');
  }
  await tabTo(page, control.group(page).getByRole('radio', { name: 'QA' }));
  await page.keyboard.press('ArrowUp');
  await replaceTyped(page, control.cost(page), '12.5');
  await replaceTyped(page, control.count(page), '7');
  await expect(page.getByText('12 changes')).toBeVisible();
  await saveByKey(page);
  await expect(saved(page)).toBeVisible();
  await expectAllEdited(world, bodies(calls, BUG)[0]);
});

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

test('The page is laid out as the structure says: fieldsets in order, columns side by side', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Planning' })).toBeVisible();
  const headings = await main.getByRole('heading', { level: 2 }).allTextContents();
  const wanted = ['Requirement', 'Planning', 'Access and history'];
  expect(headings.filter((heading) => wanted.includes(heading))).toEqual(wanted);
  const box = async (label: string) =>
    (await main.getByText(label, { exact: true }).first().boundingBox()) ?? { x: 0, y: 0 };
  // Texts and history come a moment later: only the places in the end count.
  await expect(async () => {
    const labels = ['Status', 'Severity', 'Target version'];
    const [status, severity, version] = await Promise.all(labels.map(box));
    expect(severity?.x).toBe(status?.x);
    expect(severity?.y).toBeGreaterThan(status?.y ?? 0);
    expect(version?.x).toBeGreaterThan((status?.x ?? 0) + 100);
    expect(Math.abs((version?.y ?? 0) - (status?.y ?? 0))).toBeLessThan(3);
  }).toPass();
  const status = await box('Status');
  // Editing keeps the places: the eye does not move.
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: 'Status' })).toBeVisible();
  expect((await box('Status')).x).toBe(status.x);
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
