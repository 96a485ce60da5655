import type { Locator, Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { ask, control, listen } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

const entriesOf = (page: Page) => page.getByRole('list', { name: 'Changesets' }).locator('> li');

/** Chooses from the menu of a changeset, by keyboard. */
async function choose(page: Page, changeset: number | string, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: `What to do with changeset ${changeset}` }).press('Enter');
  const wanted = page.getByRole('menuitem', { name: item });
  await expect(wanted).toBeVisible();
  while (!(await wanted.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Her token has ended; the next request asks for the password, by keyboard. */
async function signInAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByRole('button', { name: 'User name and password' }).press('Enter');
  await dialog.getByLabel('Password').focus();
  await page.keyboard.type(sandboxPeople.anna.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('H1, H3, H4, H6: by keyboard: filter the history, compare two changesets, bring a value back and save it', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  const entries = entriesOf(page);
  await expect(entries).toHaveCount(14);

  await page.getByRole('button', { name: 'Filter the history' }).press('Enter');
  await page.getByRole('searchbox', { name: /Words/ }).focus();
  await page.keyboard.type('auditors');
  await expect(entries).toHaveCount(3);
  await expect(page).toHaveURL(/words=auditors/);
  await page.goBack();
  await expect(entries).toHaveCount(14);
  await expect(page).not.toHaveURL(/words/);
  await page.goForward();
  await expect(entries).toHaveCount(3);
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter');

  await choose(page, 9871, /Compare from here/);
  await choose(page, 9781, /Compare with changeset 9871/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '#431: changeset 9781 and changeset 9871',
  );
  const effort = page.getByRole('row', { name: /^Effort/ });
  await expect(effort).toContainText('3');
  await expect(effort).toContainText('5');
  await effort.getByRole('button', { name: 'Bring back Effort' }).first().press('Enter');

  const field = page.getByRole('textbox', { name: 'Effort' });
  await expect(field).toHaveValue('3');
  await expect(field).toBeFocused();
  // What was brought along is taken off the navigation, which must not take the field out of sight.
  await expect.poll(() => page.evaluate(() => history.state?.usr ?? null)).toBeNull();
  await expect(field).toBeInViewport();
  await saveByKey(page);
  await expect(page.getByText(/^Saved as changeset \d+/)).toBeVisible();
  await expect(entries.first()).toContainText('Effort');
  const { body } = await ask(world, 'anna', 'GET artifacts/431/changesets?limit=50');
  expect(JSON.stringify(body)).toContain('"label":"Effort"');

  const address = await entries
    .nth(3)
    .getByRole('link', { name: /^Changeset/ })
    .getAttribute('href');
  await page.goto(address ?? '');
  await signIn(page, 'anna', address ?? '');
  await expect(page.locator('[aria-current=location]')).toBeInViewport();
});

test('H1: a history longer than the fields scrolls by itself beside them, and its end is not behind the bar', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  const entries = entriesOf(page);
  await expect(entries).toHaveCount(14);
  await page.getByRole('button', { name: 'Edit' }).click();
  const title = page.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await entries.nth(2).hover();
  await page.mouse.wheel(0, 300);
  await expect(entries.first()).not.toBeInViewport();
  await expect(title).toBeInViewport();
  // By keyboard to its last changeset, with a problem told above and the bar below.
  await title.fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const told = page.getByRole('alert');
  await expect(told).toBeVisible();
  const last = entries.last().getByRole('button', { name: /^What to do with changeset/ });
  await last.focus();
  const box = async (one: Locator) => (await one.boundingBox()) ?? { y: 0, height: 0 };
  const bar = await box(page.getByRole('region', { name: 'Unsaved changes' }));
  const above = await box(told);
  const at = await box(last);
  expect(at.y).toBeGreaterThan(above.y + above.height);
  expect(at.y + at.height).toBeLessThan(bar.y);
});

test('H1, H5: in a low window all people to tell are in sight; a long history has its filter in one line', async ({
  page,
  world,
  signIn,
}) => {
  for (let number = 1; number <= 120; number += 1) {
    const comment = { body: `Remark ${number}`, format: 'commonmark' };
    await ask(world, 'ben', 'PUT artifacts/431', { body: { values: [], comment } });
  }
  await signIn(page, 'anna', '/artifacts/431');
  const heading = page.getByRole('heading', { name: 'History', exact: true });
  await expect(heading.locator('+ span')).toHaveText('134');
  const middle = async (one: Locator) => {
    const { y, height } = (await one.boundingBox()) ?? { y: 0, height: 0 };
    return y + height / 2;
  };
  const filter = page.getByRole('button', { name: 'Filter the history' });
  expect(Math.abs((await middle(filter)) - (await middle(heading)))).toBeLessThan(6);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: 'Comments and history' }).click();
  await expect(heading).toBeVisible();
  expect(Math.abs((await middle(filter)) - (await middle(heading)))).toBeLessThan(6);
  const end = (await filter.boundingBox())?.x ?? 0;
  expect(end).toBeGreaterThan(300);

  await page.setViewportSize({ width: 720, height: 450 });
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.focus();
  await page.keyboard.type('@');
  const people = page.getByRole('listbox', { name: 'People to tell' });
  await expect(people).toBeInViewport({ ratio: 1 });
});

