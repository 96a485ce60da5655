import { box, edit, ID, prompt, save, saved } from './prompt';
import { arm, ask, control, fieldsOf, listen, stored } from './sandbox';
import { expect, test } from './world';

test('X2: the ETag goes back byte for byte, and the second PUT names their version', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const calls = listen(page);
  const etags: (string | null)[] = [];
  page.on('response', async (response) => {
    if (response.request().method() === 'GET' && /artifacts\/431(\?|$)/.test(response.url())) {
      etags.push(await response.headerValue('etag'));
    }
  });
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'Effort').fill('8');
  const fields = await fieldsOf(world, 81);
  await ask(world, 'ben', `PUT artifacts/${ID}`, {
    body: { values: [{ field_id: fields.id('bp_id'), value: 'BP-2' }] },
  });
  await save(page).click();
  await expect(prompt(page)).toBeVisible();
  await page.getByRole('button', { name: 'Save merged version' }).click();
  await expect(saved(page)).toBeVisible();
  const [first, second] = await Promise.all(
    calls(`PUT artifacts/${ID}`).map((put) => put.headerValue('if-match')),
  );
  expect(first).toBe(etags[0]);
  expect(second).not.toBe(first);
  expect(etags).toContain(second);
});

test('X8: a save in the same second is found afterwards, and merged back by two keys', async ({
  page,
  world,
  signIn,
}) => {
  const fields = await fieldsOf(world, 81);
  const put = (name: string, value: unknown) =>
    ask(world, 'ben', `PUT artifacts/${ID}`, {
      body: { values: [{ field_id: fields.id(name), value }] },
    });
  // Everything below happens in one second of the server: the clock is set back before each write.
  const instant = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '');
  await control(world, 'clock', { now: instant });
  await put('bp_id', 'BP-4');
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'Effort').fill('8');
  await control(world, 'clock', { now: instant });
  await put('effort', 13);
  await save(page).click();
  await expect(prompt(page)).toContainText('found after your save');
  await expect(prompt(page)).toContainText(/Ben Okafor\s+saved changeset/);
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(prompt(page)).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
  expect((await stored(world, ID)).value(fields.id('effort'))).toBe(13);
});

test('X7: keys that come while the merged version is saved change nothing, and are told to', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'Effort').fill('8');
  const fields = await fieldsOf(world, 81);
  await ask(world, 'ben', `PUT artifacts/${ID}`, {
    body: { values: [{ field_id: fields.id('effort'), value: 13 }] },
  });
  await save(page).click();
  await expect(prompt(page)).toBeVisible();
  const result = prompt(page).getByRole('textbox', { name: 'Effort' });
  await result.fill('10');
  await arm(world, `PUT artifacts/${ID}`, { delay: 3_000 });
  await page.keyboard.press('Control+Enter');
  await expect(prompt(page).getByText('It is being saved.')).toBeVisible();
  await page.keyboard.type('99');
  await result.click({ force: true });
  await page.keyboard.type('99');
  await expect(result).toHaveValue('10');
  await expect(saved(page)).toBeVisible();
  await expect(prompt(page)).toHaveCount(0);
  expect((await stored(world, ID)).value(fields.id('effort'))).toBe(10);
});

test('X3: a 412 with nothing newer is no conflict: tried once more, then told in words', {
  tag: '@long',
}, async ({ page, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/artifacts/9412');
  await edit(page);
  await box(page, 'Title').fill('A title that stays');
  await save(page).click();
  await expect(page.getByRole('heading', { name: 'Could not save this artifact' })).toBeVisible();
  await expect(prompt(page)).toHaveCount(0);
  await expect(box(page, 'Title')).toHaveValue('A title that stays');
  const conditions = await Promise.all(
    calls('PUT').map(async (put) => {
      const headers = await put.allHeaders();
      return headers['if-match'] ?? headers['if-unmodified-since'];
    }),
  );
  expect(conditions.length).toBeGreaterThan(1);
  expect(conditions).not.toContain(undefined);
});

test('X1: without any validator the newest version is compared before the write, and theirs is not lost', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const fields = await fieldsOf(world, 81);
  const { body } = await ask(
    world,
    'anna',
    `GET artifacts/${ID}?tracker_structure_format=complete`,
  );
  const bare = { status: 200, body, type: 'application/json' };
  await arm(world, `GET artifacts/${ID}`, bare, 1);
  const calls = listen(page);
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'Effort').fill('8');
  await ask(world, 'ben', `PUT artifacts/${ID}`, {
    body: { values: [{ field_id: fields.id('effort'), value: 13 }] },
  });
  await save(page).click();
  await expect(prompt(page)).toBeVisible();
  expect(calls('PUT')).toEqual([]);
  expect((await stored(world, ID)).value(fields.id('effort'))).toBe(13);
  await page.keyboard.press('2');
  await page.keyboard.press('Control+Enter');
  await expect(saved(page)).toBeVisible();
  expect((await stored(world, ID)).value(fields.id('effort'))).toBe(8);
});
