import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { scope } from '~/api/session';
import type { Slot } from '~/kept/record';
import { setShared } from '~/kept/shared';
import { keep, readSlot } from '~/kept/store';
import {
  box,
  fieldIds,
  keptWords,
  renderArtifact,
  reopen,
  stored,
  typed,
} from '../../../tests/fixtures/artifactPage';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { killedInSave, reopenUnclear } from '../../../tests/fixtures/pages/killedInSave';
import { holdLooks, lookUntil } from '../../../tests/fixtures/pages/looks';
import { saveByKey } from '../../../tests/fixtures/saveByKey';
import { armFault } from '../../../tests/sandbox/faults';

withStorage();

beforeAll(() => import('~/artifacts/ArtifactPage'));

// What is waited for is looked at every so often: by a clock that stands it never would be.
afterEach(() => void vi.useRealTimers());

type Page = Awaited<ReturnType<typeof typed>>;

const put = ({ ask, world }: Page, name: string, value: unknown) =>
  ask('ben', 'PUT', 'artifacts/431', { values: [{ field_id: fieldIds(world)[name], value }] });

test('X11: what was typed goes along with an artifact that was moved, and a colleague’s text is asked for', async () => {
  const page = await typed();
  await page.user.clear(box('Title'));
  await page.user.type(box('Title'), 'Mine');
  const { title } = fieldIds(page.world);
  await keptWords();
  await page.ask('ben', 'PUT', 'artifacts/431', { values: [{ field_id: title, value: 'Bens' }] });
  await page.ask('anna', 'PATCH', 'artifacts/431', { move: { tracker_id: 83 } });
  const { user } = await reopen();
  const notice = await screen.findByText(
    /Moved to tracker Tasks: 1 of 2 values fit; BP-ID does not/,
  );
  expect(notice).toHaveTextContent('Somebody else changed Title as well.');
  expect(box('Title')).toHaveValue('Mine');
  expect(box('Comment')).toHaveValue('Half');
  await user.click(screen.getByRole('button', { name: 'Merge now' }));
  const prompt = await screen.findByRole('dialog', { name: /Conflict/ });
  expect(within(prompt).getByRole('region', { name: 'Theirs' })).toHaveTextContent('Bens');
  await user.click(within(prompt).getByRole('button', { name: /^Mine/ }));
  await user.click(within(prompt).getByRole('button', { name: /^Save merged version/ }));
  await screen.findByText(/Saved as changeset/);
  expect(stored(page.world, 'title')).toBe('Mine');
});

test('E15: after a save the word of the draft that was reopened does not come back with the next key', async () => {
  await typed();
  const { user } = await reopen();
  expect(await screen.findByText(/Your draft from/)).toBeVisible();
  await saveByKey(user);
  await screen.findByText(/Saved as changeset/);
  await user.type(box('Comment'), 'Again');
  await keptWords();
  expect(screen.queryByText(/Your draft from/)).not.toBeInTheDocument();
});

test('X10, E15: what somebody saves after a draft was reopened is told, whatever is told of the draft', async () => {
  holdLooks();
  const page = await typed();
  await put(page, 'effort', 13);
  await reopen();
  expect(await screen.findByText(/1 newer changeset, no overlap/)).toBeVisible();
  // Not in the second of the save before: the date of an artifact has whole seconds, and looks go by it.
  page.world.clockOffset += 2_000;
  await put(page, 'effort', 21);
  await lookUntil(() =>
    expect(screen.getByText(/Your text is untouched/)).toHaveTextContent(
      'Ben Okafor changed Effort',
    ),
  );
});

test('E15: a merge of a reopened draft that fails says why', async () => {
  const page = await typed();
  await put(page, 'bp_id', 'BP-9');
  const { user } = await reopen();
  expect(await screen.findByText(/1 newer changeset; look at BP-ID/)).toBeVisible();
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    if (new URL(input).pathname !== '/api/artifacts/431') return real(input, init);
    return new Response('{}', { status: 403, headers: { 'content-type': 'application/json' } });
  });
  await user.click(screen.getByRole('button', { name: 'Merge now' }));
  expect(await screen.findByText(/Could not read the newest version\./)).toHaveTextContent(
    /look at BP-ID/,
  );
});

test('E16: while it is looked what became of a killed save, nothing is merged or sent, also once the word of it is dismissed', async () => {
  const page = await typed();
  await killedInSave(page.user);
  await put(page, 'bp_id', 'BP-9');
  const { user, world } = await reopenUnclear(page.world);
  const why = 'First it has to be clear whether the last save arrived';
  const merge = await screen.findByRole('button', { name: 'Merge now' });
  expect(merge).toHaveAccessibleDescription(why);
  await user.click(merge);
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.getByRole('button', { name: /^Save/ })).toHaveAccessibleDescription(why);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  world.armedFaults.length = 0;
  await user.click(await screen.findByRole('button', { name: 'Look again' }));
  await waitFor(() => expect(box('Comment')).toHaveValue(''));
});

