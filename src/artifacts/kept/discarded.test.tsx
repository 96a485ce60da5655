import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { scope } from '~/api/session';
import { readJournal } from '~/saving/journal/journal';
import {
  box,
  keptWords,
  lastChangeset,
  renderArtifact,
  typed,
} from '../../../tests/fixtures/artifactPage';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { discard } from '../../../tests/fixtures/pages/discard';
import { killedInSave, reopenUnclear } from '../../../tests/fixtures/pages/killedInSave';
import { armFault } from '../../../tests/sandbox/faults';

withStorage();

beforeAll(() => import('~/artifacts/ArtifactPage'));

/** How the newest write of this browser ended, by its journal. */
async function newestEnd(): Promise<string | undefined> {
  return (await readJournal(scope())).entries[0]?.outcome;
}

test('E16: a draft that is discarded before it is clear whether it arrived is still looked for, told and noted', async () => {
  const { user, world } = await renderArtifact();
  armFault(world, { match: 'PUT artifacts/431', answer: 'drop-after-write' });
  armFault(world, { match: 'GET artifacts/431/changesets', answer: { status: 403 }, times: 99 });
  await user.type(box('Comment'), 'Only once');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Looking for it failed as well/)).toBeVisible();
  expect(await newestEnd()).toBe('unknown');
  world.armedFaults.length = 0;
  await discard(user);
  expect(await screen.findByText(/your change landed as changeset \d+/)).toBeVisible();
  expect(box('Comment')).toHaveValue('');
  expect(await newestEnd()).toBe('landed');
});

test('E16: one that never arrived is told so once more, is not sent, and bars nothing that is typed since', async () => {
  const { user, world, sent } = await renderArtifact();
  armFault(world, { match: 'PUT artifacts/431', answer: 'offline' });
  await user.type(box('Comment'), 'Never sent');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Send again' })).toBeVisible();
  await discard(user);
  expect(await screen.findByText(/the change that you discarded was saved/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Send again' })).not.toBeInTheDocument();
  expect(await newestEnd()).toBe('unknown');
  await user.type(box('Comment'), 'Another');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/^Saved as changeset \d+/)).toBeVisible();
  expect(sent('PUT')).toHaveLength(2);
  expect(lastChangeset(world).comment.content).toBe('Another');
  expect(screen.queryByText(/the change that you discarded/)).not.toBeInTheDocument();
});

test('E16: a kept draft that is discarded while it is looked what became of a killed save does not end that look', async () => {
  const page = await typed();
  await killedInSave(page.user);
  const { user, world } = await reopenUnclear(page.world);
  await discard(user);
  expect(screen.getByText(/It is not known whether your last save arrived/)).toBeVisible();
  world.armedFaults.length = 0;
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText(/^Your last save had landed as changeset \d+/)).toBeVisible();
  await waitFor(async () => expect(await newestEnd()).toBe('landed'));
  expect(box('Comment')).toHaveValue('');
});

test('E16: what is typed after a discard outlives the look for the killed save, and what was discarded does not come back', async () => {
  const page = await typed();
  await killedInSave(page.user);
  await page.user.type(box('BP-ID'), '-unsent');
  await keptWords();
  const { user, world } = await reopenUnclear(page.world);
  await discard(user);
  await user.type(box('Comment'), 'Typed after the discard');
  world.armedFaults.length = 0;
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText(/^Your last save had landed as changeset \d+/)).toBeVisible();
  expect(box('Comment')).toHaveValue('Typed after the discard');
  expect(screen.queryByDisplayValue(/-unsent$/)).not.toBeInTheDocument();
});

test('E16: what is typed while a killed save cannot be looked for stays when it is found', async () => {
  const page = await typed();
  await killedInSave(page.user);
  const { user, world } = await reopenUnclear(page.world);
  await user.click(screen.getByRole('button', { name: /^Edit/ }));
  await user.type(await screen.findByRole('textbox', { name: 'BP-ID' }), '-more');
  await user.clear(box('Comment'));
  await user.type(box('Comment'), 'Another comment');
  world.armedFaults.length = 0;
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText(/^Your last save had landed as changeset \d+/)).toBeVisible();
  expect(box('BP-ID')).toHaveValue('BP-2207-kept-more');
  expect(box('Comment')).toHaveValue('Another comment');
});
