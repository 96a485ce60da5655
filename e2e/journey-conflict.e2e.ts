import type { Page } from 'playwright/test';
import { ask, commentsOf, control, fieldsOf, listen, stored } from './sandbox';
import { expect, test } from './world';

const ID = 431;
const paragraphs = [
  'What: an export holds the columns.',
  '',
  'Why: auditors compare.',
  '',
  'How: one file.',
];

const box = (page: Page, name: string) => page.getByRole('textbox', { name });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const prompt = (page: Page) => page.getByRole('dialog', { name: /Conflict/ });
const group = (page: Page, name: string) => prompt(page).getByRole('region', { name });

/** A line of the description, as one of the two leaves it. */
function described(changes: Record<number, string>): string {
  return paragraphs.map((line, index) => changes[index] ?? line).join('\n');
}

interface Stored {
  values: {
    type: string;
    field_id: number;
    links?: { id: number; type: string | null }[];
    file_descriptions?: { id: number; name: string }[];
    bind_value_ids?: number[];
  }[];
}

async function storedEntry(world: string, type: string) {
  const { body } = await ask(world, 'dora', `GET artifacts/${ID}`);
  return (body as Stored).values.find((entry) => entry.type === type);
}

/** Ben changes another field, another paragraph, and adds to every set, in one save. */
async function saveAsBen(world: string): Promise<void> {
  const fields = await fieldsOf(world, 81);
  const facts = { name: 'photo.png', mimetype: 'image/png', content: btoa('a photo') };
  const { body } = await ask(world, 'ben', 'POST artifact_temporary_files', { body: facts });
  const files = (await storedEntry(world, 'file'))?.file_descriptions ?? [];
  const links = (await storedEntry(world, 'art_link'))?.links ?? [];
  const regions = (await stored(world, ID)).labels(fields.id('regions'));
  const { status } = await ask(world, 'ben', `PUT artifacts/${ID}`, {
    body: {
      values: [
        { field_id: fields.id('priority'), bind_value_ids: [fields.value('priority', 'Low')] },
        {
          field_id: fields.id('description'),
          value: {
            content: described({ 2: 'Why: law (ben).', 4: 'How: two files (ben).' }),
            format: 'commonmark',
          },
        },
        {
          field_id: fields.id('regions'),
          bind_value_ids: [...regions, 'LATAM'].map((label) =>
            fields.value('regions', label ?? ''),
          ),
        },
        {
          field_id: fields.id('links'),
          links: [...links.map(({ id, type }) => ({ id, type })), { id: 40, type: null }],
        },
        {
          field_id: (await storedEntry(world, 'file'))?.field_id,
          value: [...files.map(({ id }) => id), (body as { id: number }).id],
        },
      ],
    },
  });
  expect(status).toBe(200);
}

