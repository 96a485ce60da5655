import type { Page } from 'playwright/test';
import { expect } from './world';

/** The requirement that two people edit, and what they find on its page. */
export const ID = 431;

export const box = (page: Page, name: string) => page.getByRole('textbox', { name });
export const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
export const prompt = (page: Page) => page.getByRole('dialog', { name: /Conflict/ });
export const saved = (page: Page) => page.getByText(/^Saved as changeset \d+/);
export const group = (page: Page, name: string) => prompt(page).getByRole('region', { name });

/** Opens its form. */
export async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(box(page, 'Title')).toBeVisible();
}

/** The other person changes something by the app, in a browser of their own, and it is stored. */
export async function changeAs(page: Page, changes: Record<string, string>): Promise<void> {
  await edit(page);
  for (const [name, text] of Object.entries(changes)) await box(page, name).fill(text);
  await save(page).click();
  await expect(saved(page)).toBeVisible();
}
