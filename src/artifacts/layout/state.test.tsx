import { screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fieldIds, renderArtifact } from '../../../tests/fixtures/artifactPage';
import { setDense } from './density';

beforeAll(() => import('../ArtifactPage'));
beforeEach(() => setDense(false));

/** The artifact is turned down: its workflow freezes its texts and hides who may read it. */
async function rejected() {
  const page = await renderArtifact();
  const tracker = page.world.trackers.get(81);
  const status = tracker?.fields.find(({ name }) => name === 'status');
  const value = status?.values?.find(({ label }) => label === 'Rejected');
  await page.ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(page.world).status, bind_value_ids: [value?.id] }],
  });
  await page.queryClient.invalidateQueries();
  await screen.findByText(/^Hidden by the workflow at this status/);
  return page;
}

test('V1: what the workflow hides at this status is out of the way, and said', async () => {
  await rejected();
  const hidden = screen.getByText(/^Hidden by the workflow at this status/);
  expect(hidden).toHaveTextContent('Access and history');
  expect(hidden.closest('details')).not.toHaveAttribute('open');
  const layout = hidden.closest('.artifact-layout');
  const headings = Array.from(layout?.querySelectorAll('.artifact-part > .artifact-run h2') ?? []);
  expect(headings.map(({ textContent }) => textContent)).toEqual(['Requirement', 'Planning']);
});

test('V1: what it freezes at this status is read and not edited', async () => {
  const { user } = await rejected();
  await user.keyboard('e');
  expect(await screen.findByRole('textbox', { name: 'BP-ID' })).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Title' })).not.toBeInTheDocument();
  expect(screen.queryByRole('textbox', { name: 'Description' })).not.toBeInTheDocument();
  expect(
    await screen.findAllByText('Frozen by the workflow while Status is Rejected.'),
  ).toHaveLength(2);
});

test('H4: a frozen field is not brought back, and is named', async () => {
  const { user } = await rejected();
  await user.click(screen.getByRole('tab', { name: 'Comments and history' }));
  await user.click(await screen.findByRole('button', { name: 'What to do with changeset 9781' }));
  await user.click(await screen.findByRole('menuitem', { name: /Bring all values back/ }));
  const bar = await screen.findByRole('region', { name: 'Unsaved changes' });
  expect(within(bar).queryByText(/Title/)).not.toBeInTheDocument();
  expect(bar).toHaveTextContent(/Status/);
});

test('V1: dense fields are chosen once and stay', async () => {
  const { user } = await renderArtifact();
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: /Dense fields/ }));
  expect(document.querySelector('.artifact-dense')).not.toBeNull();
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: /with more room/ }));
  expect(document.querySelector('.artifact-dense')).toBeNull();
});
