import { box, changeAs, edit, group, ID, prompt, save, saved } from './prompt';
import { ask, commentsOf, control, fieldsOf, listen, stored } from './sandbox';
import { expect, test } from './world';

test('X4: two people change other fields: the prompt merges them by itself, and nobody loses anything', {
  tag: '@long',
}, async ({ page, secondPage, world, signIn }) => {
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await signIn(secondPage, 'ben', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'BP-ID').fill('BP-1');
  await box(page, 'Comment').fill('From anna');
  await changeAs(secondPage, { Effort: '13', Comment: 'From ben' });
  const calls = listen(page);
  await save(page).click();
  await expect(prompt(page)).toContainText(/Ben Okafor\s+saved changeset/);
  await expect(group(page, 'Merged by themselves')).toContainText('Effort');
  await expect(group(page, 'Only yours')).toContainText('BP-ID');
  await expect(group(page, 'Comment kept')).toContainText('From anna');
  await page.keyboard.press('Control+Enter');
  await expect(saved(page)).toBeVisible();
  const fields = await fieldsOf(world, 81);
  const now = await stored(world, ID);
  expect(now.value(fields.id('bp_id'))).toBe('BP-1');
  expect(now.value(fields.id('effort'))).toBe(13);
  const comments = (await commentsOf(world, ID)).join('\n');
  for (const words of ['From anna', 'From ben']) expect(comments.split(words)).toHaveLength(2);
  const puts = calls(`PUT artifacts/${ID}`);
  expect(puts.map((put) => put.postDataJSON().values)).toEqual([
    [{ field_id: fields.id('bp_id'), value: 'BP-1' }],
    [{ field_id: fields.id('bp_id'), value: 'BP-1' }],
  ]);
  await signIn(secondPage, 'ben', `/artifacts/${ID}`);
  await expect(secondPage.getByText('BP-1', { exact: true }).first()).toBeVisible();
});

test('X4: on a phone, why it cannot be saved yet is read beside the way back, not on it', async ({
  page,
  world,
  signIn,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'Effort').fill('7');
  const values = [{ field_id: (await fieldsOf(world, 81)).id('effort'), value: 9 }];
  await ask(world, 'ben', `PUT artifacts/${ID}`, { body: { values } });
  await save(page).click();
  const [back, merged] = [/^Back to editing/, /^Save merged version/].map((name) =>
    prompt(page).getByRole('button', { name }),
  );
  // Another one was shown before, at the edge: that one's width is not this one's.
  await prompt(page).getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Tab');
  await merged?.focus();
  const words = page.getByText('1 field needs your choice first').locator('visible=true');
  await expect(words).toBeVisible();
  const place = await words.boundingBox();
  const other = await back?.boundingBox();
  expect(place?.height).toBeLessThan(30);
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(other?.y ?? 0);
});

test('X4: the same field: nothing is sent before the choice; each choice by key and by mouse', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const fields = await fieldsOf(world, 81);
  const effort = async () => (await stored(world, ID)).value(fields.id('effort'));
  const calls = listen(page);
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'Effort').fill('8');
  const byBen = (value: number) => ({
    body: { values: [{ field_id: fields.id('effort'), value }] },
  });
  await ask(world, 'ben', `PUT artifacts/${ID}`, byBen(13));
  await save(page).click();
  await expect(group(page, 'Your choice')).toContainText('Effort');
  await expect(prompt(page).getByRole('region', { name: 'Base', exact: true })).toContainText('5');
  await expect(prompt(page).getByRole('region', { name: 'Theirs' })).toContainText('13');
  await expect(prompt(page).getByRole('region', { name: 'Mine' })).toContainText('8');
  // Off, and saying why; a click and the key must both do nothing.
  await page.getByRole('button', { name: 'Save merged version' }).click({ force: true });
  await page.keyboard.press('Control+Enter');
  expect(calls(`PUT artifacts/${ID}`)).toHaveLength(1);
  expect(await effort()).toBe(13);
  await page.keyboard.press('1');
  await expect(box(page, 'Effort').last()).toHaveValue('13');
  await prompt(page).getByRole('button', { name: /^Mine/ }).click();
  await expect(box(page, 'Effort').last()).toHaveValue('8');
  await page.keyboard.press('Control+Enter');
  await expect(saved(page)).toBeVisible();
  expect(await effort()).toBe(8);
});

