import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { readHostileStrings } from '../../tests/hostile/strings';
import { ask, control } from '../sandbox';
import { expect } from '../world';

/** The folder of hostile strings, or one file of them; may not exist on this machine unless it is named. */
export const folder =
  process.env.XSS_CASES || fileURLToPath(new URL('../../../shared/xss-cases', import.meta.url));

/** Somebody named the folder: that nothing can be read in it is a mistake then. */
export const isFolderNamed = Boolean(process.env.XSS_CASES);

export const read = readHostileStrings(folder);

/** Every string of the folder; none when there is no folder. */
export const payloads = read.strings;

/** Makes the test's world hostile; `rotate` then moves on. */
export const poison = (world: string): Promise<void> =>
  control(world, 'payloads', { payloads, start: 0 });

/** Shows string `start + i` where item `i` of a list showed string `i`. */
export const rotate = (world: string, start: number): Promise<void> =>
  control(world, 'payloads', { start });

/** Makes what an attack would do visible: dialogs, other hosts, another page. */
async function watchAttacks(page: Page, attacks: string[]): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
      Object.defineProperty(window, name, { value: () => console.error(`attack: ${name} ran`) });
    }
  });
  const host = new URL(page.url()).host;
  page.on('dialog', (dialog) => {
    attacks.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on('page', (other) => attacks.push(`a new page: ${other.url()}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.host !== host) attacks.push(`asked ${url.href}`);
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      if (url.host !== host) attacks.push(`went to ${url.href}`);
    }
  });
}

/** Moves inside the running app, so that memory (and the session) stays; `idx` is how the router counts its places. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const idx = (Number(history.state?.idx) || 0) + 1;
    history.pushState({ usr: null, key: `go${idx}`, idx }, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, path);
}

/** Clicks and hovers whatever stands in texts, then lists what should not be there. Gives how many texts were seen. */
export async function inspect(page: Page): Promise<{ found: string[]; texts: number }> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const boxes = document.querySelectorAll('.safe-html');
    for (const box of boxes) {
      for (const element of box.querySelectorAll('*')) {
        if (element.closest('a')) continue;
        for (const kind of ['mouseover', 'click', 'focus', 'toggle']) {
          element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
        }
      }
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const refused =
      'script,iframe,object,embed,form,input,button,select,textarea,style,link,meta,base,svg,math,template,dialog,video,audio';
    for (const element of document.querySelectorAll('.safe-html *')) {
      if (element.matches(refused)) found.push(`element ${element.outerHTML.slice(0, 120)}`);
      for (const name of ['style', 'id', 'name', 'srcset', 'contenteditable', 'target']) {
        const isOurs = name === 'target' && element.matches('a[rel~=noopener]');
        if (element.hasAttribute(name) && !isOurs) {
          found.push(`attribute ${name} in ${element.outerHTML.slice(0, 120)}`);
        }
      }
    }
    for (const element of document.querySelectorAll('body *')) {
      for (const { name } of element.attributes) {
        if (/^on/i.test(name)) found.push(`handler ${name}`);
      }
      const href = element.getAttribute('href') ?? element.getAttribute('src');
      if (href && /^[\s\0]*(javascript|vbscript|data:text|file):?/i.test(href)) {
        found.push(`address ${href.slice(0, 80)}`);
      }
    }
    for (const image of document.images) {
      if (/^https?:/.test(image.src) && new URL(image.src).host !== location.host) {
        found.push(`image ${image.src}`);
      }
    }
    return { found, texts: boxes.length };
  });
}

/** Opens the app as anna, still friendly; gives the list in which attacks will stand. */
export async function enter(
  page: Page,
  signIn: (page: Page, person: 'anna', at?: string) => Promise<void>,
): Promise<string[]> {
  const attacks: string[] = [];
  await page.goto('/connect');
  await watchAttacks(page, attacks);
  await page.reload();
  await signIn(page, 'anna');
  await expect(page.getByRole('grid')).toBeVisible();
  return attacks;
}

/** The ids of a tracker's artifacts: a test that reads each once gets no answer from a cache. */
export async function artifactIds(world: string, tracker: number): Promise<number[]> {
  const { body } = await ask(world, 'anna', `GET trackers/${tracker}/artifacts?limit=1000`);
  expect(Array.isArray(body)).toBe(true);
  return Array.isArray(body) ? body.map((row: { id: number }) => row.id) : [];
}

/** Where each string stands in the list. */
export const starts = payloads.map((_, start) => start);

/**
 * Where a text becomes a text node of React, whatever it says, every 24th visit will do, and of settings, which show some
 * thirty texts each, every twelfth of so many. `XSS_EVERY=1` (npm run test:xss) makes every visit.
 */
export const every = Number(process.env.XSS_EVERY ?? 24);
export const some = starts.filter((start) => start % every === 0);
/** Milliseconds for one test: every visit takes a while, an hour for all of some 1,300 strings. */
export const limit =
  300_000 + Math.ceil((3_600_000 / every) * Math.max(1, payloads.length / 1_300));
export const settings = Math.max(1, Math.floor(every / 2));

/** Nothing ran, left, or stands on the page that could. Gives how many texts of markup it shows. */
export async function expectNothing(page: Page, attacks: string[], start: number): Promise<number> {
  const seen = await inspect(page);
  expect(seen.found, `from string ${start}: ${payloads[start]}`).toEqual([]);
  expect(attacks, `from string ${start}: ${payloads[start]}`).toEqual([]);
  return seen.texts;
}
