// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { editField } from '../../../tests/fixtures/editField';
import { aField, aGroup, aUser } from '../../../tests/fixtures/fields';
import { beSignedIn } from '../../../tests/fixtures/signedIn';

afterEach(cleanup);

const field = aField('perm', {
  label: 'Who may see it',
  values: {
    is_used_by_default: false,
    ugroup_representations: [aGroup('101_3', 'Project members'), aGroup('102', 'QA')],
  },
});
const nobodyGranted = { granted_groups: [], granted_groups_ids: [] };

/** Anna (1) is in the members, not in QA; the server's answers by group. `mine` are her groups where those may be asked for. */
function openGroups(status = 200, mine?: readonly string[]): { asked: string[] } {
  const asked: string[] = [];
  // From another origin groups such as 101_3 cannot be asked for their people (cors/28).
  window.happyDOM.setURL('https://tuleap.example.org/');
  beSignedIn();
  const members = [aUser(1, 'anna', 'Anna Arndt'), aUser(2, 'ben', 'Ben Bauer')];
  openFetchDoor(({ url }) => {
    asked.push(url.pathname);
    if (mine && url.pathname.endsWith('/users/1/membership')) return Response.json(mine);
    if (status !== 200) return Response.json({ error: { code: status } }, { status });
    return Response.json(url.pathname.includes('101_3') ? members : [members[1]]);
  });
  return { asked };
}

test('E8: the people behind the chosen groups are listed before anything is saved', async () => {
  openGroups();
  const { write, user } = editField(field, nobodyGranted);
  expect(screen.getByRole('status')).toHaveTextContent('Everybody who can see the tracker');
  await user.click(screen.getByRole('checkbox', { name: 'Project members' }));
  await user.click(screen.getByRole('checkbox', { name: 'QA' }));
  expect(await screen.findByText(/^2 people/)).toBeVisible();
  expect(screen.getByText(/Anna Arndt, Ben Bauer/)).toBeInTheDocument();
  expect(screen.queryByText(/lock yourself out/)).toBeNull();
  expect(write()?.value).toEqual({ granted_groups: ['101_3', '102'] });
});

test('E8: who would lock themselves out is warned', async () => {
  openGroups();
  const { user } = editField(field, nobodyGranted);
  await user.click(screen.getByRole('checkbox', { name: 'QA' }));
  expect(await screen.findByText(/You would lock yourself out/)).toBeVisible();
});

test('E8: an administrator of the tracker sees it anyway', async () => {
  openGroups();
  const own = {
    ...field,
    permissions_for_groups: { can_read: [], can_submit: [], can_update: [] },
  };
  const { user } = editField(own, nobodyGranted);
  await user.click(screen.getByRole('checkbox', { name: 'QA' }));
  expect(await screen.findByText(/^1 person/)).toBeVisible();
  expect(screen.queryByText(/lock yourself out/)).toBeNull();
});

test('E8: what the server does not show is said, not guessed', async () => {
  openGroups(403);
  const { user } = editField(field, nobodyGranted);
  await user.click(screen.getByRole('checkbox', { name: 'QA' }));
  expect(await screen.findByText(/whom the server does not show you/)).toBeVisible();
  expect(screen.getByText(/You may lock yourself out/)).toBeVisible();
});

test('E8: what could not be read is not said to be hidden', async () => {
  openGroups(500);
  const { user } = editField(field, nobodyGranted);
  await user.click(screen.getByRole('checkbox', { name: 'QA' }));
  expect(
    await screen.findByText(/^The people of QA, who could not be looked up now/),
  ).toBeVisible();
});

test('E8: whom the server does not show is asked for once', async () => {
  const { asked } = openGroups(403);
  const { user } = editField(field, nobodyGranted);
  const box = screen.getByRole('checkbox', { name: 'QA' });
  for (let times = 0; times < 2; times += 1) {
    await user.click(box);
    expect(await screen.findByText(/whom the server does not show you/)).toBeVisible();
    await user.click(box);
    expect(screen.queryByText(/whom the server does not show you/)).toBeNull();
  }
  expect(asked.filter((path) => path.endsWith('/user_groups/102/users'))).toHaveLength(1);
});

test('E8: who may not read the groups hears for certain whether they are in them', async () => {
  openGroups(403, ['101_3']);
  const { user } = editField(field, nobodyGranted);
  await user.click(screen.getByRole('checkbox', { name: 'QA' }));
  expect(await screen.findByText(/You would lock yourself out/)).toBeVisible();
  expect(screen.getByText(/^The people of QA, whom the server does not show you/)).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: 'Project members' }));
  expect(await screen.findByText(/^The people of Project members, QA,/)).toBeVisible();
  expect(screen.queryByText(/lock yourself out/)).toBeNull();
});
