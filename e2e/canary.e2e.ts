import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { go } from './hostile/hostile';
import { expect, test } from './world';

/** What the walk passes: the main pages, one that fails, one that does not exist. */
const places = [
  '/projects',
  '/projects/122',
  '/trackers/81',
  '/artifacts/431',
  '/artifacts/9500',
  '/svn/1',
  '/no/such/page',
];

/**
 * Everything that this page keeps where another page, person or extension could read it; `inTab`: but for the one place where
 * the person wanted it.
 */
async function kept(page: Page, inTab = false): Promise<string> {
  return page.evaluate(async (mayBeInTab) => {
    const databases = await indexedDB.databases();
    const rows = databases.map(
      ({ name = '' }) =>
        new Promise<unknown>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all: unknown[] = [];
            const stores = [...opening.result.objectStoreNames];
            if (stores.length === 0) return resolve(all);
            const reading = opening.result.transaction(stores);
            for (const store of stores) {
              const asked = reading.objectStore(store).getAll();
              asked.onsuccess = () => all.push(store, asked.result);
            }
            reading.oncomplete = () => {
              opening.result.close();
              resolve(all);
            };
          };
        }),
    );
    return JSON.stringify([
      location.href,
      { ...localStorage },
      Object.entries(sessionStorage).filter(
        ([name]) => !(mayBeInTab && name === 'parterre.session'),
      ),
      history.state,
      document.cookie,
      document.documentElement.outerHTML,
      await Promise.all(rows),
    ]);
  }, inTab);
}

/** What this page says to other tabs and puts on the clipboard (which nobody may read here), from before its first script on. */
async function overhear(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const said: unknown[] = [];
    const { postMessage } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message: unknown) {
      said.push(message);
      postMessage.call(this, message);
    };
    const { writeText } = Clipboard.prototype;
    Clipboard.prototype.writeText = function (text) {
      said.push(text);
      return writeText.call(this, text);
    };
    Object.assign(globalThis, { said });
  });
  return () => page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'said')));
}

async function saved(page: Page, click: Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click]);
  return readFile(await download.path(), 'utf8');
}

/** All that a person can take away: the log of requests, one of them as curl, the report of the doctor, the data of this browser. */
async function takenAway(page: Page): Promise<string[]> {
  const taken: string[] = [];
  await page.keyboard.press('Alt+r');
  const drawer = page.getByRole('dialog', { name: 'Requests' });
  taken.push(await saved(page, drawer.getByRole('button', { name: /Export/ }).click()));
  expect(taken[0]).toContain('/api/artifacts/431');
  await drawer.getByRole('option').first().click();
  await drawer.getByRole('tab', { name: 'Take it' }).click();
  await drawer.getByRole('button', { name: 'Copy' }).click();
  await expect(drawer.getByRole('button', { name: 'Copied' })).toBeVisible();
  await page.keyboard.press('Escape');
  await go(page, '/doctor');
  await expect(page.getByRole('list', { name: 'Result' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Show the requests' }).check();
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await go(page, '/account/data');
  taken.push(await saved(page, page.getByRole('button', { name: 'Export' }).click()));
  return taken;
}

const PASSPHRASE = 'four words in a row';

/** Where a sign-in may be kept (features C7), and what the walk passes: it is long once. */
const ways = [
  { keep: 'memory', places },
  { keep: 'tab', places: ['/artifacts/431', '/artifacts/9500'] },
  { keep: 'device', places: ['/artifacts/431', '/artifacts/9500'] },
] as const;

for (const { keep, places: walk } of ways) {
  test(`C7: a key kept in ${keep} is in no address, storage, database, history, console, report, export, message nor request elsewhere`, async ({
    page,
    context,
    world,
  }) => {
    await context.grantPermissions(['clipboard-write']);
    const { accessKey } = sandboxPeople.anna;
    const secret = accessKey.split('.')[1] ?? '';
    expect(secret.length).toBeGreaterThan(5);
    const said = await overhear(page);
    const seen: string[] = [];
    const sentWith: string[] = [];
    page.on('console', (message) => seen.push(message.text()));
    page.on('pageerror', (error) => seen.push(String(error.stack)));
    page.on('request', (request) => {
      const headers = JSON.stringify(request.headers());
      const isOwn = request.url().startsWith(`${world}/`);
      seen.push(request.url(), request.postData() ?? '', isOwn ? '' : headers);
      if (isOwn && headers.includes(secret)) sentWith.push(new URL(request.url()).pathname);
    });
    await page.goto(`/connect?return=${encodeURIComponent(walk[0])}`);
    await page.getByRole('button', { name: 'Access key', exact: true }).click();
    await page.getByLabel('Keep the sign-in').selectOption(keep);
    if (keep === 'device') await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.getByLabel('Access key').fill(accessKey);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.pathname === walk[0]);
    if (keep === 'device') {
      await page.reload();
      await page.getByLabel('Passphrase of anna').fill(PASSPHRASE);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === walk[0]);
    } else if (keep === 'tab') await page.reload();
    seen.push(await kept(page, keep === 'tab'));
    for (const place of walk) {
      await go(page, place);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      for (const details of await page.getByText('Details', { exact: true }).all()) {
        await details.click();
      }
      seen.push(await kept(page, keep === 'tab'));
    }
    seen.push(...(await takenAway(page)), await kept(page, keep === 'tab'));
    const heard = await said();
    expect(heard).toContain('curl --request');
    expect(heard).toContain('Parterre doctor');
    seen.push(heard);
    expect(seen.length).toBeGreaterThan(walk.length * 2);
    const parts = [secret, btoa(secret).slice(0, 12), encodeURIComponent(PASSPHRASE), PASSPHRASE];
    expect(seen.filter((text) => parts.some((part) => text.includes(part)))).toEqual([]);
    // The search does find it: where the person wanted it, and only there.
    expect((await kept(page)).includes(secret)).toBe(keep === 'tab');
    // The key did work, and went to the API alone: what was looked for is what is sent.
    expect(sentWith.length).toBeGreaterThan(3);
    expect(sentWith.filter((path) => !/^\/(api|plugins\/tracker|uploads)\//.test(path))).toEqual(
      [],
    );
  });
}
