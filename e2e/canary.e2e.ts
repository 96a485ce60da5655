import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { go } from './hostile/hostile';
import { ask } from './sandbox';
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

/** Everything that this page keeps where another page, person or extension could read it. */
async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
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
      { ...sessionStorage },
      history.state,
      document.cookie,
      document.documentElement.outerHTML,
      await Promise.all(rows),
    ]);
  });
}

test('C7: a key that was typed is in no address, storage, database, history, console, error report nor request elsewhere', async ({
  page,
  world,
}) => {
  const { accessKey } = sandboxPeople.anna;
  const secret = accessKey.split('.')[1] ?? '';
  expect(secret.length).toBeGreaterThan(5);
  const seen: string[] = [];
  page.on('console', (message) => seen.push(message.text()));
  page.on('pageerror', (error) => seen.push(String(error.stack)));
  page.on('request', (request) => {
    seen.push(request.url());
    const isOwn = request.url().startsWith(world);
    if (!isOwn) seen.push(JSON.stringify(request.headers()), request.postData() ?? '');
  });
  await page.goto('/connect');
  await page.getByRole('button', { name: 'Access key', exact: true }).click();
  await page.getByLabel('Access key').fill(accessKey);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Projects/ })).toBeVisible();
  for (const place of places) {
    await go(page, place);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    for (const details of await page.getByText('Details', { exact: true }).all()) {
      await details.click();
    }
    seen.push(await kept(page));
  }
  // What the inspector shows, and what it gives away as a file.
  await page.keyboard.press('Alt+r');
  const drawer = page.getByRole('dialog', { name: 'Requests' });
  await drawer.getByRole('option').first().click();
  await drawer.getByRole('tab', { name: 'Take it' }).click();
  const saving = page.waitForEvent('download');
  await drawer.getByRole('button', { name: /Export/ }).click();
  const exported = await readFile(await (await saving).path(), 'utf8');
  expect(exported).toContain('/api/artifacts/431');
  seen.push(exported, await kept(page));
  expect(seen.length).toBeGreaterThan(places.length * 2);
  expect(seen.filter((text) => text.includes(secret))).toEqual([]);
  // The key did work: what was looked for is what is sent.
  expect((await ask(world, 'anna', 'GET users/self')).status).toBe(200);
});
