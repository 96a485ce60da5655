import { ask } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

test('H1, H3, H4, H6: by keyboard: filter the history, compare two changesets, bring a value back and save it', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  const entries = page.getByRole('list', { name: 'Changesets' }).locator('> li');
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

  const menu = async (changeset: number, item: RegExp) => {
    await page
      .getByRole('button', { name: `What to do with changeset ${changeset}` })
      .press('Enter');
    const wanted = page.getByRole('menuitem', { name: item });
    await expect(wanted).toBeVisible();
    while (!(await wanted.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  };
  await menu(9871, /Compare from here/);
  await menu(9781, /Compare with changeset 9871/);
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
