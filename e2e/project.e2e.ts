import type { Page } from 'playwright/test';
import { FAULTY_PROJECT } from '../tests/sandbox/faults';
import { arm, ask, listen } from './sandbox';
import { expect, test } from './world';

const panel = (page: Page, name: RegExp) => page.getByRole('region', { name });

test('The panels follow what the project lists, and lead on', async ({ page, signIn }) => {
  await signIn(page, 'anna', '/projects/122');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acme');
  await expect(panel(page, /^Trackers/).getByRole('link')).toHaveCount(8);
  await expect(panel(page, /^SVN repositories/)).toContainText('repo01');
  await expect(panel(page, /^User groups/)).toContainText('Developers');
  await panel(page, /^Trackers/)
    .getByRole('link', { name: /Requirements/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/trackers/81');
  await expect(page.getByRole('heading', { level: 1, name: /Requirements/ })).toBeFocused();
});

test('What the project does not list is not asked for', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  const { body } = await ask(world, 'anna', 'GET projects?limit=50');
  const without = (body as { id: number; resources: { type: string }[] }[]).find(
    ({ resources }) => !resources.some(({ type }) => type === 'svn'),
  );
  const calls = listen(page);
  await signIn(page, 'anna', `/projects/${without?.id}`);
  await expect(panel(page, /^User groups/)).toBeVisible();
  await expect(panel(page, /^SVN/)).toHaveCount(0);
  expect(calls(`GET projects/${without?.id}/svn`)).toEqual([]);
});

test('P3: a panel that fails fails alone, says why, and comes back by trying again', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', `/projects/${FAULTY_PROJECT}`);
  const groups = panel(page, /^User groups/);
  await expect(groups.getByRole('heading', { name: 'The server failed' })).toBeVisible();
  const svn = panel(page, /^SVN/);
  await expect(svn.getByRole('heading', { name: /not available right now/ })).toBeVisible();
  await expect(panel(page, /^Trackers/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Fault workshop/);
  await arm(world, `GET projects/${FAULTY_PROJECT}/user_groups`, { delay: 1 }, 9);
  await groups.getByRole('button', { name: 'Try again' }).focus();
  await page.keyboard.press('Enter');
  await expect(groups).toContainText('Project members');
  await expect(svn.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('One slow panel does not hold the others up', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  await arm(world, 'GET projects/122/svn', 'hang', 9);
  await signIn(page, 'anna', '/projects/122');
  await expect(panel(page, /^Trackers/).getByRole('link')).toHaveCount(8);
  await expect(panel(page, /^User groups/)).toContainText('Developers');
  await expect(panel(page, /^SVN/)).not.toContainText('repo01');
});
