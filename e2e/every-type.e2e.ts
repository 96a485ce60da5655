import type { Page } from 'playwright/test';
import * as z from 'zod/mini';
import { EVERY_TYPE } from '../tests/sandbox/seed/formArtifacts';
import { ask, listen, stored } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

const tracker = 86;

async function type(page: Page, name: string, text: string): Promise<void> {
  const control = page.getByRole('textbox', { name, exact: true });
  await control.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** Finds an option by typing and takes the first that is offered. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  const control = page.getByRole('combobox', { name, exact: true });
  await control.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await expect(page.getByRole('option', { name: text }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function pick(page: Page, name: string, option: string): Promise<void> {
  const control = page.getByRole('combobox', { name, exact: true });
  await control.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: option })).toBeVisible();
  await page.keyboard.type(option);
  await page.keyboard.press('Enter');
  await expect(control).toContainText(option);
}

test('E1–E8: a field of every type is edited by keyboard, saved once, and reads back', async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', `/artifacts/${EVERY_TYPE}`);
  // Its own texts have headings too.
  const head = page.getByRole('heading', { level: 1, name: 'One value of every type' });
  await expect(head).toBeFocused();
  await page.keyboard.press('e');
  await type(page, 'Title', 'All of them');
  await type(page, 'Markdown text', '**Bold** now');
  await page.getByRole('button', { name: 'Preview' }).first().press('Enter');
  await expect(page.getByRole('region', { name: /^Preview of Markdown/ })).toHaveText('Bold now');
  await type(page, 'HTML text', '<p>New <em>HTML</em></p>');
  await type(page, 'Plain text', 'a < c');
  await type(page, 'Integer', '43');
  await type(page, 'Float', '2.50');
  await type(page, 'Day', '2027-01-31');
  await type(page, 'Day and time', 'July 1, 2027 9:30 am');
  await page.getByRole('button', { name: 'Automatic' }).press('Enter');
  await pick(page, 'Select box', 'Green');
  await choose(page, '5,000 options', 'Part 4999');
  await choose(page, 'Person', 'Ben');
  await choose(page, 'Anybody on the server', 'Carl');
  await pick(page, 'Group', 'Developers');
  const radios = page.getByRole('radiogroup', { name: 'Radio buttons' });
  await radios.getByRole('radio', { name: 'Red' }).press('Space');
  await choose(page, 'Multi-select box', 'Yellow');
  await choose(page, 'Several of the server', 'Ben');
  const boxes = page.getByRole('group', { name: 'Checkboxes' });
  await boxes.getByRole('checkbox', { name: 'Green' }).press('Space');
  await choose(page, 'Open list', 'Haiku');
  await choose(page, 'Open list of people', 'guest@example.com');
  await choose(page, 'Open list of groups', 'QA');
  const rights = page.getByRole('group', { name: 'Who may see it' });
  await rights.getByRole('checkbox', { name: 'Project members' }).press('Space');
  await expect(page.getByText(/^\d+ people, besides/)).toBeVisible();
  await saveByKey(page);
  await expect(page.getByText(/^Saved as changeset \d+/)).toBeVisible();

  const [sent, ...more] = calls(`PUT artifacts/${EVERY_TYPE}`);
  expect(more).toEqual([]);
  const { body } = await ask(world, 'dora', `GET trackers/${tracker}`);
  const { fields } = body as { fields: { field_id: number; name: string; type: string }[] };
  const nameOf = new Map(fields.map(({ field_id, name }) => [field_id, name]));
  const { values } = z
    .object({ values: z.array(z.looseObject({ field_id: z.int() })) })
    .parse(sent?.postDataJSON());
  expect(values.map(({ field_id }) => nameOf.get(field_id)).toSorted()).toEqual(
    `title description html_text plain_text integer float day moment computed status part owner anybody group radio
    several watchers checkboxes open_list open_people open_groups permissions`
      .split(/\s+/)
      .toSorted(),
  );
  const now = await stored(world, EVERY_TYPE);
  const id = (name: string) => fields.find((field) => field.name === name)?.field_id ?? 0;
  expect(now.value(id('day'))).toMatch(/^2027-01-31/);
  // New York in summer, given back on the server's clock in Paris.
  expect(now.value(id('moment'))).toBe('2027-07-01T15:30:00+02:00');
  expect(now.value(id('float'))).toBe(2.5);
  expect(now.labels(id('part'))).toEqual(['Part 4999']);
  expect(now.labels(id('several'))).toEqual(['Red', 'Yellow', 'Green']);
  for (const text of ['Haiku', 'guest@example.com', 'QA', 'Developers', 'Carl Lindqvist']) {
    await expect(page.locator('main').getByText(text, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByRole('term').filter({ hasText: 'Seat map' }).first()).toBeVisible();
});
