import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { fieldIds, renderArtifact } from '../../../tests/fixtures/artifactPage';
import { holdLooks, lookUntil } from '../../../tests/fixtures/pages/looks';

beforeAll(() => import('~/artifacts/ArtifactPage'));

const news = () => screen.getByText(/Your text is untouched/);

async function editing() {
  holdLooks();
  const page = await renderArtifact();
  await page.user.keyboard('e');
  await page.user.type(await screen.findByRole('textbox', { name: 'Effort' }), '0');
  return page;
}

test('X10: within 20 s the page says who changed what; overlapping fields say so; one key pulls it in', async () => {
  const { user, ask, world } = await editing();
  const { bp_id, effort } = fieldIds(world);
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [
      { field_id: bp_id, value: 'BP-9' },
      { field_id: effort, value: 13 },
    ],
  });
  await lookUntil(() => expect(news()).toHaveTextContent('Ben Okafor changed'));
  expect(await screen.findByText('Ben Okafor changed this too: 13')).toBeVisible();
  expect(screen.getByText('Ben Okafor set BP-9, it will be kept')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Effort' })).toHaveValue('50');
  await user.keyboard('{Alt>}m{/Alt}');
  expect(await screen.findByRole('dialog', { name: /Conflict/ })).toBeVisible();
});

test('X10: where two people saved, each is named with the fields of their own', async () => {
  const { ask, world } = await editing();
  const { bp_id, effort } = fieldIds(world);
  const put = (who: 'ben' | 'carl', field_id: number | undefined, value: unknown) =>
    ask(who, 'PUT', 'artifacts/431', { values: [{ field_id, value }] });
  await put('ben', effort, 13);
  await put('carl', bp_id, 'BP-9');
  await lookUntil(() => expect(news()).toHaveTextContent('Ben Okafor changed Effort'));
  expect(news()).toHaveTextContent('Carl Lindqvist changed BP-ID');
  expect(screen.getByText('Ben Okafor changed this too: 13')).toBeVisible();
  expect(screen.getByText('Carl Lindqvist set BP-9, it will be kept')).toBeVisible();
});

test('X10: where nothing overlaps the key brings the changes in without a question', async () => {
  const { user, ask, world } = await editing();
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).bp_id, value: 'BP-9' }],
  });
  await lookUntil(news);
  await user.keyboard('{Alt>}m{/Alt}');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'BP-ID' })).toHaveValue('BP-9'));
  expect(screen.getByRole('textbox', { name: 'Effort' })).toHaveValue('50');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('X11: an artifact that is deleted while it is open says so, the text stays, and nothing is sent', async () => {
  const { user, world, sent } = await editing();
  world.artifacts.delete(431);
  await lookUntil(() =>
    expect(screen.getByRole('alert')).toHaveTextContent(/was deleted while you had it open/),
  );
  const save = screen.getByRole('button', { name: 'Save' });
  await waitFor(() => expect(save).toHaveAttribute('aria-disabled', 'true'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(sent('PUT')).toEqual([]);
  expect(screen.queryByText(/Could not/)).not.toBeInTheDocument();
  expect(screen.getByText('50')).toBeVisible();
});
