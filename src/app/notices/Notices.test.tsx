import { screen, within } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { setReadOnly } from '~/api/requests/readOnly';
import { beginSession } from '~/api/session';
import { saveByKey } from '../../../tests/fixtures/saveByKey';
import { renderAt } from '../../../tests/renderAt';
import { armFault } from '../../../tests/sandbox/faults';
import { sandboxPeople } from '../../../tests/sandbox/people';

test('C8: the account menu switches read-only, a banner and a mark say so, and a save says why it does not go out', async () => {
  onTestFinished(() => setReadOnly(false));
  const { user, world } = await renderAt('/artifacts/431');
  const before = world.artifacts.get(431)?.changesets.length;
  await user.click(await screen.findByRole('button', { name: /signed in as/ }));
  await user.click(screen.getByRole('menuitem', { name: /^Switch read-only on/ }));
  expect(await screen.findByText('Read-only is on: nothing is changed on Sandbox.')).toBeVisible();
  expect(screen.getByText('Read-only', { exact: true })).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Not yet');
  await saveByKey(user);
  expect(await screen.findByText(/Switch read-only off in the account menu/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Not yet');
  expect(world.artifacts.get(431)?.changesets.length).toBe(before);
  await user.click(screen.getByRole('button', { name: 'Switch read-only off' }));
  expect(
    screen.queryByText('Read-only is on: nothing is changed on Sandbox.'),
  ).not.toBeInTheDocument();
  expect(screen.queryByText('Read-only', { exact: true })).not.toBeInTheDocument();
});

test('D1: cross-origin, every page says how conflicts are found', async () => {
  await renderAt('/no/such/page');
  expect(screen.queryByText(/^Conflict check/)).not.toBeInTheDocument();
  const connection = {
    id: 'far',
    label: 'Far',
    url: 'https://far.example',
    color: 'teal',
    kind: 'tuleap',
  } as const;
  beginSession(
    { connection, person: { id: 102, username: 'anna', realName: 'Anna' } },
    { way: 'accessKey', key: sandboxPeople.anna.accessKey },
  );
  expect(
    await screen.findByText('Conflict check: compared before and audited after saving'),
  ).toBeVisible();
});

test('A6: a project of an unseen shape does not take the others from the page, and stands there raw', async () => {
  const { user, world, router, ask } = await renderAt('/projects/122');
  const answer = await ask('anna', 'GET', 'projects?limit=50');
  const list = Array.isArray(answer) ? [...answer] : [];
  list[1] = { ...list[1], id: 'one', brand_new: { kept: true } };
  // Once: the page asks for three lists, and each with the odd one in it would be counted.
  armFault(world, {
    match: 'GET projects',
    answer: { status: 200, body: list, headers: { 'x-pagination-size': String(list.length) } },
  });
  await router.navigate('/projects');
  await user.click(await screen.findByRole('button', { name: '1 unexpected shape' }));
  const dialog = await screen.findByRole('dialog', { name: 'Unexpected shapes' });
  expect(within(dialog).getAllByText(/^\[1\]\.id/).length).toBeGreaterThan(0);
  expect(within(dialog).getAllByText(/"brand_new"/).length).toBeGreaterThan(0);
  await user.click(within(dialog).getByRole('button', { name: 'Forget these' }));
  expect(screen.queryByRole('button', { name: /unexpected shape/ })).not.toBeInTheDocument();
  expect(screen.getByRole('grid')).toBeVisible();
});