test('H4, V6: on a phone what is told leaves the bar in sight, and the other artifact is looked for in whole words', async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/artifacts/431?tab=comments');
  await page.getByRole('button', { name: 'Bring back Effort as it was before' }).first().click();
  const told = page.getByText(/^Effort as in changeset \d+, not saved yet/);
  await expect(told).toBeVisible();
  const box = async (one: Locator) => (await one.boundingBox()) ?? { y: 0, width: 0, height: 0 };
  const bar = await box(page.getByRole('region', { name: 'Unsaved changes' }));
  const { y, height } = await box(told);
  expect(y + height).toBeLessThan(bar.y);

  await signIn(page, 'anna', '/artifacts/compare?a=431');
  const tracker = page.getByRole('combobox', { name: 'Search titles in' });
  expect((await box(tracker)).width).toBeGreaterThan(300);
  await page.getByRole('textbox', { name: 'Artifact' }).fill('export');
  await expect(page.getByRole('button', { name: /^Compare with #12 / })).toBeVisible();
  // Status and tracker are one line, whole.
  const facts = page.getByRole('listitem').filter({ hasText: '#22' }).locator('.link-facts');
  expect((await box(facts)).height).toBeLessThan(26);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('C4, H1, H3, H4: a token that ends inside the history: signed in again in place, the filter and the place stay, each is asked once', async ({
  page,
  world,
}) => {
  test.slow();
  for (let number = 1; number <= 50; number += 1) {
    const comment = { body: `Remark ${number}`, format: 'commonmark' };
    await ask(world, 'ben', 'PUT artifacts/431', { body: { values: [], comment } });
  }
  const end = () => control(world, 'expire', { user: 'anna' });
  const calls = listen(page);
  const asked = () => calls('GET artifacts/431/changesets').length;
  const entries = entriesOf(page);
  // By password: who signed in with a key has no other one when it ends.
  await page.goto('/connect?return=%2Fartifacts%2F431%3Fby%3D103');
  await page.getByRole('button', { name: 'User name and password' }).press('Enter');
  await page.getByLabel('User name').fill('anna');
  await page.getByLabel('Password').fill(sandboxPeople.anna.password);
  await page.keyboard.press('Enter');
  await expect(entries.first()).toContainText('Remark 50');

  // Older ones: the refused request and the same once more.
  await end();
  const before = asked();
  await page.getByRole('button', { name: /older changesets$/ }).press('Enter');
  await signInAgain(page);
  await expect(page.getByRole('button', { name: /older changesets/ })).toHaveCount(0);
  expect(asked() - before).toBe(2);
  await expect(page).toHaveURL(/\?by=103$/);
  await expect(page.getByRole('combobox', { name: 'Person' })).toHaveValue('103');

  // The place of one changeset among them.
  await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest');
  await expect(entries.first()).toContainText('Ben Okafor');
  await end();
  await page.getByRole('link', { name: 'Changeset 9781' }).press('Enter');
  await expect(page).toHaveURL(/changeset=9781/);
  await signInAgain(page);
  await expect(page.locator('[aria-current=location]')).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Person' })).toHaveValue('103');

  // Two changesets compared, one of them brought back.
  await choose(page, 9902, /Compare from here/);
  await end();
  await choose(page, 9781, /Compare with changeset 9902/);
  await signInAgain(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'changeset 9781 and changeset',
  );
  await end();
  const effort = page.getByRole('row', { name: /^Effort/ });
  await effort.getByRole('button', { name: 'Bring back Effort' }).first().press('Enter');
  await signInAgain(page);
  await expect(page.getByRole('textbox', { name: 'Effort' })).toHaveValue('3');
});

test('V1, V2, V3: a card by keyboard, pictures on a click only, hidden fieldsets folded away', async ({
  page,
  world,
  signIn,
}) => {
  const { body } = await ask(world, 'anna', 'GET artifacts/431?tracker_structure_format=complete');
  const { tracker } = body as {
    tracker: {
      fields: { field_id: number; name: string; values: { id: number; label: string }[] }[];
    };
  };
  const field = (name: string) => tracker.fields.find((one) => one.name === name);
  const rejected = field('status')?.values.find(({ label }) => label === 'Rejected');
  const files = JSON.stringify(body).match(/attachments\/(\d+)-screen1/)?.[1];
  const content = `<p>See art #12. <img src="/plugins/tracker/attachments/${files}-screen1.png" alt="columns"> <img src="https://elsewhere.example/a.png" alt="far"></p>`;
  await ask(world, 'ben', 'PUT artifacts/431', {
    body: {
      values: [
        { field_id: field('description')?.field_id, value: { content, format: 'html' } },
        { field_id: field('status')?.field_id, bind_value_ids: [rejected?.id] },
      ],
    },
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await signIn(page, 'anna', '/artifacts/431');
  const main = page.locator('.artifact-main');

  await main.getByRole('link', { name: 'art #12' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  const card = page.getByRole('tooltip');
  await expect(card).toContainText('Exports are legally sound');
  await expect(card).toContainText(/you may change \d+ of \d+ fields/);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  await expect(main.getByRole('link', { name: /from elsewhere\.example/ })).toBeVisible();
  await expect(main.locator('.safe-html img')).toHaveCount(0);
  await main.getByRole('link', { name: 'Show image “columns”' }).press('Enter');
  await expect(main.getByRole('img', { name: /columns/ })).toBeVisible();
  expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);

  const hidden = page.getByText(/^Hidden by the workflow at this status: Access and history/);
  await hidden.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Permissions on artifact')).toBeVisible();
});
