import type { Page } from 'playwright/test';
import { expectNoAxeViolations } from './axe';
import { arm, ask, fieldsOf, listen } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

const group = (page: Page) => page.getByRole('group', { name: 'Links', exact: true });
const adding = (page: Page) => page.getByRole('group', { name: 'New link' });

interface StoredLink {
  id: number;
  type: string | null;
}

/** The forward links of #431 as the world holds them. */
async function storedLinks(world: string): Promise<StoredLink[]> {
  const { body } = await ask(world, 'dora', 'GET artifacts/431');
  const { values } = body as { values: { type: string; links?: StoredLink[] }[] };
  const links = values.find(({ type }) => type === 'art_link')?.links ?? [];
  return links.map(({ id, type }) => ({ id, type }));
}

async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Edit/ }).click();
  await page.getByRole('button', { name: 'Add a link' }).click();
  await expect(adding(page).getByRole('textbox', { name: 'Artifact' })).toBeFocused();
}

test('L1: links read as sentences in both directions, with title, status and tracker', {
  tag: '@long',
}, async ({ page, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/artifacts/433');
  const row = page.getByRole('definition').filter({ hasText: /^#12/ });
  await expect(row).toContainText('Requirements');
  await expect(page.getByText('is child of', { exact: true })).toBeVisible();
  await expect(page.getByText('is blocked by', { exact: true })).toBeVisible();
  await expect(page.getByText('Export keeps its columns and their order')).toBeVisible();
  // One for all of them; the open artifact itself is asked for news now and then.
  const asked = calls('GET artifacts').filter((request) => !request.url().includes('433'));
  expect(asked).toHaveLength(1);
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: '#431', exact: true }).click();
  await page.waitForURL('**/artifacts/431');
  await expect(page.getByText('blocks', { exact: true })).toBeVisible();
});

test('L2: added by keyboard with words of a title, the type as one phrase', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/artifacts/431');
  await edit(page);
  await adding(page).getByRole('combobox', { name: '#431' }).selectOption('relates to');
  // In a column beside another one there is room for the name of a tracker.
  const tracker = adding(page).getByRole('combobox', { name: 'Search titles in' });
  expect(await tracker.evaluate((select) => select.clientWidth)).toBeGreaterThan(130);
  await adding(page).getByRole('textbox', { name: 'Artifact' }).focus();
  await page.keyboard.type('legally sound');
  const add = adding(page).getByRole('button', { name: /^Add #12 / });
  await expect(add).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Enter');
  await expect(group(page).getByRole('listitem').filter({ hasText: 'added' })).toContainText('#12');
  await expect(adding(page).getByRole('textbox', { name: 'Artifact' })).toBeFocused();
  await saveByKey(page);
  await expect(page.getByText(/Saved as changeset/)).toBeVisible();
  expect(await storedLinks(world)).toContainEqual({ id: 12, type: 'relates_to' });
  expect(await storedLinks(world)).toContainEqual({ id: 640, type: '_covered_by' });
});

test('L3, L5: by keyboard a pasted list of links of others; it is said whom that writes to before it is saved', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/artifacts/431');
  await page.getByRole('button', { name: /^Edit/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a link' }).focus();
  await page.keyboard.press('Enter');
  await adding(page).getByRole('button', { name: 'Paste a list' }).focus();
  await page.keyboard.press('Enter');
  const list = adding(page).getByRole('textbox', { name: /^Artifacts, as many/ });
  await expect(list).toBeFocused();
  await page.keyboard.insertText('is child of req #12\ncovers #77\nHello Anna,\n#9999999');
  await expect(adding(page).getByText(/2 of 4 cannot be added/)).toBeVisible();
  await expectNoAxeViolations(page);
  await adding(page).getByRole('button', { name: 'Add 2 links' }).focus();
  await page.keyboard.press('Enter');
  await expect(group(page)).toContainText(
    /Saving also writes a changeset on req #12, last changed/,
  );
  await saveByKey(page);
  await expect(page.getByText(/^Saved at .*This artifact has no new changeset/)).toBeVisible();
  expect(await storedLinks(world)).toHaveLength(2);
  const { body } = await ask(world, 'dora', 'GET artifacts/12');
  expect(JSON.stringify(body)).toMatch(
    /"id":431,[^{]*("tracker":\{.*?\},)?[^{]*"type":"_is_child"/,
  );
});

test('L5: links that start at artifacts which carl may not change are refused before anything is sent', async ({
  page,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'carl', '/artifacts/506');
  await page.getByRole('button', { name: /^Edit/ }).click();
  // The bug says that it is fixed in this requirement: the link is the bug's.
  await page.getByRole('button', { name: 'Remove the link from #13' }).press('Enter');
  await expect(group(page)).toContainText('You may not change Links of bug #13 now.');
  await page.getByRole('button', { name: 'Add a link' }).press('Enter');
  await adding(page).getByRole('combobox', { name: '#506' }).selectOption('fixes');
  await adding(page).getByRole('textbox', { name: 'Artifact' }).fill('#16');
  const add = adding(page).getByRole('button', { name: /^Add #16 / });
  await expect(add).toHaveAccessibleDescription('You may not change Links of bug #16 now');
  // There is one, and it cannot be taken: the key leads to the reason.
  await page.keyboard.press('Enter');
  await expect(add).toBeFocused();
  await page.keyboard.press('Control+Enter');
  const sheet = page.getByRole('dialog', { name: /^Review 1 change/ });
  await expect(sheet.getByRole('alert')).toContainText('You may not change Links of bug #13 now.');
  await expect(sheet.getByRole('button', { name: /^Go and mend it/ })).toBeFocused();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Not saved. Your text is kept.')).toBeVisible();
  expect(calls('PUT')).toEqual([]);
});

test('L2: a search that fails says so, and a number can be added all the same', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/artifacts/431');
  await edit(page);
  await arm(world, 'GET trackers/81/artifacts', { status: 503 }, 9);
  await arm(world, 'GET artifacts', { status: 500, body: '', type: 'text/html' }, 9);
  const artifact = adding(page).getByRole('textbox', { name: 'Artifact' });
  await artifact.fill('export');
  await expect(adding(page).getByText(/Could not search the titles/)).toBeVisible();
  await artifact.fill('#12');
  await adding(page).getByRole('button', { name: 'Add #12' }).click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText(/Saved as changeset/)).toBeVisible();
  expect((await storedLinks(world)).map(({ id }) => id)).toContain(12);
});

test('L4: a colleague adds a link in between, in the same second: both survive', {
  tag: '@long',
}, async ({ page, secondPage, world, signIn }) => {
  const fields = await fieldsOf(world, 81);
  await signIn(page, 'anna', '/artifacts/431');
  await edit(page);
  await adding(page).getByRole('textbox', { name: 'Artifact' }).fill('#12');
  await adding(page)
    .getByRole('button', { name: /^Add #12/ })
    .click();
  await signIn(secondPage, 'ben', '/artifacts/431');
  await edit(secondPage);
  await adding(secondPage).getByRole('textbox', { name: 'Artifact' }).fill('#40');
  await adding(secondPage)
    .getByRole('button', { name: /^Add #40/ })
    .click();
  await secondPage.getByRole('button', { name: /^Save/ }).click();
  await expect(secondPage.getByText(/Saved as changeset/)).toBeVisible();
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText(/nothing of either is lost/)).toContainText('Ben Okafor');
  await expectNoAxeViolations(page);
  const ids = (await storedLinks(world)).map(({ id }) => id).sort((a, b) => a - b);
  expect(ids).toEqual([12, 40, 433, 640]);
  expect(fields.id('links')).toBeGreaterThan(0);
});

test('L3: a removed link stays in sight with its undo; at 390 px nothing scrolls sideways', {
  tag: '@long',
}, async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/artifacts/431');
  await edit(page);
  await page.getByRole('button', { name: 'Remove the link to #433' }).click();
  await expect(group(page).getByRole('listitem').filter({ hasText: 'removed' })).toContainText(
    '#433',
  );
  await expectNoAxeViolations(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Undo: keep the link to #433' }).click();
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toContainText('No changes');
});
