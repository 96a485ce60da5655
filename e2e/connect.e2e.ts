import type { Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { arm, ask, control, listen } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

const { anna, ben } = sandboxPeople;
/** Nothing else in the app looks like this: it may be found nowhere. */
const secretOf = (key: string) => key.split('.')[1] ?? '';

async function openConnect(page: Page, search = ''): Promise<void> {
  await page.goto(`/connect${search}`);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
}

async function signInByPassword(page: Page, method: 'token' | 'basic'): Promise<void> {
  await page.getByRole('button', { name: 'User name and password' }).click();
  await page.getByLabel('User name').fill(anna.username);
  await page.getByLabel('Password').fill(anna.password);
  await page.getByLabel('Method').selectOption(method);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/projects');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /signed in as/ }).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
  await page.waitForURL('**/connect');
}

/** Everything of a page that outlives it or that others can read. */
async function traces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const kept = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage }));
    const state = JSON.stringify(history.state);
    const html = document.documentElement.outerHTML;
    const names = JSON.stringify([databases, performance.getEntries().map(({ name }) => name)]);
    return [...kept, state, html, names, location.href, document.cookie, window.name].join('\n');
  });
}

/** Addresses asked, console lines and other hosts, from now on. */
function watch(page: Page) {
  const seen: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => seen.push(message.text()));
  page.on('framenavigated', (frame) => seen.push(frame.url()));
  page.on('request', (request) => {
    seen.push(request.url());
    hosts.add(new URL(request.url()).host);
  });
  return { seen, hosts };
}

test('What cannot be an access key is told at the field, and no request leaves', {
  tag: '@long',
}, async ({ page }) => {
  await openConnect(page);
  const calls = listen(page);
  await page.getByLabel('Access key').fill('my password');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/does not look like an access key/)).toBeVisible();
  await expect(page.getByLabel('Access key')).toBeFocused();
  expect(calls('GET users/self')).toEqual([]);
});

