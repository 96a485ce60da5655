import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { scope } from '~/api/session';
import { readJournal } from '~/saving/journal/journal';
import { discardedWords } from '~/saving/steps/steps';
import { box, fieldIds, renderArtifact } from '../../../tests/fixtures/artifactPage';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { discard } from '../../../tests/fixtures/pages/discard';
import { save } from '../../../tests/fixtures/pages/links';
import { addChildOf, editAt, linksOf } from '../../../tests/fixtures/pages/reverseLinks';
import { armFault } from '../../../tests/sandbox/faults';
import type { FaultAnswer } from '../../../tests/sandbox/model';

withStorage();

beforeAll(() => import('~/artifacts/ArtifactPage'));

/**
 * A save that ended so (without: that somebody was quicker than) and could not be looked for is discarded; from then on the
 * server can be read.
 */
async function discardedAfter(answer?: FaultAnswer) {
  const page = await renderArtifact();
  const values = [{ field_id: fieldIds(page.world).title, value: 'Of somebody else' }];
  if (answer) armFault(page.world, { match: 'PUT artifacts/431', answer });
  else await page.ask('ben', 'PUT', 'artifacts/431', { values });
  const unread = { match: 'GET artifacts/431/changesets', answer: { status: 403 }, times: 99 };
  armFault(page.world, unread);
  await page.user.type(box('Comment'), 'Thrown away');
  await page.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Looking for it failed as well/)).toBeVisible();
  page.world.armedFaults.length = 0;
  await discard(page.user);
  return page;
}

const head = () => screen.getByRole('heading', { level: 1 });

test('E16: a draft that the server failed to save and that is discarded is told not to be saved, and asks for nothing', async () => {
  const { user, sent } = await discardedAfter({ status: 500, body: '' });
  expect(await screen.findByText(discardedWords)).toBeVisible();
  expect(screen.queryByText('Could not save this artifact')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  // The form stays closed, and nothing of it is left.
  expect(screen.getByRole('button', { name: /^Edit/ })).toBeVisible();
  expect(box('Comment')).toHaveValue('');
  expect(sent('PUT')).toHaveLength(1);
  expect((await readJournal(scope())).entries[0]?.outcome).toBe('refused');
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(head()).toHaveFocus());
  expect(screen.queryByText(discardedWords)).not.toBeInTheDocument();
});

test('E16: a draft that somebody was quicker than and that is discarded opens no prompt', async () => {
  await discardedAfter();
  expect(await screen.findByText(discardedWords)).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(box('Comment')).toHaveValue('');
});

test('E16: the notice of a discarded draft that was not found gives the focus to the heading when it is dismissed', async () => {
  const { user } = await discardedAfter('offline');
  expect(await screen.findByText(/the change that you discarded was saved/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(head()).toHaveFocus());
});

test('E16: a link of another artifact that is discarded before it is clear is not said to stand in the form', async () => {
  const page = await renderArtifact();
  await editAt(page, 431);
  await addChildOf(page, 12);
  armFault(page.world, { match: 'PUT artifacts/12', answer: { status: 504 } });
  await save(page);
  await screen.findByText(/it is not known whether they are saved/);
  await discard(page.user);
  expect(await screen.findByText(/It is not there, and you have taken it back/)).toBeVisible();
  expect(screen.queryByText(/stands in the form again/)).not.toBeInTheDocument();
  expect(linksOf(page.world, 12)).not.toContainEqual(expect.objectContaining({ id: 431 }));
});
