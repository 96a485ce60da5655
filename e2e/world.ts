import { randomUUID } from 'node:crypto';
import { type BrowserContext, test as base, expect, type Page } from 'playwright/test';
import { type PersonName, sandboxPeople } from '../tests/sandbox/people';
import { port } from './servers';

/** Chromium reports every answer over 399 and every cut connection; those of the API are what a test provoked and shows. */
function isProvoked(text: string, url: string): boolean {
  return (
    text.startsWith('Failed to load resource:') &&
    /^\/(api|blueprint-api|uploads|plugins|sandbox)\//.test(
      URL.canParse(url) ? new URL(url).pathname : '',
    )
  );
}

/** Everything that a careful person would see in the console of any page of `context`, from now on. */
async function watch(context: BrowserContext, faults: string[]): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `CSP violation: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`,
      );
    });
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!isProvoked(message.text(), message.location().url)) faults.push(message.text());
  });
  context.on('weberror', (webError) => {
    faults.push(`Uncaught: ${webError.error().message}`);
  });
}

interface Fixtures {
  /** `big` asks for the world with 20,000 artifacts. */
  worldKind: 'w' | 'big';
  /** The origin of this test's own world: nobody else writes there, so all tests run in parallel. */
  world: string;
  /** Faults seen in any page of this test; anything in it at the end fails the test. Take out what the test means to cause. */
  faults: string[];
  /** A second browser in the same world. */
  secondPage: Page;
  /** Signs in by one click on the connect page, and ends at `at`. */
  signIn: (page: Page, person: PersonName, at?: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  worldKind: ['w', { option: true }],
  world: async ({ worldKind }, use) => {
    await use(`http://${worldKind}${randomUUID().slice(0, 13)}.localhost:${port}`);
  },
  baseURL: async ({ world }, use) => use(world),
  faults: [
    // Playwright wants to see what a fixture needs, so it takes something apart even when it needs nothing.
    async ({ browserName: _ }, use) => {
      const faults: string[] = [];
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, faults }, use) => {
    await watch(context, faults);
    await use(context);
  },
  secondPage: async ({ browser, contextOptions, world, faults }, use) => {
    const context = await browser.newContext({ ...contextOptions, baseURL: world });
    await watch(context, faults);
    await use(await context.newPage());
    await context.close();
  },
  signIn: async ({ browserName: _ }, use) => {
    await use(async (page, person, at = '/projects') => {
      await page.goto(`/connect?return=${encodeURIComponent(at)}`);
      await page
        .getByRole('button', { name: `Sign in as ${sandboxPeople[person].username}` })
        .click();
      await page.waitForURL((url) => url.pathname + url.search === at);
    });
  },
});

export { expect };
