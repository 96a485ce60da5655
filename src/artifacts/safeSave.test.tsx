import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { fieldIds, lastChangeset, renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { armFault } from '../../tests/sandbox/faults';
import type { World } from '../../tests/sandbox/model';
import { sandboxPeople } from '../../tests/sandbox/people';

/** What lies between the save of one person and the others: unclear answers, late reads, rights that are gone. */

function commentsLike(world: World, text: string): number {
  const all = world.artifacts.get(431)?.changesets ?? [];
  return all.filter(({ comment }) => comment.content === text).length;
}

/** From now on nobody may update the field any more. */
function freeze(world: World, name: string): void {
  const trackers = [...world.trackers.values()];
  const field = trackers
    .flatMap((tracker) => tracker.fields)
    .find(({ id }) => id === fieldIds(world)[name]);
  if (!field) throw new Error(`no field ${name}`);
  field.permissions = { ...field.permissions, update: [] };
}

test('E16: while it is unclear whether a save arrived, its own version is not offered to merge with', async () => {
  const { user, world, sent, queryClient } = await renderArtifact();
  armFault(world, { match: 'PUT artifacts/431', answer: 'drop-after-write' });
  armFault(world, { match: 'GET artifacts/431', answer: { status: 503 }, times: 3 });
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Only once');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Looking for it failed as well/)).toBeVisible();
  await queryClient.invalidateQueries();
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.queryByRole('button', { name: 'Merge now' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText(/your change landed as changeset \d+/)).toBeVisible();
  expect(sent('PUT')).toHaveLength(1);
  expect(commentsLike(world, 'Only once')).toBe(1);
});

test.each(['Send now', 'Not yet'])(
  'J4: the sign-in ends in mid-save; signed in in place it asks “send now?”: “%s”, and nothing typed is lost',
  async (wanted) => {
    const { user, world, sent } = await renderArtifact();
    armFault(world, { match: 'PUT artifacts/431', answer: { status: 401 } });
    armFault(world, { match: 'GET artifacts/431', answer: { status: 401 } });
    const comment = screen.getByRole('textbox', { name: 'Comment' });
    await user.type(comment, 'Said once');
    await saveByKey(user);
    await user.type(await screen.findByLabelText('Access key'), sandboxPeople.anna.accessKey);
    await user.keyboard('{Enter}');
    const question = await screen.findByRole('alertdialog', { name: 'Send now?' });
    expect(question).toHaveTextContent('Your change to req #431 did not arrive');
    expect(sent('PUT')).toHaveLength(1);
    expect(within(question).getByRole('button', { name: 'Send now' })).toHaveFocus();
    await user.click(within(question).getByRole('button', { name: wanted }));
    if (wanted === 'Not yet') {
      expect(await screen.findByText(/^Not sent\. What you typed stays here/)).toBeVisible();
      expect(comment).toHaveValue('Said once');
      expect(sent('PUT')).toHaveLength(1);
      expect(commentsLike(world, 'Said once')).toBe(0);
      await user.click(screen.getByRole('button', { name: 'Save' }));
    }
    expect(await screen.findByText(/^Saved as changeset \d+/)).toBeVisible();
    expect(sent('PUT')).toHaveLength(2);
    expect(commentsLike(world, 'Said once')).toBe(1);
  },
);

test('X1: a read that began before the save does not bring the older version back', async () => {
  const { user, world, queryClient } = await renderArtifact();
  const through = globalThis.fetch;
  let release = () => {};
  const gate = new Promise<void>((open) => {
    release = open;
  });
  let isHeld = false;
  vi.stubGlobal('fetch', async (input: URL, init: RequestInit = {}) => {
    const answer = await through(input, init);
    if (init.method === 'GET' && input.pathname.endsWith('/artifacts/431') && !isHeld) {
      isHeld = true;
      await gate;
    }
    return answer;
  });
  void queryClient.invalidateQueries();
  await vi.waitFor(() => expect(isHeld).toBe(true));
  world.clockOffset += 5_000;
  await user.keyboard('e');
  await user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '-new');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Saved as changeset \d+/);
  release();
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(await screen.findByText('BP-2207-new', { selector: 'dd *' })).toBeVisible();
});

test('X1: two keys in one moment send one request', async () => {
  const { user, world, sent } = await renderArtifact();
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Once');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('dialog', { name: /^Review / });
  // As a busy browser gives them: nothing is rendered between the two.
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  await screen.findByText(/Saved as changeset \d+/);
  expect(sent('PUT')).toHaveLength(1);
  expect(commentsLike(world, 'Once')).toBe(1);
});

test('X11: text that could not be saved any more stays to copy, also when a newer version comes', async () => {
  const { user, ask, world, queryClient, router } = await renderArtifact();
  await user.keyboard('e');
  await user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '-mine');
  freeze(world, 'bp_id');
  world.clockOffset += 5_000;
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).effort, value: 13 }],
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: /Conflict on/ });
  const notice = within(dialog).getByText('Your text cannot be saved any more').parentElement;
  expect(notice).toHaveTextContent('BP-2207-mine');
  await user.click(within(dialog).getByRole('button', { name: 'Save merged version' }));
  expect(await screen.findByText(/kept here to copy/)).toHaveTextContent('BP-2207-mine');
  world.clockOffset += 5_000;
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).effort, value: 21 }],
  });
  await queryClient.invalidateQueries();
  expect(await screen.findByText(/Your text is untouched/)).toHaveTextContent('changed Effort');
  expect(screen.getByText(/kept here to copy/)).toHaveTextContent('BP-2207-mine');
  await router.navigate('/connect');
  expect(await screen.findByRole('alertdialog', { name: /without saving/ })).toHaveTextContent(
    'You would lose the text that could not be saved.',
  );
  expect(stored(world, 'bp_id')).toBe('BP-2207');
  expect(lastChangeset(world).comment.content).toBe('');
});

test('E11: a value that the server stored otherwise is marked at its field, and one press puts mine back there', async () => {
  const { user } = await renderArtifact();
  const door = globalThis.fetch;
  vi.stubGlobal('fetch', (input: URL | string, init: RequestInit = {}) => {
    const { body } = init;
    const isWrite = init.method === 'PUT' && typeof body === 'string';
    return door(input, isWrite ? { ...init, body: body.replace('A day', 'Another day') } : init);
  });
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  const title = await screen.findByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, 'A day');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const back = await screen.findByRole('button', { name: 'Put mine back into Title' });
  expect(back.closest('[data-field]')).toHaveTextContent(
    'The server stored “Another day” in place of “A day”.',
  );
  await user.click(back);
  expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveValue('A day');
  expect(screen.queryByRole('button', { name: 'Put mine back into Title' })).toBeNull();
});
