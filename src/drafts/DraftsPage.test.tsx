import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fieldIds, renderArtifact } from '../../tests/fixtures/artifactPage';
import { withStorage } from '../../tests/fixtures/browserStorage';
import { renderAt } from '../../tests/renderAt';

withStorage();

async function withDraft() {
  const page = await renderArtifact();
  await page.user.keyboard('e');
  await page.user.type(await screen.findByRole('textbox', { name: 'BP-ID' }), 'x');
  await screen.findByText(/^Draft kept in this browser/);
  return page;
}

test('E15: drafts are listed with what is changed and how many newer changesets; discarding can be undone', async () => {
  const { user, router, ask, world } = await withDraft();
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).effort, value: 13 }],
  });
  await router.navigate('/drafts');
  const list = await screen.findByRole('list', { name: 'Drafts' });
  expect(list).toHaveTextContent(/Export keeps its columns and their order/);
  expect(list).toHaveTextContent('1 change: BP-ID');
  expect(list).toHaveTextContent(/Sandbox · Acme, Requirements · just now/);
  expect(list).toHaveTextContent(/From the version of \w+ \d+, \d{4}/);
  await waitFor(() => expect(list).toHaveTextContent('1 newer changeset, no overlap'));
  expect(await screen.findByRole('link', { name: /Drafts/ })).toHaveTextContent('1');
  await user.click(within(list).getByRole('button', { name: /Discard the draft of/ }));
  expect(await screen.findByText('No drafts')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await user.click(within(await screen.findByRole('list', { name: 'Drafts' })).getByRole('link'));
  expect(await screen.findByRole('textbox', { name: 'BP-ID' })).toHaveValue('BP-2207x');
});

test('X11: the draft of a deleted artifact is kept, said in words, and its text can be read', async () => {
  const { router, world } = await withDraft();
  world.artifacts.delete(431);
  await router.navigate('/drafts');
  const list = await screen.findByRole('list', { name: 'Drafts' });
  await waitFor(() => expect(list).toHaveTextContent('deleted meanwhile; your text stays here'));
  // No link to a page that is not there: the text at once.
  expect(within(list).queryByRole('link')).not.toBeInTheDocument();
  expect(within(list).getByText('BP-2207x')).toBeVisible();
});

test('E15: without drafts the page says what it is for', async () => {
  await renderAt('/drafts');
  expect(await screen.findByText('No drafts')).toBeVisible();
});
