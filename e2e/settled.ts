import type { Page } from 'playwright/test';

/** Waits until nothing of the page comes or moves any more: a third of a second of frames that are all alike. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const look = () =>
      [
        document.querySelectorAll('*').length,
        document.documentElement.scrollHeight,
        scrollY,
      ].join();
    let before = '';
    for (let alike = 0; alike < 20; ) {
      await new Promise(requestAnimationFrame);
      const now = look();
      alike = now === before ? alike + 1 : 0;
      before = now;
    }
  });
}