test('X4: a text changed in other lines by both becomes both; the same line is chosen', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const fields = await fieldsOf(world, 81);
  const id = fields.id('description');
  const lines = [
    'One: the plan.',
    '',
    'Two: the file.',
    '',
    'Three: the audit.',
    '',
    'Four: the end.',
  ];
  const put = (content: string) =>
    ask(world, 'ben', `PUT artifacts/${ID}`, {
      body: { values: [{ field_id: id, value: { content, format: 'commonmark' } }] },
    });
  await put(lines.join('\n'));
  await control(world, 'clock', { advance: 60_000 });
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  const by = (person: string, line: number) => (text: string, index: number) =>
    index === line || index === 4 ? `${text} By ${person}.` : text;
  await box(page, 'Description').fill(lines.map(by('anna', 0)).join('\n'));
  await put(lines.map(by('ben', 6)).join('\n'));
  await save(page).click();
  await expect(group(page, 'Your choice')).toContainText('Description');
  await page.keyboard.press('2');
  await expect(prompt(page).getByText('1 choice made, none left')).toBeVisible();
  const result = box(page, 'Description').last();
  const merged = [...lines];
  merged[0] += ' By anna.';
  merged[4] += ' By anna.';
  merged[6] += ' By ben.';
  await expect(result).toHaveValue(merged.join('\n'));
  await page.keyboard.press('Control+Enter');
  await expect(saved(page)).toBeVisible();
  const after = await ask(world, 'anna', `GET artifacts/${ID}?values_format=collection`);
  const { values } = after.body as { values: { field_id: number; commonmark?: string }[] };
  expect(values.find(({ field_id }) => field_id === id)?.commonmark).toBe(merged.join('\n'));
});

test('X5: both add to a list of several: both additions survive without a question', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const fields = await fieldsOf(world, 81);
  const id = fields.id('regions');
  const before = (await stored(world, ID)).labels(id);
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await page.getByRole('combobox', { name: 'Regions' }).focus();
  await page.keyboard.type('Afr');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const bind_value_ids = [...before, 'LATAM'].map((label) => fields.value('regions', label ?? ''));
  await ask(world, 'ben', `PUT artifacts/${ID}`, {
    body: { values: [{ field_id: id, bind_value_ids }] },
  });
  await save(page).click();
  await expect(page.getByText(/nothing of either is lost/)).toContainText('Ben Okafor');
  await expect(saved(page)).toBeVisible();
  expect((await stored(world, ID)).labels(id).toSorted()).toEqual(
    [...before, 'Africa', 'LATAM'].toSorted(),
  );
});

test('X7: Escape asks before it throws away a result that was typed, however often it is pressed', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const fields = await fieldsOf(world, 81);
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'Effort').fill('8');
  const values = [{ field_id: fields.id('effort'), value: 13 }];
  await ask(world, 'ben', `PUT artifacts/${ID}`, { body: { values } });
  await save(page).click();
  const result = prompt(page).getByRole('textbox', { name: 'Effort' });
  await result.fill('10');
  const question = page.getByRole('alertdialog', { name: /that you typed here/ });
  for (const isAsked of [true, false, true, false]) {
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(isAsked ? 1 : 0);
    await expect(result).toBeVisible();
  }
  await expect(result).toHaveValue('10');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Leave it' }).click();
  await expect(prompt(page)).toHaveCount(0);
  await expect(box(page, 'Effort')).toHaveValue('8');
});

test('X7: cancelling keeps text and comment; saving asks again; a third save meanwhile asks once more', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const fields = await fieldsOf(world, 81);
  const put = (name: string, value: unknown) =>
    ask(world, 'ben', `PUT artifacts/${ID}`, {
      body: { values: [{ field_id: fields.id(name), value }] },
    });
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await edit(page);
  await box(page, 'Effort').fill('8');
  await box(page, 'Comment').fill('Kept');
  await put('effort', 13);
  await save(page).click();
  await expect(prompt(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(prompt(page)).toHaveCount(0);
  await expect(box(page, 'Effort')).toHaveValue('8');
  await expect(box(page, 'Comment')).toHaveValue('Kept');
  await save(page).click();
  await expect(prompt(page)).toBeVisible();
  await page.keyboard.press('2');
  await control(world, 'clock', { advance: 60_000 });
  await put('bp_id', 'BP-3');
  await page.keyboard.press('Control+Enter');
  await expect(group(page, 'Merged by themselves')).toContainText('BP-ID');
  expect((await stored(world, ID)).value(fields.id('effort'))).toBe(13);
  await page.keyboard.press('Control+Enter');
  await expect(saved(page)).toBeVisible();
  const now = await stored(world, ID);
  expect(now.value(fields.id('effort'))).toBe(8);
  expect(now.value(fields.id('bp_id'))).toBe('BP-3');
  const comments = (await commentsOf(world, ID)).filter((comment) => comment.includes('Kept'));
  expect(comments).toHaveLength(1);
});
