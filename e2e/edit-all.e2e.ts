import type { Locator, Page } from 'playwright/test';
import { BUG, bodies, bugs, type SentBody, save, saved } from './bug';
import { fieldsOf, listen, stored } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

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
  // The same words stand at other places of the page before its fields are there.
  await expect(page.getByRole('term').filter({ hasText: 'Summary' })).toBeVisible();
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
