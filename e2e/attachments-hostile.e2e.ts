import type { Page } from 'playwright/test';
import { enter, every, go, inspect, payloads } from './hostile/hostile';
import { ask } from './sandbox';
import { expect, test } from './world';

/*
 * F6: files as attackers attach them. Their names and their bytes are the hostile strings; every file is shown in its
 * place and in the viewer. The fixtures fail a test on any CSP violation, console error or uncaught error; here: nothing
 * runs, navigates, asks another host, or leaves an element that could.
 */

const REQUIREMENT = 431;
/** The bug with files of every kind, hostile ones among them. */
const KINDS = 700;

const markup = payloads.filter((payload) =>
  /<svg|<script|onload|xlink|href|javascript:/i.test(payload),
);

/** Some of the strings, evenly spread: sixty in the long form (`npm run test:xss`). */
const some = markup.filter(
  (_, index) => index % Math.ceil(markup.length / (every === 1 ? 60 : 20)) === 0,
);

const ways = [
  { kind: 'SVG drawing', name: (payload: string) => `${payload}.svg`, bytes: svg },
  { kind: 'web page', name: () => 'mail.html', bytes: (payload: string) => payload },
  { kind: 'mislabelled picture', name: () => 'holiday.png', bytes: (payload: string) => payload },
];

function svg(payload: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${payload}</svg>`;
}

async function attached(world: string, files: { name: string; bytes: string }[]): Promise<void> {
  const ids: number[] = [];
  for (const { name, bytes } of files) {
    const content = Buffer.from(bytes).toString('base64');
    const body = { name, mimetype: 'image/svg+xml', content };
    const { body: made } = await ask(world, 'anna', 'POST artifact_temporary_files', { body });
    ids.push((made as { id: number }).id);
  }
  const { body } = await ask(world, 'anna', `GET artifacts/${REQUIREMENT}`);
  const { values } = body as { values: { type: string; field_id: number }[] };
  const field = values.find(({ type }) => type === 'file')?.field_id;
  const change = { values: [{ field_id: field, value: ids }] };
  const put = await ask(world, 'anna', `PUT artifacts/${REQUIREMENT}`, { body: change });
  expect(put.status).toBe(200);
}

/** Every file of the page, in the viewer, one after the other. */
async function viewAll(page: Page): Promise<number> {
  const openers = page.getByRole('button', { name: /^Open / });
  await openers.first().click();
  const dialog = page.getByRole('dialog');
  const status = dialog.getByRole('status');
  const count = Number((await status.textContent())?.match(/(\d+)$/)?.[1]);
  for (let at = 1; at <= count; at += 1) {
    await expect(status).toContainText(`${at} of ${count}`);
    await expect(dialog.locator('.viewer-stage > :not(.preview-waiting)')).toBeVisible();
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return count;
}

test('F6: hostile files of the sample world show, and nothing in them runs', async ({
  page,
  signIn,
}) => {
  const attacks = await enter(page, signIn);
  await go(page, `/artifacts/${KINDS}`);
  for (const name of ['logo.svg', 'holiday.png', 'flow.svg']) {
    await page.getByRole('button', { name: `Show ${name} here` }).click();
  }
  await expect(page.getByRole('img', { name: 'logo.svg' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Text of holiday.png' })).toContainText('<script>');
  expect(await viewAll(page)).toBe(14);
  expect((await inspect(page)).found).toEqual([]);
  expect(attacks).toEqual([]);
  expect(await page.title()).not.toBe('ran');
});

for (const { kind, name, bytes } of ways) {
  test(`F6: the hostile strings as a ${kind} do nothing`, async ({ page, world, signIn }) => {
    test.skip(some.length === 0, 'no folder of hostile strings here');
    test.setTimeout(180_000);
    await attached(
      world,
      some.map((payload) => ({ name: name(payload).slice(0, 200) || 'x', bytes: bytes(payload) })),
    );
    const attacks = await enter(page, signIn);
    await go(page, `/artifacts/${REQUIREMENT}`);
    await expect(page.getByRole('button', { name: /^Open / })).toHaveCount(some.length);
    expect(await viewAll(page)).toBe(some.length);
    expect((await inspect(page)).found).toEqual([]);
    expect(attacks).toEqual([]);
  });
}
