import { screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { renderArtifact } from '../../tests/fixtures/artifactPage';

beforeAll(() => import('./ArtifactPage'));

test('E6: what is typed into an open list and not added is asked for before the page is left', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  const labels = await screen.findByRole('combobox', { name: 'Labels' });
  const away = screen.getByRole('link', { name: 'Projects' });
  await user.type(labels, 'Haiku');
  await user.click(away);
  const guard = await screen.findByRole('alertdialog', { name: 'Leave req #431 without saving?' });
  expect(guard).toHaveTextContent('You would lose what is typed and not added: “Haiku” in Labels.');
  await user.click(within(guard).getByRole('button', { name: 'Stay here' }));
  const unload = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(unload);
  expect(unload.defaultPrevented).toBe(true);

  // Added, it is a change like any other.
  await user.click(await screen.findByRole('button', { name: 'Add Haiku' }));
  await user.click(away);
  const change = await screen.findByRole('alertdialog', { name: 'Leave req #431 without saving?' });
  expect(change).toHaveTextContent('1 change');
  expect(change).not.toHaveTextContent('not added');
});
