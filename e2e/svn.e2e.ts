import type { Page } from 'playwright/test';
import { sandboxPeople } from '../tests/sandbox/people';
import { expectNoAxeViolations } from './axe';
import { arm, ask, control, listen } from './sandbox';
import { saveByKey } from './save';
import { expect, test } from './world';

interface Settings {
  commit_rules: Record<string, boolean>;
  immutable_tags: { paths: string[]; whitelist: string[] };
  access_file: string;
  has_default_permissions: boolean;
  email_notifications: {
    path: string;
    emails: string[];
    users: { id: number }[];
    user_groups: { id: string }[];
  }[];
}

async function stored(world: string, id = 1): Promise<Settings> {
  const { body } = await ask(world, 'dora', `GET svn/${id}`);
  return (body as { settings: Settings }).settings;
}

/** Dora writes some settings, and the others back as they are. */
async function write(world: string, changes: Partial<Settings>, id = 1): Promise<void> {
  const now = await stored(world, id);
  const email_notifications = now.email_notifications.map((one) => ({
    ...one,
    users: one.users.map((user) => user.id),
    user_groups: one.user_groups.map((group) => group.id),
  }));
  const body = { settings: { ...now, email_notifications, ...changes } };
  expect((await ask(world, 'dora', `PUT svn/${id}`, { body })).status).toBe(200);
}

const file = (page: Page) => page.getByRole('textbox', { name: 'Access file' });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const saved = (page: Page) => page.getByText(/^Saved\. Read back: stored as sent/);

/** Types below what stands there. */
async function append(page: Page, text: string): Promise<void> {
  await file(page).press('Control+End');
  await file(page).pressSequentially(text);
}

test('N1: from the project to its repositories, a new one by keyboard, and into its settings', async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/projects/122/svn');
  const grid = page.getByRole('grid', { name: 'SVN repositories' });
  await expect(grid.getByRole('row')).toHaveCount(4);
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'New repository' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New repository' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('1pumps');
  await expect(dialog.getByText('The name must start with a letter.')).toBeVisible();
  await expectNoAxeViolations(page);
  expect(calls('POST svn')).toHaveLength(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('repo01');
  await expect(dialog.getByText(/already is a repository of this name/)).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('pumps');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'pumps' })).toBeVisible();
  const sent = calls('POST svn')[0]?.postDataJSON();
  expect(sent).toMatchObject({
    project_id: 122,
    name: 'pumps',
    settings: { layout: ['/trunk', '/branches', '/tags'], has_default_permissions: true },
  });
  expect((await ask(world, 'anna', 'GET projects/122/svn')).headers.get('x-pagination-size')).toBe(
    '4',
  );
});

test('N1: a taken name, a 403 and a lost answer are told apart, and what was typed stays', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/projects/122/svn');
  await page.getByRole('button', { name: 'New repository' }).click();
  const dialog = page.getByRole('dialog', { name: 'New repository' });
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await name.fill('valves');
  await ask(world, 'dora', 'POST svn', { body: { project_id: 122, name: 'valves' } });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText(/already used in this project/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Open valves' })).toBeVisible();
  await name.fill('valves-2');
  await arm(world, 'POST svn', { status: 403 });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('Could not create valves-2')).toBeVisible();
  await expect(name).toHaveValue('valves-2');
  await expectNoAxeViolations(page);
  // Its answer gets lost, and the browser sends it again by itself: the second one meets the first.
  await arm(world, 'POST svn', 'drop-after-write');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('There is a repository valves-2 now.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Open valves-2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'valves-2' })).toBeVisible();
});

test('N1: deleting wants the name, waits until it is gone, and the name stays taken', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/svn/2');
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete the repository manuals?' });
  await expectNoAxeViolations(page);
  await page.keyboard.type('manuals');
  // The job has not come to it yet: for one look it is still there.
  const { body } = await ask(world, 'anna', 'GET svn/2');
  await arm(world, 'GET svn/2', {
    status: 200,
    type: 'application/json',
    body: JSON.stringify(body),
  });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByText(/Waiting until it is gone/)).toBeVisible();
  await expect(page.getByText('manuals is deleted. Its name stays taken')).toBeVisible();
  await page.getByRole('button', { name: 'New repository' }).click();
  await page.keyboard.type('manuals');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/names stay taken/)).toBeVisible();
});

test('N10: two people in one world: what only they changed is kept, what both changed is asked', {
  tag: '@long',
}, async ({ page, secondPage, world, signIn }) => {
  await signIn(page, 'anna', '/svn/1');
  await signIn(secondPage, 'anna', '/svn/1');
  await append(page, '\n\n[/mine]\nanna = rw');
  await secondPage.getByRole('checkbox', { name: 'Commit messages may be changed' }).check();
  await secondPage.getByRole('textbox', { name: 'Whitelist' }).fill('/tags/wip\n/tags/nightly');
  await saveByKey(secondPage);
  await expect(saved(secondPage)).toBeVisible();
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText(/Somebody else had changed/)).toContainText('Whitelist');
  await expect(page.getByRole('textbox', { name: 'Whitelist' })).toHaveValue(
    '/tags/wip\n/tags/nightly',
  );
  await expectNoAxeViolations(page);

  await signIn(secondPage, 'anna', '/svn/1');
  await append(secondPage, '\n# by another');
  await save(secondPage).click();
  await expect(saved(secondPage)).toBeVisible();
  await append(page, '\n# by anna');
  await save(page).click();
  const conflict = page.getByRole('dialog', { name: 'Conflict on repo01' });
  await expect(conflict).toBeVisible();
  await expectNoAxeViolations(page);
  expect((await stored(world)).access_file).not.toContain('# by anna');
  await conflict.getByRole('button', { name: 'Theirs: Access file' }).click();
  const result = conflict.getByRole('textbox', { name: 'Result: Access file' });
  await result.press('Control+End');
  await result.pressSequentially('\n# by anna');
  await page.keyboard.press('Control+Enter');
  await expect(saved(page)).toBeVisible();
  const now = await stored(world);
  expect(now.access_file).toMatch(/# by another\n# by anna$/);
  expect(now.commit_rules.is_commit_message_change_allowed).toBe(true);
});

