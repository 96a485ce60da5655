import type { Locator, Page } from 'playwright/test';
import { enter, every, expectNothing, go, limit, payloads, some, starts } from './hostile/hostile';
import { ask, fieldsOf } from './sandbox';
import { expect, test } from './world';

/*
 * Z8, the other way in: what a person types or pastes, and what another one stored, in a world that is friendly otherwise.
 * It becomes markup in previews, and stands as text in differences, lists of drafts and the journal.
 */

const box = (of: Page | Locator, name: string) =>
  of.getByRole('textbox', { name, exact: true, includeHidden: true });

/** Types into a box that may stand behind its preview. */
async function typeUnseen(into: Locator, text: string): Promise<void> {
  await into.evaluate((element, typed) => {
    const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    setter?.call(element, typed);
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}

/** The string at `place`, round and round. */
const text = (place: number) => payloads[place % payloads.length] ?? '';

test.describe('hostile texts that are typed', () => {
  test('Z8: in the previews of a field and of a comment, as Markdown and as HTML', async ({
    page,
    signIn,
  }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    await go(page, '/artifacts/431');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('combobox', { name: 'Format of Description' }).selectOption('commonmark');
    await page.getByRole('combobox', { name: 'Format of Audit note' }).selectOption('html');
    const boxes = ['Description', 'Audit note', 'Comment'].map((name) => box(page, name));
    for (const each of boxes) await each.fill('first');
    const previews = page.getByRole('button', { name: 'Preview', exact: true });
    for (const preview of await previews.all()) await preview.click();
    await expect(page.locator('.text-preview .safe-html')).toHaveCount(3);
    // In the short form each string comes into one of the three, in the whole into all.
    const step = every === 1 ? 0 : every;
    for (const start of some.filter((_, at) => step === 0 || at % boxes.length === 0)) {
      for (const [at, each] of boxes.entries()) await typeUnseen(each, text(start + at * step));
      await expect(page.getByText('Preparing the preview…')).toHaveCount(0);
      await expectNothing(page, attacks, start);
    }
  });

  test('Z8: in drafts, a conflict, the history and the journal', async ({
    page,
    world,
    signIn,
  }) => {
    test.setTimeout(limit);
    const attacks = await enter(page, signIn);
    const fields = await fieldsOf(world, 81);
    const store = (content: string, format: string) =>
      ask(world, 'ben', 'PUT artifacts/431', {
        body: {
          values: [{ field_id: fields.id('description'), value: { content, format } }],
          comment: { body: content, format },
        },
      });
    // A round shows a handful of strings in all places; the result of the conflict, which is markup, shows more.
    const rounds = starts.filter((start) => start % (every === 1 ? 54 : 1_000_000) === 0);
    const typed = some.filter((_, at) => every === 1 || at % 6 === 0);
    for (const start of rounds) {
      const check = () => expectNothing(page, attacks, start);
      await store(text(start), 'commonmark');
      await signIn(page, 'anna', '/artifacts/431');
      await page.getByRole('button', { name: 'Edit' }).click();
      await box(page, 'Description').fill(text(start + 1));
      await box(page, 'Comment').fill(text(start + 2));
      await expect(page.getByText(/Draft kept/)).toBeVisible();
      await go(page, '/drafts');
      await page.getByText('What you typed').click();
      await check();
      await go(page, '/artifacts/431');
      await store(text(start + 3), 'commonmark');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const prompt = page.getByRole('dialog', { name: /Conflict/ });
      await expect(prompt).toBeVisible();
      await check();
      await page.keyboard.press('2');
      const result = box(prompt, 'Description');
      for (const other of start === 0 ? typed : []) {
        await typeUnseen(result, text(other));
        await expectNothing(page, attacks, other);
      }
      await result.fill(text(start + 4));
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(/^Saved as changeset/)).toBeVisible();
      await check();
      await go(page, '/journal');
      await page
        .getByText(/^Request/)
        .first()
        .click();
      await check();
      await go(page, '/artifacts/compare?a=431.9781&b=431&show=all');
      await expect(page.locator('table.compare')).toBeVisible();
      await check();
    }
  });
});
