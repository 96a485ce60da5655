import { commentsOf, listen } from './sandbox';
import { expect, test } from './world';

test('V6, H2, H5, H6: by keyboard: a value comes over from another artifact, is sent with a comment, and has an address', async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/artifacts/compare?a=433&b=431');
  const title = page.getByRole('row', { name: /^Title/ });
  await expect(title).toContainText('Export keeps its columns');
  const words = page.getByRole('row', { name: /^Description/ });
  await expect(words.locator('ins').first()).toContainText('An export holds the columns shown');
  await title.getByRole('button', { name: 'Copy to #431 Title' }).press('Enter');
  await expect(page).toHaveURL(/\/artifacts\/431$/);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Audit file for 2027');
  expect(calls('PUT artifacts/431')).toEqual([]);

  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.focus();
  await page.keyboard.type('As **agreed** with @ok');
  await expect(page.getByRole('option', { name: /Ben Okafor/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(comment).toHaveValue('As **agreed** with @ben ');
  const preview = page.locator('.comment-box').getByRole('button', { name: 'Preview' });
  await preview.press('Enter');
  const shown = page.getByRole('region', { name: 'Preview of the comment' });
  await expect(shown.locator('strong')).toHaveText('agreed');
  await expect(shown.getByRole('link', { name: '@ben' })).toBeVisible();

  await page.keyboard.press('Control+Enter');
  const sheet = page.getByRole('dialog', { name: 'Review 1 change and a comment to req #431' });
  await expect(sheet.getByRole('term')).toHaveText(['Title']);
  await expect(sheet.getByRole('definition')).toContainText('Audit file for 2027');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Saved as changeset \d+/)).toBeVisible();
  expect((await commentsOf(world, 431)).at(-1)).toContain(
    'As <strong>agreed</strong> with <a href="/users/ben"',
  );

  const entry = page.getByRole('list', { name: 'Changesets' }).locator('> li').first();
  await expect(entry).toContainText('Audit file for 2027');
  const address = await entry.getByRole('link', { name: /^Changeset/ }).getAttribute('href');
  await signIn(page, 'anna', address ?? '');
  await expect(page.locator('[aria-current=location]')).toContainText('As agreed with @ben');
});
