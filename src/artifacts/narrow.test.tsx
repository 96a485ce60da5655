import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { fieldIds, renderArtifact } from '../../tests/fixtures/artifactPage';
import { withStorage } from '../../tests/fixtures/browserStorage';

withStorage();

const listeners = new Set<() => void>();
let isNarrow = true;

/** A window of so many columns that `max-width` queries match, or of so few that they do not. */
async function turn(toNarrow: boolean): Promise<void> {
  isNarrow = toNarrow;
  await act(async () => {
    for (const listener of listeners) listener();
  });
}

beforeEach(() => {
  isNarrow = true;
  listeners.clear();
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    get matches() {
      return isNarrow && media.includes('max-width');
    },
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  }));
});

test('L2: a pasted list outlives a look at the history and a turned tablet', async () => {
  const { user } = await renderArtifact();
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  await user.click(await screen.findByRole('button', { name: 'Add a link' }));
  const adding = () => within(screen.getByRole('group', { name: 'New link' }));
  await user.click(adding().getByRole('textbox'));
  await user.paste('#12\n#77\nthe third');
  const list = () => adding().getByRole('textbox', { name: /^Artifacts, as many/ });
  await user.click(screen.getByRole('tab', { name: 'Comments and history' }));
  await waitFor(() =>
    expect(screen.queryByRole('group', { name: 'New link' })).not.toBeInTheDocument(),
  );
  expect(await screen.findByRole('textbox', { name: 'Comment' })).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'Details' }));
  await waitFor(() => expect(list()).toHaveValue('#12\n#77\nthe third'));
  await turn(false);
  expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  expect(list()).toHaveValue('#12\n#77\nthe third');
});

test('E12: on a narrow page an error jumps to its field from the history too', async () => {
  const { user } = await renderArtifact();
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  await user.clear(await screen.findByRole('textbox', { name: 'Title' }));
  await user.click(screen.getByRole('tab', { name: 'Comments and history' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const alert = await screen.findByRole('alert');
  await user.click(within(alert).getByRole('button', { name: 'Title' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Title' })).toHaveFocus());
});

test('H1: on a narrow page a look at the details is no new visit', async () => {
  const { ask, world, router, user, queryClient } = await renderArtifact('?tab=comments');
  const list = () => screen.findByRole('list', { name: 'Changesets' });
  await waitFor(async () => expect((await list()).children.length).toBeGreaterThan(0));
  await router.navigate('/journal');
  await screen.findByRole('heading', { name: 'Journal' });
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).effort, value: 21 }],
  });
  await queryClient.invalidateQueries();
  await router.navigate('/artifacts/431?tab=comments');
  const newest = async () => (await list()).firstElementChild;
  await waitFor(async () => expect(await newest()).toHaveTextContent(/new/));
  await user.click(screen.getByRole('tab', { name: 'Details' }));
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Changesets' })).toBeNull());
  await user.click(screen.getByRole('tab', { name: 'Comments and history' }));
  await waitFor(async () => expect(await newest()).toHaveTextContent(/new/));
});
