import type { Page } from 'playwright/test';

/** Saves an artifact, or creates a new one, by keyboard alone. */
export async function saveByKey(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
}
