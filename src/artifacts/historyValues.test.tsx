import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { fieldIds, stored } from '../../tests/fixtures/artifactPage';
import { withStorage } from '../../tests/fixtures/browserStorage';
import { entries, shown } from '../../tests/fixtures/pages/history';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { renderAt } from '../../tests/renderAt';

withStorage();

beforeAll(() => import('./ArtifactPage'));

test('H4: an old value of one field comes back as an unsaved change, and nothing is sent', async () => {
  const { user, sent, world } = await shown();
  const entry = (await entries()).find((one) => one.textContent?.includes('9871'));
  if (!entry) throw new Error('no changeset 9871');
  await user.click(within(entry).getByRole('button', { name: /Bring back Effort/ }));
  expect(await screen.findByRole('region', { name: 'Unsaved changes' })).toHaveTextContent(
    '1 change Effort',
  );
  expect(sent('PUT')).toEqual([]);
  await saveByKey(user);
  await waitFor(() => expect(stored(world, 'effort')).toBe(3));
  expect(sent('PUT').map(({ body }) => body)).toEqual([
    { values: [{ field_id: fieldIds(world).effort, value: 3 }] },
  ]);
});

test('H4: what cannot come back says why, what can is offered', async () => {
  await renderAt('/artifacts/431?tab=comments', { as: 'carl' });
  const button = async (changeset: number, label: string) => {
    const entry = (await entries()).find((one) => one.textContent?.includes(String(changeset)));
    if (!entry) throw new Error(`no changeset ${changeset}`);
    return within(entry).getByRole('button', { name: new RegExp(`Bring back ${label}`) });
  };
  await waitFor(async () => expect((await entries()).length).toBeGreaterThan(0));
  const effort = await button(9871, 'Effort');
  expect(effort).toHaveAttribute('aria-disabled', 'true');
  expect(effort).toHaveAccessibleDescription(
    'You may not change Effort here, or not at this status',
  );
  expect(await button(9871, 'Links')).not.toHaveAttribute('aria-disabled');
});

test('H4: all values of a changeset come back as unsaved changes, and what cannot is named', async () => {
  const { user, sent } = await shown();
  await user.click(screen.getByRole('button', { name: 'What to do with changeset 9781' }));
  await user.click(await screen.findByRole('menuitem', { name: /Bring all values back/ }));
  const bar = await screen.findByRole('region', { name: 'Unsaved changes' });
  expect(bar).toHaveTextContent(/Links, Attachments, Status, Priority, Assigned to and Effort/);
  expect(sent('PUT')).toEqual([]);
});

test('H2: a text by its words, links one by one', async () => {
  await shown();
  const find = async (id: string) => (await entries()).find((one) => one.textContent?.includes(id));
  const links = await find('9871');
  expect(links?.querySelector('ins')).toHaveTextContent('added: is covered by #640');
  const text = await find('9761');
  expect(text?.querySelectorAll('ins, del').length).toBeGreaterThan(0);
});

test('H3: where a comparison starts is said and marked until the other one is chosen, or it is let be', async () => {
  const { user, router } = await shown();
  const choose = async (changeset: number, item: RegExp) => {
    await user.click(
      screen.getByRole('button', { name: `What to do with changeset ${changeset}` }),
    );
    await user.click(await screen.findByRole('menuitem', { name: item }));
  };
  await choose(9781, /Compare from here/);
  expect(await screen.findByText(/^Comparing from changeset 9781:/)).toBeVisible();
  expect(screen.getByText('from here').closest('li')).toHaveTextContent('9781');
  await choose(9781, /Do not compare/);
  expect(screen.queryByText('from here')).not.toBeInTheDocument();
  await choose(9871, /Compare from here/);
  await choose(9781, /Compare with changeset 9871/);
  await waitFor(() => expect(router.state.location.search).toBe('?a=431.9781&b=431.9871'));
  // What was to be done is done.
  expect(screen.queryByText(/^Comparing from changeset/)).not.toBeInTheDocument();
});
