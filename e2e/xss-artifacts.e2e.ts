import type { Page } from 'playwright/test';
import {
  artifactIds,
  enter,
  every,
  expectNothing,
  go,
  limit,
  poison,
  rotate,
  some,
  starts,
} from './hostile/hostile';
import { ask } from './sandbox';
import { expect, test } from './world';

/* Z8: hostile strings where an artifact shows them as markup: its texts and its comments. See xss.e2e.ts. */

/** An artifact with few fields: what counts are its comments. */
const COMMENTED = 25;

/** So many comments a history that is opened somewhere in its middle shows at least. */
const COMMENTS = 24;

/**
 * Comments enough for `places` places to open the history at, with as many around each as are shown, in the formats that a
 * comment comes in; gives those changesets.
 */
async function commented(world: string, places: number): Promise<number[]> {
  const formats = ['html', 'commonmark', 'text'];
  for (let at = 0; at < places + 2 * COMMENTS; at += 1) {
    const comment = { body: `Remark ${at}`, format: formats[at % formats.length] };
    await ask(world, 'ben', `PUT artifacts/${COMMENTED}`, { body: { values: [], comment } });
  }
  const ids: number[] = [];
  while (ids.length < places) {
    const line = `GET artifacts/${COMMENTED}/changesets?fields=comments&limit=50&offset=${COMMENTS + ids.length}`;
    const page = (await ask(world, 'anna', line)).body as { id: number }[];
    expect(page.length).toBeGreaterThan(0);
    ids.push(...page.map(({ id }) => id));
  }
  return ids;
}

/** Opens the history at a changeset that it was not opened at before: nothing of it comes from a cache. */
async function openAt(page: Page, changeset = 0): Promise<void> {
  await go(page, `/artifacts/${COMMENTED}?show=comments&changeset=${changeset}`);
  const target = page.locator('.history-target .history-id');
  await expect(target).toHaveText(String(changeset));
}

test.describe('hostile texts of artifacts', () => {
  test('Z8: the comments of a history, two dozen strings at a time', async ({
    page,
    signIn,
    world,
  }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    // In the short form a sixth of the strings, in the whole each of them.
    const rounds = starts.filter((start) => start % (COMMENTS * (every === 1 ? 1 : 6)) === 0);
    const changesets = await commented(world, rounds.length);
    await poison(world);
    for (const [index, start] of rounds.entries()) {
      await rotate(world, start);
      await openAt(page, changesets[index]);
      expect(await page.locator('.history-comment').count()).toBeGreaterThanOrEqual(COMMENTS);
      await expectNothing(page, attacks, start);
    }
  });

  test('Z8: artifacts, their texts and their history', async ({ page, signIn, world }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    const ids = await artifactIds(world, 81);
    await poison(world);
    const visits = some.filter((_, at) => every === 1 || at % 2 === 0);
    let texts = 0;
    for (const [index, start] of visits.entries()) {
      await rotate(world, start);
      const id = ids[index % ids.length];
      const answered = page.waitForResponse((response) =>
        response.url().includes(`/api/artifacts/${id}/changesets`),
      );
      await go(page, `/artifacts/${id}`);
      await answered;
      texts += await expectNothing(page, attacks, start);
    }
    expect(texts).toBeGreaterThanOrEqual(visits.length);
  });
});