test('E16, X11: a comment of a killed save that landed is not offered again, though the artifact was moved since', async () => {
  const page = await typed();
  await killedInSave(page.user);
  await page.ask('anna', 'PATCH', 'artifacts/431', { move: { tracker_id: 83 } });
  await reopen();
  expect(await screen.findByText(/What has no place here any more/)).toBeVisible();
  await waitFor(() => expect(box('Comment')).toHaveValue(''));
  expect(screen.getByText('BP-2207-kept')).toBeInTheDocument();
  expect(screen.getByText('Assignees')).toBeVisible();
});

test('E16, X11: what of a killed save is found late to have landed is no change any more, though Ben changed it since the artifact was moved', async () => {
  const page = await typed();
  await page.user.clear(box('Title'));
  await page.user.type(box('Title'), 'Mine');
  await keptWords();
  await killedInSave(page.user);
  await page.ask('anna', 'PATCH', 'artifacts/431', { move: { tracker_id: 83 } });
  await put(page, 'title', 'Bens');
  const { user, world, queryClient } = await reopenUnclear(page.world);
  expect(box('Title')).toHaveValue('Mine');
  world.armedFaults.length = 0;
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  await screen.findByText(/^Your last save had landed/);
  expect(box('Comment')).toHaveValue('');
  expect(screen.queryByRole('textbox', { name: 'Title' })).not.toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Unsaved changes' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Merge now' })).not.toBeInTheDocument();
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
});

test('Z6, X11: a value without a place that comes from a tab of before the move is named before it can be dismissed', async () => {
  const page = await typed();
  const slot: Slot = { kind: 'drafts', profile: scope(), id: 'artifact 431' };
  const kept = await readSlot(slot);
  if (!('value' in kept)) throw new Error('The draft is not kept');
  const parts = new Map([...kept.value].map(([part, { body }]) => [part, body]));
  await page.user.clear(box('Comment'));
  await page.user.clear(box('BP-ID'));
  await page.user.type(box('BP-ID'), 'BP-2207');
  await waitFor(async () => expect(await readSlot(slot)).toEqual({ value: new Map() }));
  await page.ask('anna', 'PATCH', 'artifacts/431', { move: { tracker_id: 83 } });
  const { user } = await reopen();
  expect(await screen.findByText('Assignees')).toBeVisible();
  // The other tab shows the artifact as it was before the move, and comes to the front after it has typed.
  await keep(slot, { changed: null, all: () => parts });
  fireEvent.focus(window);
  expect(await screen.findByText('BP-2207-kept')).toBeInTheDocument();
  const notice = await screen.findByText(/^Not all of your draft has a place here/);
  const banner = notice.closest<HTMLElement>('[role=status]');
  if (!banner) throw new Error('The notice is in no banner');
  await user.click(within(banner).getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('BP-2207-kept')).not.toBeInTheDocument();
});

test('E16, X11: what a killed save did not hold goes along when it is found after a move, though its field has no place there', async () => {
  const page = await typed();
  await killedInSave(page.user);
  await page.user.type(box('BP-ID'), '-more');
  await keptWords();
  const { user, world } = await reopenUnclear(page.world);
  await page.ask('anna', 'PATCH', 'artifacts/431', { move: { tracker_id: 83 } });
  world.armedFaults.length = 0;
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText('BP-2207-kept-more')).toBeInTheDocument();
});

test('E16, X11: before it is clear what became of a save, its page does not begin anew in another tracker', async () => {
  setShared(true);
  holdLooks();
  const page = await renderArtifact();
  await page.user.type(box('Comment'), 'Only once');
  armFault(page.world, { match: 'PUT artifacts/431', answer: 'drop-after-write' });
  armFault(page.world, {
    match: 'GET artifacts/431/changesets',
    answer: { status: 503 },
    times: 60,
  });
  await page.user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('button', { name: 'Look again' });
  await page.ask('anna', 'PATCH', 'artifacts/431', { move: { tracker_id: 83 } });
  const reads = () => page.sent('GET').filter(({ path }) => /artifacts\/431$/.test(path)).length;
  const before = reads();
  await lookUntil(() => expect(reads()).toBeGreaterThan(before));
  expect(screen.getByRole('button', { name: 'Look again' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  page.world.armedFaults.splice(0);
  await page.user.click(screen.getByRole('button', { name: 'Look again' }));
  // Found: now it is the page of the other tracker, and nothing is left to be sent twice.
  expect(await screen.findByText('Assignees')).toBeVisible();
  expect(box('Comment')).toHaveValue('');
  expect(page.sent('PUT')).toHaveLength(1);
});

test('X11, Z9: what is typed and not kept in this browser goes along when the artifact is moved while it is open', async () => {
  setShared(true);
  holdLooks();
  const page = await renderArtifact();
  await page.user.keyboard('e');
  await page.user.type(await screen.findByRole('textbox', { name: 'Title' }), ' (mine)');
  await page.user.type(box('BP-ID'), '-typed');
  await page.user.type(box('Comment'), 'Half');
  await page.ask('anna', 'PATCH', 'artifacts/431', { move: { tracker_id: 83 } });
  await lookUntil(() =>
    expect(screen.getByText(/Moved to tracker Tasks: 1 of 2 values fit/)).toBeVisible(),
  );
  expect(screen.getByText('BP-2207-typed')).toBeInTheDocument();
  expect(box('Title')).toHaveValue('Export keeps its columns and their order (mine)');
  expect(box('Comment')).toHaveValue('Half');
});
