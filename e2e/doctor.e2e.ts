import type { Locator, Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { expectNoAxeViolations } from './axe';
import { control, listen } from './sandbox';
import { expect, test } from './world';

const { anna } = sandboxPeople;

function line(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { level: 3, name: title, exact: true });
  return page.getByRole('listitem').filter({ has: heading });
}

test('C3: behind a proxy that mangles, the doctor names it, says how to mend it, and copies by keyboard', async ({
  page,
  context,
  world,
  signIn,
}) => {
  await control(world, 'network', { names: ['gzip'] });
  await context.grantPermissions(['clipboard-write']);
  await signIn(page, 'anna');
  const calls = listen(page);
  await page.getByRole('link', { name: 'Doctor' }).press('Enter');
  await expect(line(page, 'ETag')).toContainText(/adds -gzip to it: \d+-gzip/);
  await expect(line(page, 'If-Match')).toContainText('was refused. Nothing was stored.');
  await expect(page.getByRole('list', { name: 'Result' })).toContainText('limited');
  await expectNoAxeViolations(page);
  const puts = calls('PUT').length;
  expect(puts).toBe(2);
  const apache = page.getByRole('button', { name: 'Apache' });
  await apache.press('Enter');
  await expect(page.getByRole('region', { name: 'Apache text' })).toContainText('SetEnv no-gzip 1');
  await page.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Copy report' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toHaveCount(2);
  await control(world, 'network', { names: [] });
  await page.getByRole('button', { name: 'Check again' }).press('Enter');
  await expect(line(page, 'ETag')).toContainText('Comes as the server sends it');
});

/** Chromium says in the console what it withheld: here that is what is tested. */
function takeCorsOut(faults: string[]): void {
  const others = faults.filter((text) => !text.includes('blocked by CORS policy'));
  faults.splice(0, faults.length, ...others);
}

test('C3, D1: a server at another address is examined without a sign-in, and the browser is believed', {
  tag: '@long',
}, async ({ page, world, faults }) => {
  await page.goto('/connect/doctor?server=sandbox-far');
  await expect(line(page, 'CORS')).toContainText('Works');
  await expect(line(page, 'Who am I')).toContainText('Nobody is signed in');
  await expectNoAxeViolations(page);
  await control(world, 'network', { names: ['nocors'] });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(line(page, 'CORS')).toContainText('Access-Control-Allow-Origin');
  await expect(page.getByRole('list', { name: 'Result' })).toContainText('fail');
  takeCorsOut(faults);
});

test('C3, D1: signed in at another address, the doctor says that conflict detection is in fallback mode', async ({
  page,
  faults,
}) => {
  await page.goto('/connect?return=%2Fdoctor');
  await page.getByRole('button', { name: /Sandbox far away/ }).click();
  await page.getByRole('button', { name: 'User name and password' }).click();
  await page.getByLabel('User name').fill(anna.username);
  await page.getByLabel('Password').fill(anna.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(line(page, 'If-Match')).toContainText('does not let pages of another address');
  await expect(line(page, 'ETag')).toContainText('cannot be read from another address');
  await expect(page.getByRole('region', { name: 'How saving works here' })).toContainText(
    'Conflict detection runs in fallback mode: changeset comparison',
  );
  await expect(page.getByRole('list', { name: 'Result' })).toBeVisible();
  takeCorsOut(faults);
});
