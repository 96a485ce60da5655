import type { Page } from 'playwright/test';
import { arm, commentsOf, fieldsOf, listen, stored } from './sandbox';
import { expect, test } from './world';

const ID = 431;
const box = (page: Page, name: string) => page.getByRole('textbox', { name });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const saved = (page: Page) => page.getByText(/^Saved as changeset \d+/);

async function openAndType(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await box(page, 'BP-ID').fill('BP-77');
  await box(page, 'Comment').fill(words);
}

/** Everything typed above still stands there. */
async function expectKept(page: Page, words: string): Promise<void> {
  await expect(box(page, 'BP-ID')).toHaveValue('BP-77');
  await expect(box(page, 'Comment')).toHaveValue(words);
}

const reads = [
  [9403, 'You may not see this', /permission/],
  [9429, 'Too many requests', /Try again in 30 seconds/],
  [9500, 'The server failed', /It gave no reason/],
  [9502, 'The server is not available right now', /web page in place of a reason/],
  [9503, 'The server is not available right now', /Try again in 2 minutes/],
  [9596, 'You may not see this', /CSRF/],
  [9597, 'This is not an answer of the API', /A sign-in page came in place of data/],
  // What a browser makes of it depends on whether the first bytes came before the end.
  [9598, /The answer broke off|The server cannot be reached/, /Nothing was changed/],
  [424242, 'Not found', /does not exist, was deleted, or is hidden/],
] as const;

test('Every way an artifact fails to open has its own words, a next step, and the shell around it', {
  tag: '@long',
}, async ({ page, signIn }) => {
  test.slow();
  await signIn(page, 'anna');
  await expect(page.getByRole('grid')).toBeVisible();
  for (const [id, title, words] of reads) {
    await page.evaluate((to) => {
      history.pushState({ idx: history.length, key: crypto.randomUUID() }, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/artifacts/${id}`);
    const heading = page.getByRole('heading', { level: 1, name: title });
    await expect(heading, `#${id}`).toBeVisible();
    await page.getByText('Details', { exact: true }).click();
    await expect(page.getByRole('main'), `#${id}`).toContainText(words);
    await expect(page).toHaveTitle(/^[A-Z].* · Parterre$/);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Go to the projects' }).click();
  await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
});

test('Trying again brings the page when the server is back', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  await arm(
    world,
    `GET artifacts/${ID}`,
    { status: 502, body: '<h1>Bad</h1>', type: 'text/html' },
    3,
  );
  await signIn(page, 'anna', `/artifacts/${ID}`);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/not available right now/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading).toHaveText(/Export keeps its columns/);
});

const refusals = [
  [
    '400 at its field',
    { status: 400, body: { error: { code: 400, message: 'Bad Request: error: BP-ID is taken.' } } },
    'BP-ID is taken.',
  ],
  ['404', { status: 404 }, 'Not found'],
  ['429', { status: 429, headers: { 'retry-after': '30' } }, 'Try again in 30 seconds'],
] as const;

for (const [name, answer, words] of refusals) {
  test(`A save refused with ${name} says so and keeps what was typed`, {
    tag: '@long',
  }, async ({ page, world, signIn }) => {
    await signIn(page, 'anna', `/artifacts/${ID}`);
    await openAndType(page, 'Kept');
    await arm(world, `PUT artifacts/${ID}`, answer);
    await save(page).click();
    await expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
    await expectKept(page, 'Kept');
    await save(page).click();
    await expect(saved(page)).toBeVisible();
  });
}

test('A save refused with 403 locks the page and leaves the text to copy', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await openAndType(page, 'Kept');
  await arm(world, `PUT artifacts/${ID}`, { status: 403 });
  await save(page).click();
  await expect(page.getByText(/What you typed stays here to copy/)).toBeVisible();
  await expect(page.getByText('BP-77')).toBeVisible();
  await expect(box(page, 'Comment')).toHaveValue('Kept');
  await expect(save(page)).toHaveAttribute('aria-disabled', 'true');
});

test('A save that met a proxy’s 502 is looked for, not repeated unseen', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const fields = await fieldsOf(world, 81);
  const calls = listen(page);
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await openAndType(page, 'Kept');
  const answer = { status: 502, body: '<html><h1>502</h1></html>', type: 'text/html' };
  await arm(world, `PUT artifacts/${ID}`, answer);
  await save(page).click();
  await expect(page.getByText(/not known whether your change was saved/)).toBeVisible();
  await expectKept(page, 'Kept');
  expect(calls('PUT')).toHaveLength(1);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(saved(page)).toBeVisible();
  expect((await stored(world, ID)).value(fields.id('bp_id'))).toBe('BP-77');
  const comments = (await commentsOf(world, ID)).filter((text) => text.includes('Kept'));
  expect(comments).toHaveLength(1);
});

test('A save that met an empty 500 is looked for; not found, it is told and can be sent again', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await openAndType(page, 'Kept');
  await arm(world, `PUT artifacts/${ID}`, { status: 500, body: '', type: 'text/html' });
  await save(page).click();
  const alert = page.getByRole('alert').filter({ hasText: 'The server failed' });
  await expect(alert).toContainText('It gave no reason');
  await expectKept(page, 'Kept');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(saved(page)).toBeVisible();
  const comments = (await commentsOf(world, ID)).filter((text) => text.includes('Kept'));
  expect(comments).toHaveLength(1);
});

test('Offline says so, keeps the text, and saves when the line is back', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(page, 'anna', `/artifacts/${ID}`);
  await openAndType(page, 'In the tunnel');
  // What is fetched with the first change has come.
  const hasSheet = () =>
    performance
      .getEntriesByType('resource')
      .some(({ name, duration }) => name.includes('/ArtifactReview-') && duration > 0);
  await expect.poll(() => page.evaluate(hasSheet)).toBe(true);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await save(page).click();
  await expect(page.getByRole('alert').filter({ hasText: /offline/i })).toBeVisible();
  await expectKept(page, 'In the tunnel');
  await context.setOffline(false);
  await page
    .getByRole('button', { name: /Send again|Look again|Try again/ })
    .last()
    .click();
  const again = page.getByRole('button', { name: 'Send again' });
  await expect(saved(page).or(again)).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(saved(page)).toBeVisible();
});

test('A page whose code cannot be fetched says so and comes when the line is back', async ({
  page,
  context,
  signIn,
  faults,
}) => {
  await signIn(page, 'anna');
  await expect(page.getByRole('grid')).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: '122', exact: true }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('You are offline');
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading).toHaveText('You are offline');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  // The secret was in memory only: signing in leads back to the page that was wanted.
  await page.getByRole('button', { name: 'Sign in as anna' }).click();
  await expect(heading).toHaveText('Acme');
  const isOwn = (line: string) => !line.includes('ERR_INTERNET_DISCONNECTED');
  faults.splice(0, faults.length, ...faults.filter(isOwn));
});

test('A server that hangs leaves the page alive: one may go elsewhere', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await arm(world, `GET artifacts/${ID}`, 'hang', 9);
  await signIn(page, 'anna');
  await page.getByRole('link', { name: '122', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acme');
  await page.evaluate((to) => {
    history.pushState({ idx: history.length, key: crypto.randomUUID() }, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/artifacts/${ID}`);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acme');
  await page.getByRole('link', { name: 'Projects', exact: true }).first().click();
  await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
});
