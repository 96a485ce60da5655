import { expect, type Page } from 'playwright/test';

/** Saves an artifact, or creates a new one, by keyboard alone: the key shows what will be sent, and sends it when pressed again. */
export async function saveByKey(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: /^Review / })).toBeVisible();
  await page.keyboard.press('Control+Enter');
}