/** Anna's part: text, status, a region, a link, a file and a comment. */
async function editAsAnna(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await box(page, 'Description').fill(
    described({ 0: 'What: all columns (anna).', 4: 'How: one file (anna).' }),
  );
  await page.getByRole('combobox', { name: 'Status' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'In review' }).click();
  // The workflow wants one for that status.
  await page.getByRole('combobox', { name: 'Target version' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: '4.2' }).click();
  await page.getByRole('combobox', { name: 'Regions' }).focus();
  await page.keyboard.type('Afr');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a link' }).click();
  const adding = page.getByRole('group', { name: 'New link' });
  await adding.getByRole('combobox', { name: `#${ID}` }).selectOption('is child of');
  await adding.getByRole('textbox', { name: 'Artifact' }).fill('#12');
  await adding.getByRole('button', { name: /^Add #12/ }).click();
  await page
    .getByLabel('Attachments', { exact: true })
    .setInputFiles([{ name: 'trace.log', mimeType: 'text/plain', buffer: Buffer.from('a trace') }]);
  await expect(page.getByRole('listitem').filter({ hasText: 'trace.log' })).toContainText('added');
  await box(page, 'Comment').fill('Reviewed with legal.');
}

test('J3: two people change the same artifact: an early word, a draft of another day, one save that keeps all of both', async ({
  page,
  context,
  world,
  signIn,
}) => {
  test.slow();
  const fields = await fieldsOf(world, 81);
  await ask(world, 'ben', `PUT artifacts/${ID}`, {
    body: {
      values: [
        {
          field_id: fields.id('description'),
          value: { content: described({}), format: 'commonmark' },
        },
      ],
    },
  });
  await control(world, 'clock', { advance: 60_000 });
  await page.clock.install();
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await editAsAnna(page);
  // What else a save would write to is said before.
  await expect(
    page.getByRole('group', { name: 'Links', exact: true }).getByRole('status'),
  ).toContainText('#12');
  await saveAsBen(world);
  await page.clock.fastForward(21_000);
  const word = page.getByRole('status').filter({ hasText: 'Ben Okafor changed' });
  for (const name of ['Priority', 'Description', 'Regions', 'Links', 'Attachments']) {
    await expect(word).toContainText(name);
  }
  await box(page, 'Comment').press('End');
  await page.keyboard.type(' Twice.');

  await save(page).click();
  await expect(prompt(page)).toContainText(/Ben Okafor\s+saved changeset/);
  for (const name of ['Priority', 'Regions', 'Links', 'Attachments']) {
    await expect(group(page, 'Merged by themselves')).toContainText(name);
  }
  await expect(prompt(page).getByRole('listitem', { name: /Only yours/ })).toContainText('(anna)');
  await expect(prompt(page).getByRole('listitem', { name: /Only Ben Okafor’s/ })).toContainText(
    'law (ben)',
  );
  await expect(
    prompt(page).getByRole('listitem', { name: /Both changed this line/ }),
  ).toContainText('two files (ben)');
  await expect(group(page, 'Comment kept')).toContainText('Reviewed with legal. Twice.');
  // She leaves it, closes the browser, and comes back the next day.
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Draft kept in this browser/)).toBeVisible();
  await page.close();

  const next = await context.newPage();
  const calls = listen(next);
  await signIn(next, 'anna', '/drafts');
  const draft = next.getByRole('list', { name: 'Drafts' });
  await expect(draft).toContainText('1 newer changeset; look at Description');
  await draft.getByRole('link', { name: /#431/ }).click();
  await expect(next.getByRole('heading', { level: 1, name: /Export keeps/ })).toBeVisible();
  const notice = next.getByRole('status').filter({ hasText: 'Your draft from' });
  await expect(notice).toBeVisible();
  await expect(notice).toContainText(
    '6 changes and a comment. 1 newer changeset; look at Description',
  );
  await next.getByRole('button', { name: 'Merge now' }).click();
  await expect(prompt(next)).toBeVisible();
  await next.keyboard.press('3');
  const result = box(next, 'Description').last();
  await result.fill((await result.inputValue()).replace('one file (anna)', '**one** file (anna)'));
  await expect(
    prompt(next)
      .getByRole('region', { name: /What readers will see/ })
      .locator('strong'),
  ).toHaveText('one');
  await next.keyboard.press('Control+Enter');
  await expect(next.getByText(/^Saved as changeset \d+/)).toBeVisible();

  const puts = calls(`PUT artifacts/${ID}`);
  expect(puts).toHaveLength(1);
  const sent = puts[0]?.postDataJSON().values.map(({ field_id }: { field_id: number }) => field_id);
  expect(sent).not.toContain(fields.id('priority'));
  const now = await stored(world, ID);
  expect(now.labels(fields.id('priority'))).toEqual(['Low']);
  expect(now.labels(fields.id('status'))).toEqual(['In review']);
  expect(now.labels(fields.id('regions'))).toEqual(expect.arrayContaining(['Africa', 'LATAM']));
  const files = (await storedEntry(world, 'file'))?.file_descriptions?.map(({ name }) => name);
  expect(files).toEqual(expect.arrayContaining(['trace.log', 'photo.png']));
  const { body: parent } = await ask(world, 'dora', 'GET artifacts/12');
  expect(
    JSON.stringify((parent as Stored).values.find(({ type }) => type === 'art_link')),
  ).toContain('"id":431');
  const links = (await storedEntry(world, 'art_link'))?.links?.map(({ id }) => id);
  expect(links).toContain(40);
  const { body: after } = await ask(world, 'dora', `GET artifacts/${ID}?values_format=collection`);
  const text = JSON.stringify(after);
  for (const words of ['(anna).', 'law (ben)', 'two files (ben)']) expect(text).toContain(words);
  const comments = (await commentsOf(world, ID)).filter((words) => words.includes('with legal'));
  expect(comments).toEqual([expect.stringContaining('Reviewed with legal. Twice.')]);
  await signIn(next, 'anna', '/drafts');
  await expect(next.getByText('No drafts')).toBeVisible();
});
