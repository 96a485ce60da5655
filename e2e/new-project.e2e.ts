import type { Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { expectNoAxeViolations } from './axe';
import { arm, ask, control, listen } from './sandbox';
import { expect, test } from './world';

const box = (page: Page, name: string) => page.getByRole('textbox', { name });
const create = (page: Page) => page.getByRole('button', { name: 'Create project' });

async function fill(page: Page, label: string): Promise<void> {
  await box(page, 'Name').first().fill(label);
  await page.getByRole('combobox', { name: 'Starts from' }).fill('Product');
  await page.getByRole('option', { name: /^Product template/ }).click();
}

test('P5: a project by keyboard: dry run first, then the real one, then its page', async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/projects');
  await page.getByRole('link', { name: 'New project' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New project' })).toBeFocused();
  await expect(create(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Acme valves');
  await expect(box(page, 'Short name')).toHaveValue('acme-valves');
  await page.getByRole('combobox', { name: 'Starts from' }).focus();
  await page.keyboard.type('scrum');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Acme valves' })).toBeVisible();
  const posts = calls('POST projects');
  expect(posts.map((post) => new URL(post.url()).search)).toEqual(['?dry_run=true', '']);
  expect(posts[1]?.postDataJSON()).toEqual({
    shortname: 'acme-valves',
    label: 'Acme valves',
    is_public: false,
    xml_template_name: 'scrum',
  });
  const query = encodeURIComponent(JSON.stringify({ shortname: 'acme-valves' }));
  expect((await ask(world, 'anna', `GET projects?query=${query}`)).body).toHaveLength(1);
});

test('P5: a taken short name stands at its control, and nothing typed is lost', {
  tag: '@long',
}, async ({ page, signIn }) => {
  await signIn(page, 'anna', '/projects/new');
  await fill(page, 'Acme');
  await box(page, 'Description').fill('Valves, for the trial');
  await create(page).click();
  await expect(page.getByText('Not created. What you typed is kept.')).toBeVisible();
  await expect(box(page, 'Short name')).toHaveAttribute('aria-invalid', 'true');
  await expectNoAxeViolations(page);
  await expect(box(page, 'Description')).toHaveValue('Valves, for the trial');
  await box(page, 'Short name').fill('acme-valves');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Acme' })).toBeVisible();
});

test('P5: 403, 500, a lost answer and a token that expired: each is told, everything stays', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/projects/new');
  await fill(page, 'Acme valves');
  for (const status of [403, 500]) {
    await arm(world, 'POST projects', { status });
    await create(page).click();
    await expect(page.getByText('Could not create the project')).toBeVisible();
    await expect(box(page, 'Short name')).toHaveValue('acme-valves');
    await expectNoAxeViolations(page);
  }
  await control(world, 'expire', { user: 'anna' });
  await create(page).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByRole('button', { name: 'User name and password' }).click();
  // The dry run goes through; the answer of the real one gets lost.
  await arm(world, 'POST projects', { delay: 0 });
  await arm(world, 'POST projects', 'drop-after-write');
  await dialog.getByLabel('Password').fill(sandboxPeople.anna.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Acme valves' })).toBeVisible();
  const query = encodeURIComponent(JSON.stringify({ shortname: 'acme-valves' }));
  expect((await ask(world, 'dora', `GET projects?query=${query}`)).body).toHaveLength(1);
});

test('P5: where projects are made by site administrators only, the page says so; on a phone it fits', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/projects/new');
  await expect(create(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectNoAxeViolations(page);
  await arm(world, 'GET project_fields', { status: 403 }, 9);
  await signIn(page, 'anna', '/projects/new');
  await expect(page.getByText('Only site administrators can create projects here')).toBeVisible();
  await expectNoAxeViolations(page);
});
