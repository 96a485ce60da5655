import type { Page } from 'playwright/test';
import { FAULTY_PROJECT } from '../tests/sandbox/faults';
import { expectNoAxeViolations } from './axe';
import { arm, ask, control, fieldsOf } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });

/** Waits until nothing is loading: axe would judge a page that changes. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('.skeleton, [role=progressbar], [aria-busy=true]')).toHaveCount(0);
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({ idx: history.length, key: crypto.randomUUID() }, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.waitForURL((url) => url.pathname + url.search === path);
  await expect(h1(page)).toBeVisible();
  await settled(page);
}

test('axe: the connect page, as it opens, refusing, and with an unknown server', async ({
  page,
}) => {
  await page.goto('/connect');
  await expect(page.getByText(/answers, Tuleap/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'User name and password' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(/user name/i).last()).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel('Server', { exact: true }).fill('https://other.example');
  await expect(page.getByText('"url":"https://other.example"')).toBeVisible();
  await expectNoAxeViolations(page);
});

for (const [name, viewport, tag] of [
  ['wide', { width: 1440, height: 900 }, []],
  ['narrow', { width: 390, height: 844 }, ['@long']],
] as const) {
  test(`axe: every page with data, ${name}`, { tag: [...tag] }, async ({ page, signIn }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await signIn(page, 'anna');
    await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
    await settled(page);
    await expectNoAxeViolations(page);
    for (const path of [
      '/projects/122',
      '/trackers/81',
      '/artifacts/431',
      '/artifacts/compare?a=431.9741&b=433',
      '/artifacts/701',
      '/artifacts/14',
      '/drafts',
      '/journal',
      '/nowhere',
    ]) {
      await go(page, path);
      await expectNoAxeViolations(page);
    }
  });
}

test('axe: overlays of the shell and the table', async ({ page, signIn }) => {
  test.slow();
  await signIn(page, 'anna', '/trackers/81');
  await expect(page.getByText(/^All 1,2\d\d loaded/)).toBeVisible();
  await page.getByRole('button', { name: /signed in as/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Columns/ }).click();
  await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Add a criterion' }).selectOption({ label: 'Status' });
  await page.getByRole('combobox', { name: 'Status' }).click();
  await expect(page.getByRole('option', { name: 'In review' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'TQL', exact: true }).click();
  await page.getByRole('textbox', { name: 'TQL query' }).fill('nonsense');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Error during parsing/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Open the menu' }).click();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Fold the sidebar' }).click();
  await expectNoAxeViolations(page);
});

test('axe: editing, with a popup, a problem and the questions before text is lost', async ({
  page,
  signIn,
}) => {
  test.slow();
  await signIn(page, 'anna', '/artifacts/701');
  await page.getByRole('button', { name: 'Edit' }).click();
  await settled(page);
  await page.getByRole('textbox', { name: 'Summary' }).fill('');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Something');
  await expectNoAxeViolations(page);
  const status = page.getByRole('combobox', { name: 'Status' });
  await status.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Confirmed' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Assigned to' }).focus();
  await page.keyboard.type('a');
  await expect(page.getByRole('option', { name: /Carl/ })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Not saved. Your text is kept.')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: /^Review / })).toContainText('would refuse');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await go(page, '/drafts');
  await page.getByText('What you typed').click();
  await expectNoAxeViolations(page);
  await go(page, '/artifacts/701');
  await page.getByRole('textbox', { name: 'Summary' }).fill('Pump');
  await saveByKey(page);
  await expect(page.getByText(/^Saved as changeset/)).toBeVisible();
  await go(page, '/journal');
  await expect(page.getByRole('list', { name: 'Writes of this browser' })).toContainText('Pump');
  await page
    .getByText(/^Request/)
    .last()
    .click();
  await expectNoAxeViolations(page);
  await go(page, '/artifacts/701');
  await page.getByRole('textbox', { name: 'Comment' }).fill('More');
  await page.getByRole('button', { name: /^Sandbox anna/ }).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
  await expect(page.getByRole('alertdialog', { name: /Leave/ })).toBeVisible();
  await expectNoAxeViolations(page);
});

test('axe: the conflict prompt, with a value and with lines, wide and narrow', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const fields = await fieldsOf(world, 81);
  await signIn(page, 'anna', '/artifacts/431');
  await page.getByRole('button', { name: 'Edit' }).click();
  const effort = page.getByRole('textbox', { name: 'Effort' });
  await effort.fill('8');
  const text = page.getByRole('textbox', { name: 'Description' });
  await text.fill(`${await text.inputValue()}\n\nMine.`);
  const content = 'Ben wrote it anew.\n\nTwice.';
  await ask(world, 'ben', 'PUT artifacts/431', {
    body: {
      values: [
        { field_id: fields.id('effort'), value: 13 },
        { field_id: fields.id('bp_id'), value: 'BP-9' },
        { field_id: fields.id('description'), value: { content, format: 'commonmark' } },
      ],
    },
  });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /Conflict/ });
  await expect(dialog).toBeVisible();
  for (const field of ['Effort', 'Description', 'BP-ID']) {
    await dialog.getByRole('navigation').getByRole('button', { name: field }).click();
    await expectNoAxeViolations(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoAxeViolations(page);
});

test('axe: signing in again in place', async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/artifacts/431');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Text');
  await control(world, 'expire', { user: 'anna' });
  await saveByKey(page);
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog.getByLabel('Access key')).toHaveAttribute('aria-invalid', 'true');
  await expectNoAxeViolations(page);
});

test('axe: pages and panels that fail, and saves that fail', async ({ page, world, signIn }) => {
  test.slow();
  await signIn(page, 'anna', `/projects/${FAULTY_PROJECT}`);
  await expect(page.getByRole('alert')).toHaveCount(2);
  await expectNoAxeViolations(page);
  await go(page, '/artifacts/9500');
  // The heading of the page before is there until then.
  await expect(h1(page)).toHaveText('The server failed');
  await page.getByText('Details', { exact: true }).first().click();
  await expectNoAxeViolations(page);
  await arm(world, 'GET trackers/81/artifacts', { status: 500, body: '', type: 'text/html' }, 2);
  await go(page, '/trackers/81');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoAxeViolations(page);
  await go(page, '/artifacts/431');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Text');
  await arm(world, 'PUT artifacts/431', { status: 502, body: '<p>502</p>', type: 'text/html' });
  await saveByKey(page);
  await expect(page.getByText(/not known whether your change was saved/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText(/^Saved as changeset/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('textbox', { name: 'Comment' }).fill('More');
  await arm(world, 'PUT artifacts/431', { status: 403 });
  await saveByKey(page);
  await expect(page.getByText(/What you typed stays here to copy/)).toBeVisible();
  await expectNoAxeViolations(page);
});
