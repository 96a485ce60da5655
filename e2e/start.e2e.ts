import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { replayPort } from './servers';
import { expect, test } from './world';

const root = fileURLToPath(new URL('..', import.meta.url));
const devPort = replayPort + 1;

test('Two commands: npm start serves the app under the same policy, with a nonce for Vite alone', async ({
  page,
}) => {
  test.slow();
  const server = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', '--port', String(devPort)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await new Promise<void>((resolve, reject) => {
      server.on('exit', () => reject(new Error('npm start ended')));
      server.stdout.on('data', (text: Buffer) => {
        if (text.includes('Local')) resolve();
      });
    });
    // A first start prepares the dependencies and may load the page twice.
    const first = await page.goto(`http://localhost:${devPort}/connect`, { timeout: 60_000 });
    const policy = first?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(
      /script-src 'self' 'nonce-[\w+/=]+'; style-src 'self' 'nonce-[\w+/=]+';/,
    );
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types app-sanitize;");
    await expect(page.getByRole('button', { name: 'Sign in as anna' })).toBeVisible({
      timeout: 60_000,
    });
    const again = await page.request.get(`http://localhost:${devPort}/connect`);
    expect(again.headers()['content-security-policy']).toContain("'nonce-");
    expect(again.headers()['content-security-policy']).not.toBe(policy);
  } finally {
    await page.close();
    server.kill();
  }
});

test('Two commands: npm run preview sends the policy and the other headers of a deployment', async ({
  page,
}) => {
  const answer = await page.goto('/artifacts/12');
  expect(answer?.headers()).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  });
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self'; style-src 'self'; style-src-attr 'none';");
  await expect(page.getByRole('button', { name: 'Sign in as anna' })).toBeVisible();
});

test('Two commands: each world is a server of its own', async ({ page, secondPage, world }) => {
  await page.goto('/connect');
  await secondPage.goto('/connect');
  expect(new URL(page.url()).origin).toBe(world);
  expect(new URL(secondPage.url()).origin).toBe(world);
});