test('Wrong credentials are refused in words, and the right ones then work', {
  tag: '@long',
}, async ({ page }) => {
  await openConnect(page);
  const key = page.getByLabel('Access key');
  await key.fill(`tlp-k1-99.${'a'.repeat(64)}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/does not accept this access key/)).toBeVisible();
  await page.getByRole('button', { name: 'User name and password' }).click();
  await page.getByLabel('User name').fill('anna');
  await page.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The user name or the password is wrong.')).toBeVisible();
  await page.getByRole('button', { name: 'Access key', exact: true }).click();
  await page.getByLabel('Access key').fill(sandboxPeople.fiona.accessKey);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/knows this account but does not let it in/)).toBeVisible();
  await page.getByLabel('Access key').fill(ben.accessKey);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/projects');
  await expect(page.getByRole('button', { name: /signed in as Ben/ })).toBeVisible();
});

test('C2: an access key by keyboard alone, from the first Tab to the projects', async ({
  page,
}) => {
  await openConnect(page);
  const key = page.getByLabel('Access key');
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab');
    if (await key.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(key).toBeFocused();
  await page.keyboard.insertText(anna.accessKey);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/projects');
  await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
});

test('C2: a password becomes a token; signing out revokes it, and Back shows nothing', async ({
  page,
  world,
}) => {
  const { seen } = watch(page);
  await openConnect(page);
  const calls = listen(page);
  await signInByPassword(page, 'token');
  await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
  expect(calls('POST tokens')).toHaveLength(1);
  const headers = (await calls('GET projects')[0]?.allHeaders()) ?? {};
  const token = headers['x-auth-token'] ?? '';
  const credentials = { 'x-auth-token': token, 'x-auth-userid': headers['x-auth-userid'] ?? '' };
  expect((await ask(world, credentials, 'GET users/self')).status).toBe(200);
  expect(await traces(page)).not.toContain(token);
  expect(`${await traces(page)}${seen}`).not.toContain(anna.password);
  await signOut(page);
  expect((await ask(world, credentials, 'GET users/self')).status).toBe(401);
  await page.goBack().catch(() => null);
  await expect(page.getByRole('grid')).toHaveCount(0);
});

test('C2: where the server gives no tokens, Basic goes out with every request', {
  tag: '@long',
}, async ({ page, world }) => {
  await arm(world, 'POST tokens', { status: 404 });
  await openConnect(page);
  const calls = listen(page);
  await signInByPassword(page, 'basic');
  await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
  const { authorization } = (await calls('GET projects')[0]?.allHeaders()) ?? {};
  expect(authorization).toBe(`Basic ${btoa(`${anna.username}:${anna.password}`)}`);
  expect(await traces(page)).not.toContain(anna.password);
});

test('Kept in this tab by choice, a reload goes on; signing out takes it out of the tab', async ({
  page,
}) => {
  await openConnect(page);
  await page.getByLabel('Keep the sign-in').selectOption({ label: 'Until this tab is closed' });
  await page.getByLabel('Access key').fill(anna.accessKey);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/projects');
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
  const local = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(local).not.toContain(secretOf(anna.accessKey));
  await signOut(page);
  const session = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(session).not.toContain(secretOf(anna.accessKey));
  await expect(page.getByLabel('Keep the sign-in')).toHaveValue('tab');
});

test('Kept in memory, a reload asks again and comes back to the same place', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'anna', '/projects?q=acme');
  await page.reload();
  await page.waitForURL('**/connect?return=**');
  await page.getByRole('button', { name: 'Sign in as anna' }).click();
  await page.waitForURL('**/projects?q=acme');
});

// Those that a browser reads otherwise than they look; the others are in ConnectPage.test.tsx.
for (const target of ['/\\evil.example', '/\t/evil.example']) {
  test(`Return=${JSON.stringify(target)} is no place of ours`, async ({ page, world }) => {
    const { hosts } = watch(page);
    await openConnect(page, `?return=${encodeURIComponent(target)}`);
    await page.getByRole('button', { name: 'Sign in as anna' }).click();
    await page.waitForURL(`${world}/projects`);
    await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
    expect([...hosts]).toEqual([new URL(world).host]);
  });
}

test('A server that is not listed gets the line to add, and no request leaves', {
  tag: '@long',
}, async ({ page, world }) => {
  await openConnect(page, '?server=https%3A%2F%2Fevil.example%2Fx');
  const { hosts } = watch(page);
  const calls = listen(page);
  await expect(page.getByText('"url":"https://evil.example"')).toBeVisible();
  await page.getByLabel('Access key').fill(anna.accessKey);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByLabel('Server', { exact: true })).toBeFocused();
  expect([...calls('GET'), ...calls('POST')]).toEqual([]);
  expect([...hosts].filter((host) => host !== new URL(world).host)).toEqual([]);
  await page.getByLabel('Server', { exact: true }).fill('not an address');
  await expect(page.getByText('"https://not an address" is not an address.')).toBeVisible();
});

test('Signing out asks before unsaved text is lost, and shows no error on the way', {
  tag: '@long',
}, async ({ page, signIn }) => {
  await signIn(page, 'anna', '/artifacts/431');
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.fill('Not sent yet');
  await page.getByRole('button', { name: /signed in as/ }).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
  const question = page.getByRole('alertdialog', { name: /without saving/ });
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(comment).toHaveValue('Not sent yet');
  await page.getByRole('button', { name: /signed in as/ }).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
  await question.getByRole('button', { name: 'Leave and discard' }).click();
  await page.waitForURL('**/connect');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('Signing out in place of signing in again asks before unsaved text is lost', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/artifacts/431');
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.fill('Not sent yet');
  await control(world, 'expire', { user: 'anna' });
  await saveByKey(page);
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByRole('button', { name: 'Sign out' }).click();
  const question = page.getByRole('alertdialog', { name: /without saving/ });
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(again).toBeVisible();
  await again.getByLabel('Access key').fill('tlp-k1-0.0');
  await again.getByRole('button', { name: 'Sign out' }).click();
  await question.getByRole('button', { name: 'Leave and discard' }).click();
  await page.waitForURL('**/connect');
});
