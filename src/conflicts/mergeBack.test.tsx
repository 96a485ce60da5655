import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fieldIds, renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { armFault } from '../../tests/sandbox/faults';

/** From here on the server lives in one second: its ETag cannot tell two saves apart. */
async function oneSecond() {
  const page = await renderArtifact();
  const { ask, world, queryClient, user } = page;
  const ids = fieldIds(world);
  const now = world.now() + 5_000;
  world.now = () => now;
  const put = (name: string, more: Record<string, unknown>) =>
    ask('ben', 'PUT', 'artifacts/431', { values: [{ field_id: ids[name], ...more }] });
  await put('bp_id', { value: 'BP-1' });
  await queryClient.invalidateQueries();
  await screen.findByText('BP-1', { selector: 'dd *' });
  await user.keyboard('e');
  const effort = screen.getByRole('textbox', { name: 'Effort' });
  await user.clear(effort);
  await user.type(effort, '8');
  return { ...page, put };
}

const mergeBackDialog = () =>
  screen.findByRole('dialog', { name: /^Conflict on .* #431, found after your save$/ });

test('X8: what a save in the same second replaced is shown in the prompt, and merged back over the newest', async () => {
  const { user, put, world, sent } = await oneSecond();
  await put('effort', { value: 13 });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await mergeBackDialog();
  expect(stored(world, 'effort')).toBe(8);
  expect(dialog).toHaveTextContent(/Ben Okafor saved changeset \d+/);
  expect(within(dialog).getByRole('region', { name: 'Base' })).toHaveTextContent('5');
  expect(within(dialog).getByRole('region', { name: 'Theirs' })).toHaveTextContent('13');
  expect(within(dialog).getByRole('region', { name: 'Mine' })).toHaveTextContent('8');
  await user.keyboard('1{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(await screen.findByText(/Saved as changeset \d+/)).toBeVisible();
  expect(stored(world, 'effort')).toBe(13);
  expect(sent('PUT')).toHaveLength(2);
  expect(screen.queryByText(/Your save replaced/)).not.toBeInTheDocument();
});

test('X8: left as it is, it stays named and can be merged back later', async () => {
  const { user, put, world } = await oneSecond();
  await put('effort', { value: 13 });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const leave = { name: 'Leave it as it is' };
  await user.click(within(await mergeBackDialog()).getByRole('button', leave));
  const alert = screen.getByText(/the server did not notice/);
  expect(alert).toHaveTextContent('Ben Okafor');
  expect(alert).toHaveTextContent('replaced Effort');
  expect(stored(world, 'effort')).toBe(8);
  await user.click(screen.getByRole('button', { name: 'Merge back…' }));
  expect(await mergeBackDialog()).toBeVisible();
});

test.each(['look again', 'the next read'])(
  'X8: read back only by %s, what the save replaced is shown all the same',
  async (how) => {
    const { user, put, world, sent, queryClient } = await oneSecond();
    await put('effort', { value: 13 });
    armFault(world, { match: 'GET artifacts/431*', answer: { status: 500 }, times: 50 });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const look = await screen.findByRole('button', { name: 'Look again' });
    world.armedFaults.length = 0;
    if (how === 'look again') await user.click(look);
    else await queryClient.invalidateQueries();
    expect(await mergeBackDialog()).toHaveTextContent(/Ben Okafor saved changeset \d+/);
    expect(sent('PUT')).toHaveLength(1);
  },
);

test('X5: what was added to a set in the same second is stored beside mine at once', async () => {
  const { user, put, world } = await oneSecond();
  const regions = [...world.trackers.values()]
    .flatMap(({ fields }) => fields)
    .find(({ id }) => id === fieldIds(world).regions);
  await user.click(screen.getByRole('combobox', { name: 'Regions' }));
  await user.click(await screen.findByRole('option', { name: 'Africa' }));
  await user.keyboard('{Escape}');
  const theirs = regions?.values?.find(({ label }) => label === 'LATAM')?.id ?? 0;
  const before = stored(world, 'regions') as number[];
  await put('regions', { bind_value_ids: [...before, theirs] });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/nothing of either is lost/)).toHaveTextContent('Ben Okafor');
  expect(stored(world, 'regions')).toContain(theirs);
  expect(stored(world, 'regions')).toHaveLength(before.length + 2);
});

test('X8: a save in the same second that touched other fields is told quietly', async () => {
  const { user, put, world } = await oneSecond();
  await put('bp_id', { value: 'BP-2' });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Nothing of it was replaced/)).toHaveTextContent('Ben Okafor');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  // The tests' browser keeps no drafts, and says so in an alert of its own.
  expect(screen.queryByText(/Your save replaced/)).not.toBeInTheDocument();
  expect([stored(world, 'effort'), stored(world, 'bp_id')]).toEqual([8, 'BP-2']);
});
