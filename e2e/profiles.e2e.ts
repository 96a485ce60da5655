import type { Page } from 'playwright/test';
import { type PersonName, sandboxPeople } from '../tests/sandbox/people';
import { expectNoAxeViolations } from './axe';
import { ask, listen } from './sandbox';
import { expect, test } from './world';

const grid = (page: Page) => page.getByRole('grid', { name: 'Projects' });
const account = (page: Page, person: PersonName) =>
  page.getByRole('button', { name: `signed in as ${sandboxPeople[person].realName}` });

/** Signs in by password to the sandbox at another address: only a token tells there who this is. */
async function signInFar(page: Page, person: PersonName): Promise<void> {
  const { username, password } = sandboxPeople[person];
  await page.getByRole('button', { name: /Sandbox far away/ }).click();
  await page.getByRole('button', { name: 'User name and password' }).click();
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page, person: PersonName): Promise<void> {
  await account(page, person).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
}

/** What this browser keeps for later, by key. */
const stored = (page: Page) => page.evaluate(() => ({ ...localStorage }));

test('C1: two tabs with two profiles never mix requests, recent places or drafts', async ({
  page,
  context,
  world,
  signIn,
}) => {
  const far = await context.newPage();
  await signIn(page, 'anna', '/artifacts/431');
  await far.goto('/connect?return=%2Fartifacts%2F431');
  const hosts = new Set<string>();
  const asked = listen(far);
  await signInFar(far, 'ben');
  await expect(far.getByRole('textbox', { name: 'Comment' })).toBeVisible();
  for (const call of [...asked('GET'), ...asked('POST')]) hosts.add(new URL(call.url()).host);
  await page.getByRole('textbox', { name: 'Comment' }).fill('Only for the near server');
  await expect(page.getByText(/Draft kept in this browser/)).toBeVisible();
  await expect(far.getByRole('textbox', { name: 'Comment' })).toHaveValue('');
  await expect(page.locator('.connection-line')).toHaveClass(/connection-teal/);
  await expect(far.locator('.connection-line')).toHaveClass(/connection-purple/);
  await far.getByRole('textbox', { name: 'Comment' }).fill('Only for the far one');
  await expect(far.getByText('to Sandbox far away')).toBeVisible();
  await expect(far.getByText(/Draft kept in this browser/)).toBeVisible();
  await far.reload();
  await signInFar(far, 'ben');
  await expect(far.getByText('Only for the far one')).toBeVisible();
  await expect(far.getByText('Only for the near server')).toHaveCount(0);
  const kept = await stored(far);
  expect(kept['parterre.recent.sandbox.102']).toContain('/artifacts/431');
  expect(kept['parterre.recent.sandbox-far.103']).toContain('/artifacts/431');
  // The list of servers asks the near one for its version before the far one is chosen.
  const signedIn = asked('GET').filter((call) => call.headers()['x-auth-token'] !== undefined);
  expect(signedIn.length).toBeGreaterThan(2);
  for (const call of signedIn) expect(new URL(call.url()).host).not.toBe(new URL(world).host);
});

test('C1: Back after a change of profile says whose page it was, and shows nothing unasked', {
  tag: '@long',
}, async ({ page, signIn }) => {
  await signIn(page, 'anna', '/artifacts/431');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/Export keeps its columns/);
  await account(page, 'anna').press('Enter');
  await page.getByRole('menuitem', { name: 'Add another server…' }).press('Enter');
  await signInFar(page, 'ben');
  await expect(grid(page)).toBeVisible();
  await page.goBack();
  await expect(title).toHaveText('This page was opened at Sandbox');
  await expect(title).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveCount(0);
  await expectNoAxeViolations(page);
  const go = page.getByRole('button', { name: 'Go on as anna at Sandbox' });
  await go.press('Enter');
  await expect(title).toHaveText(/Export keeps its columns/);
  await expect(account(page, 'anna')).toBeVisible();
  // Two profiles in one window: every write says where it goes.
  await page.getByRole('textbox', { name: 'Comment' }).fill('Where does this go?');
  await expect(page.getByText('to Sandbox', { exact: true })).toBeVisible();
});

test('C5, Z6: signing out revokes the token, and signs the other tab out within a second', async ({
  page,
  context,
  world,
}) => {
  const other = await context.newPage();
  // It follows from its first moment, also where parts of its page never come.
  const line = await context.newCDPSession(other);
  await line.send('Network.enable');
  await line.send('Network.setBlockedURLs', { urls: ['*/SessionWatch*'] });
  const missing: string[] = [];
  other.on('requestfailed', (request) => missing.push(request.url()));
  for (const tab of [page, other]) {
    await tab.goto('/connect');
    await tab.getByRole('button', { name: 'User name and password' }).click();
    await tab.getByLabel('User name').fill('anna');
    await tab.getByLabel('Password').fill(sandboxPeople.anna.password);
    await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(grid(tab)).toBeVisible();
  }
  const revoked: string[] = [];
  context.on('response', (answer) => {
    const request = answer.request();
    if (request.method() === 'DELETE') revoked.push(`${answer.status()} ${request.url()}`);
  });
  await other.evaluate(() => {
    const channel = new BroadcastChannel('parterre');
    channel.onmessage = () => sessionStorage.setItem('heard', String(Date.now()));
  });
  await signOut(page, 'anna');
  await other.waitForURL('**/connect');
  // From the word of the first tab until the second begins to load another document: its page is gone.
  const took = await other.evaluate(
    () => performance.timeOrigin - Number(sessionStorage.getItem('heard')),
  );
  expect(took).toBeLessThan(1_000);
  await page.waitForURL('**/connect');
  await expect.poll(() => revoked.length).toBe(2);
  for (const line of revoked) expect(line).toMatch(/^200 .*\/api\/tokens\//);
  const ids = revoked.map((line) => decodeURIComponent(line.split('/').at(-1) ?? ''));
  for (const token of ids) {
    const as = { 'x-auth-token': token, 'x-auth-userid': '102' };
    expect((await ask(world, as, 'GET users/self')).status).toBe(401);
  }
  expect(missing.join()).toMatch(/SessionWatch/);
});

test('C7: kept on this device, a reload asks for the passphrase; nothing of the key lies there in clear', async ({
  page,
}) => {
  const key = sandboxPeople.anna.accessKey;
  await page.goto('/connect?return=%2Fprojects%3Fq%3Dacme');
  await page.getByLabel('Keep the sign-in').selectOption('device');
  await page.getByLabel('Passphrase').fill('four words in a row');
  await page.getByLabel('Access key').fill(key);
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeVisible();
  await expect.poll(async () => Object.keys(await stored(page)).join()).toContain('vault');
  const kept = JSON.stringify(await stored(page));
  for (const part of [key, key.split('.')[1] ?? '', btoa(key), 'four words']) {
    expect(kept).not.toContain(part);
  }
  await page.reload();
  const passphrase = page.getByLabel('Passphrase of anna');
  await passphrase.fill('not these words');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This passphrase does not open it.')).toBeVisible();
  await passphrase.fill('four words in a row');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/projects?q=acme');
  await expect(account(page, 'anna')).toBeVisible();
  await signOut(page, 'anna');
  await page.waitForURL('**/connect');
  expect(JSON.stringify(await stored(page))).not.toContain('vault');
});
