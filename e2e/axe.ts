import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, type Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the page, once its source has run there. */
declare global {
  var axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

/** What axe finds in the page as it is now by the rules of these tags (all, without any), each with the elements. */
async function violations(page: Page, tags: string[] = []): Promise<string[]> {
  // By the debugging protocol: the page's own policy refuses eval and foreign scripts, and must stay on.
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: source });
    await session.detach();
  }
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(tags.length > 0 ? { runOnly: tags } : {}),
    // AAA, which the whole run leaves out by itself and a tag would bring in: we promise AA.
    rules: { 'color-contrast-enhanced': { enabled: false } },
  };
  const results = await page.evaluate((chosen) => axe.run(document, chosen), options);
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html.slice(0, 160)}`).join('\n')}`,
  );
}

/** Colours that are on their way from one state to another are no finding. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ),
  );
}

/**
 * Fails with every finding of axe on the page as it is now, overlays included, in light and in dark. The themes differ in
 * colours only, so that the second asks for those alone.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  for (const [colorScheme, tags] of [
    ['light', []],
    ['dark', ['cat.color']],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    expect(await violations(page, [...tags]), `axe, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
