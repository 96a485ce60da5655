import type { Page } from 'playwright/test';
import {
  artifactIds,
  enter,
  every,
  expectNothing,
  folder,
  go,
  isFolderNamed,
  limit,
  payloads,
  poison,
  read,
  rotate,
  settings,
  some,
} from './hostile/hostile';
import { control } from './sandbox';
import { expect, test } from './world';

/*
 * Z8: every hostile string through every place that shows text of the API. In a hostile world every human text of every
 * answer is one of the strings (tests/sandbox/hostile.ts); a page is visited until each of its places has shown each string.
 * The fixtures fail a test on any CSP violation, console error or uncaught error; here: nothing runs, navigates, asks
 * another host, opens a page, or leaves an element that could.
 */

/** Scrolls a grid through, a view at a time. Gives how many rows it has. */
async function readThrough(page: Page): Promise<number> {
  return page.getByRole('grid').evaluate(async (grid) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let top = 0; top <= grid.scrollHeight; top += grid.clientHeight * 0.9) {
      grid.scrollTop = top;
      await frame();
      await frame();
    }
    return Number(grid.getAttribute('aria-rowcount')) - 1;
  });
}

/** Comes by keyboard to the first element like this, until its card stands there: texts that come late move the elements. */
async function arrive(page: Page, selector: string, card: string): Promise<void> {
  await expect(async () => {
    await page.locator(selector).first().focus({ timeout: 1_000 });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator(card)).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}

test.describe('hostile texts', () => {
  test('Z8: the strings are there, or this says that they are not', () => {
    const { strings, files, broken } = read;
    const said =
      strings.length > 0
        ? `${strings.length} hostile strings of ${files} files in ${folder}`
        : `no hostile strings in ${folder} (XSS_CASES names another folder)`;
    process.stdout.write(`${said}\n`);
    test.info().annotations.push({ type: 'strings', description: said });
    expect(broken).toEqual([]);
    // Where nobody named a folder, none may be here: then nothing is tried.
    expect(strings.length > 0 || !isFolderNamed, said).toBe(true);
  });

  test('Z8: the list of projects, and each project with its panels', async ({
    page,
    signIn,
    world,
  }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    const rows = await readThrough(page);
    await poison(world);
    for (let start = 0; start < payloads.length; start += rows * settings) {
      await rotate(world, start);
      await signIn(page, 'anna');
      expect(await readThrough(page)).toBe(rows);
      await expectNothing(page, attacks, start);
    }
    for (const [index, start] of some.entries()) {
      await rotate(world, start);
      // A new session now and then empties the cache, so that the same projects are asked for again.
      if (index % 40 === 0) await signIn(page, 'anna', '/projects/122');
      else await go(page, `/projects/${122 + (index % 40)}`);
      await expectNothing(page, attacks, start);
    }
  });

  test('Z8: the table of a tracker, its columns, criteria and values', async ({
    page,
    signIn,
    world,
  }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    await poison(world);
    // A column shows nearly all of the strings, each column beginning at another one.
    for (let start = 0; start < payloads.length; start += every === 1 ? 1_000 : payloads.length) {
      await rotate(world, start);
      await signIn(page, 'anna', '/trackers/81');
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '1241');
      await readThrough(page);
      await expectNothing(page, attacks, start);
    }
    // The others in turn; a new session empties the cache for the next turn.
    const others = [82, 83, 84, 85, 86, 87, 88];
    for (const [index, start] of some.filter((_, at) => at % 8 === 0).entries()) {
      await rotate(world, start);
      const path = `/trackers/${others[index % others.length]}`;
      const answered = page.waitForResponse((response) =>
        response.url().includes(`/api${path}/artifacts`),
      );
      if (index % others.length === 0) await signIn(page, 'anna', path);
      else await go(page, path);
      await answered;
      await expect(page.getByText(/^All [\d,]+ loaded/)).toBeVisible();
      await expectNothing(page, attacks, start);
    }
  });

  test('Z8: repositories, their settings and a new project', async ({ page, signIn, world }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    await poison(world);
    // One page of settings shows some thirty texts.
    for (let start = 0; start < payloads.length; start += 24 * settings) {
      await rotate(world, start);
      await signIn(page, 'anna', '/svn/1');
      await expect(page.getByRole('textbox', { name: 'Access file' })).toBeVisible();
      await expectNothing(page, attacks, start);
      await go(page, '/projects/122/svn');
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');
      await expectNothing(page, attacks, start);
      await go(page, '/projects/new');
      await expect(page.getByRole('button', { name: 'Create project' })).toBeVisible();
      await expectNothing(page, attacks, start);
    }
  });

  test('Z8: a new artifact, links found by their titles, cards, and the questions of the menu', async ({
    page,
    signIn,
    world,
  }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    await poison(world);
    const choose = async (item: string) => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    for (const start of some.filter((_, index) => index % 54 === 0)) {
      await rotate(world, start);
      await signIn(page, 'anna', '/trackers/81/new');
      await page.getByRole('button', { name: 'Add a link' }).click();
      await page.getByPlaceholder(/^#12, its address/).fill('export');
      await expect(page.getByRole('list', { name: 'Found artifacts' })).toBeVisible();
      await expectNothing(page, attacks, start);
      await page.getByRole('button', { name: 'Paste a list' }).click();
      await page.getByRole('textbox', { name: /^Artifacts, as many/ }).fill('#12 #13 #14 #15 #16');
      await expect(page.getByRole('list', { name: 'What the list becomes' })).toBeVisible();
      await expectNothing(page, attacks, start);
      await go(page, '/artifacts/compare?a=431.9741&b=433&show=all');
      await expect(page.locator('table.compare')).toBeVisible();
      await expectNothing(page, attacks, start);
      // The card of an artifact, and of a person, by keyboard.
      await go(page, '/artifacts/431');
      await arrive(
        page,
        '.artifact-main a[href^="/artifacts/"]',
        '.reference-card .reference-title',
      );
      await expectNothing(page, attacks, start);
      await arrive(page, '.person-link', '.reference-card');
      await expect(page.locator('.reference-card')).not.toContainText(/^Reading/);
      await expectNothing(page, attacks, start);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Filter the history' }).click();
      await expectNothing(page, attacks, start);
      await choose('Delete…');
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectNothing(page, attacks, start);
      await page.keyboard.press('Escape');
      await choose('Copy the artifact…');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNothing(page, attacks, start);
      await page.keyboard.press('Escape');
      await choose('Move to another tracker…');
      await page.getByRole('combobox', { name: 'To the tracker' }).selectOption('82');
      await expect(page.getByRole('dialog').getByRole('table').first()).toBeVisible();
      await expectNothing(page, attacks, start);
      await page.keyboard.press('Escape');
    }
  });

  test('Z8: what the server says of a query, word for word', async ({ page, signIn, world }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    await poison(world);
    for (const start of some) {
      await rotate(world, start);
      const refused = page.waitForResponse(
        (response) => response.status() === 400 && response.url().includes('expert_query'),
      );
      await go(page, `/trackers/82?tql=${encodeURIComponent(`nonsense ${start}`)}`);
      await refused;
      await expectNothing(page, attacks, start);
    }
  });

  test('Z8: ordinary markup stays as it was meant', async ({ page, signIn, world }) => {
    const ordinary =
      '<h2>Heading</h2><ul><li>one</li></ul><ol><li>two</li></ol><table><tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table>' +
      '<p><a href="https://example.org/x">link</a> <code>code</code> <strong>strong</strong> <em>em</em></p><pre>pre</pre><blockquote>quote</blockquote>';
    await enter(page, signIn);
    await control(world, 'payloads', { payloads: [ordinary], start: 0 });
    const [id = 431] = await artifactIds(world, 82);
    await go(page, `/artifacts/${id}`);
    const text = page.locator('.safe-html').first();
    for (const element of [
      'h2',
      'ul > li',
      'ol > li',
      'td',
      'th',
      'code',
      'strong',
      'em',
      'pre',
      'blockquote',
    ]) {
      await expect(text.locator(element).first(), element).toBeVisible();
    }
    const link = text.getByRole('link', { name: 'link' });
    await expect(link).toHaveAttribute('href', 'https://example.org/x');
    await expect(link).toHaveAttribute('rel', /noopener/);
  });
});
