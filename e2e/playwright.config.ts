import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'playwright/test';
import { ensureChromium } from '../tests/scripts/chromium.js';
import { port, replayPort, walkFolder } from './servers';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The built app (`npm run build` first), listening on its own port. */
function preview(at: number, env: Record<string, string>) {
  const command = `node --no-warnings node_modules/vite/bin/vite.js preview --port ${at}`;
  return { command, url: `http://localhost:${at}/connect`, cwd: root, env };
}

export default defineConfig({
  testDir: '.',
  // Benchmarks print figures and are asked for by name (`npm run bench:form`).
  testMatch: process.env.BENCH ? '*.bench.ts' : '*.e2e.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  // A worker waits for its page a quarter of its time: three keep two cores busy.
  workers: 3,
  forbidOnly: true,
  // A shared machine may stand still for seconds; what fails twice has failed, and what needed a second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  // Limits for what never comes, not for what is slow: on a machine with ten other things to do the longest test took 60 s.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    locale: 'en-US',
    // Neither UTC nor the server's: a day that shifts with the zone is seen.
    timezoneId: 'America/New_York',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: ensureChromium(),
      // Chromium's own process sandbox does not start as root (containers).
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  // Over the sandbox; and over the recorded world, when that is here.
  webServer: [
    preview(port, {}),
    ...(existsSync(walkFolder) ? [preview(replayPort, { PARTERRE_REPLAY: walkFolder })] : []),
  ],
});