test('N10: a rule that the server comments out is shown in red at its line and taken out by one click', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/svn/1');
  await append(page, '\n\n[/secret]\n* =\n@developpers = rw');
  await save(page).click();
  await expect(page.getByText(/Saved, but not as you wrote it/)).toBeVisible();
  expect((await stored(world)).access_file).toContain('# @developpers = rw');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(file(page)).toBeFocused();
  await page.keyboard.type('@Developers = rw');
  await saveByKey(page);
  await expect(saved(page)).toBeVisible();
  expect((await stored(world)).access_file).toMatch(/\n@Developers = rw$/);
});

test('N10: default permissions are sent as they are, and turning them asks first (D5)', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/svn/3');
  await page.getByRole('checkbox', { name: 'Mandatory reference' }).check();
  await saveByKey(page);
  await expect(saved(page)).toBeVisible();
  expect(calls('PUT svn/3')[0]?.postDataJSON().settings.has_default_permissions).toBe(false);
  await page.getByRole('checkbox', { name: 'Default permissions' }).check();
  await save(page).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Subversion refuses a file with two');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  expect((await stored(world, 3)).has_default_permissions).toBe(false);
});

test('N10: 500, a proxy that gave up, and 403: nothing typed is lost', { tag: '@long' }, async ({
  page,
  world,
  signIn,
}) => {
  await signIn(page, 'anna', '/svn/3');
  await append(page, '\nanna = rw');
  await arm(world, 'PUT svn/3', { status: 500, body: '' });
  await save(page).click();
  await expect(page.getByText('Could not save these settings')).toBeVisible();
  await expectNoAxeViolations(page);
  // A proxy gave up: the save may still be on its way.
  await arm(world, 'PUT svn/3', { status: 504, body: '' });
  await save(page).click();
  await expect(page.getByText('It is not known whether your changes were saved.')).toBeVisible();
  await expect(save(page)).toHaveAttribute('aria-disabled', 'true');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(saved(page)).toBeVisible();
  await append(page, '\nben = r');
  await arm(world, 'PUT svn/3', { status: 403 });
  await save(page).click();
  await expect(page.getByRole('alert').getByText(/does not let you change/)).toBeVisible();
  await expect(file(page)).toHaveValue(/ben = r$/);
  await expectNoAxeViolations(page);
  expect((await stored(world, 3)).access_file).toMatch(/anna = rw$/);
});

test('N10: deleted while it is edited: the text stays, and can be copied', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await signIn(page, 'anna', '/svn/3');
  await append(page, '\nanna = rw');
  await ask(world, 'dora', 'DELETE svn/3');
  await save(page).click();
  await expect(page.getByText(/was deleted meanwhile/)).toBeVisible();
  await expect(file(page)).toHaveValue(/anna = rw$/);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the access file' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('C4: signed out in mid-edit of settings: the text stays, and the save goes out once after signing in', async ({
  page,
  world,
  signIn,
}) => {
  const calls = listen(page);
  await signIn(page, 'anna', '/svn/3');
  await append(page, '\nanna = rw');
  await control(world, 'expire', { user: 'anna' });
  await save(page).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByRole('button', { name: 'User name and password' }).click();
  await dialog.getByLabel('Password').fill(sandboxPeople.anna.password);
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send now' }).click();
  await expect(saved(page)).toBeVisible();
  expect(calls('PUT svn/3')).toHaveLength(1);
  expect((await stored(world, 3)).access_file).toMatch(/anna = rw$/);
});

test('N2: somebody who administers nothing reads what there is and why', { tag: '@long' }, async ({
  page,
  signIn,
}) => {
  await signIn(page, 'ben', '/svn/1');
  await expect(page.getByText('The settings are shown to SVN administrators only')).toBeVisible();
  await expectNoAxeViolations(page);
});

test('N10: on a phone nothing scrolls sideways, notifications included, and what was typed is there on the way back', {
  tag: '@long',
}, async ({ page, world, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'anna', '/svn/1');
  await page.getByRole('button', { name: 'Add a notification' }).click();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(390);
  await expectNoAxeViolations(page);
  await file(page).fill('[/]\n* = r');
  await expect(page.getByText('Kept', { exact: true })).toBeVisible();
  const way = page.getByRole('navigation', { name: 'Breadcrumb' });
  await way.getByRole('link', { name: 'SVN' }).click();
  await page.waitForURL('**/projects/*/svn');
  await page.goBack();
  await expect(file(page)).toHaveValue('[/]\n* = r');
  await write(world, { has_default_permissions: false });
});
