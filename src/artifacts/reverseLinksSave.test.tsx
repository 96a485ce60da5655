import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderArtifact } from '../../tests/fixtures/artifactPage';
import { links, save } from '../../tests/fixtures/pages/links';
import {
  addChildOf,
  editAt,
  linkFieldOf,
  linksOf,
  puts,
} from '../../tests/fixtures/pages/reverseLinks';
import { armFault } from '../../tests/sandbox/faults';

test('L4: a link that somebody sets to this artifact in between survives, although nothing here changed', async () => {
  const page = await renderArtifact();
  await editAt(page, 433);
  await page.user.click(within(links()).getByRole('button', { name: 'Remove the link from #431' }));
  // No changeset on #433, and its ETag stays: the server would let the older list through.
  await page.ask('ben', 'PUT', 'artifacts/40', {
    values: [{ field_id: linkFieldOf(page.world, 40).id, links: [{ id: 433, type: 'blocks' }] }],
  });
  await save(page);
  await waitFor(() =>
    expect(linksOf(page.world, 431)).not.toContainEqual({ id: 433, type: 'blocks' }),
  );
  expect(linksOf(page.world, 40)).toContainEqual({ id: 433, type: 'blocks' });
  expect(puts(page).map(({ path }) => path)).toEqual(['/api/artifacts/431']);
});

test('L4: a link that is set to this artifact between the last look and the write survives', async () => {
  const page = await renderArtifact();
  await editAt(page, 433);
  await page.user.click(within(links()).getByRole('button', { name: 'Remove the link from #431' }));
  const real = globalThis.fetch;
  let isSet = false;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    if (init.method === 'PUT' && !isSet) {
      isSet = true;
      await page.ask('ben', 'PUT', 'artifacts/40', {
        values: [
          { field_id: linkFieldOf(page.world, 40).id, links: [{ id: 433, type: 'blocks' }] },
        ],
      });
    }
    return real(input, init);
  });
  await save(page);
  expect(await screen.findByText(/^Saved at /)).toBeVisible();
  expect(linksOf(page.world, 431)).not.toContainEqual(expect.objectContaining({ id: 433 }));
  expect(linksOf(page.world, 40)).toContainEqual({ id: 433, type: 'blocks' });
  await waitFor(() =>
    expect(screen.getByText('is blocked by').parentElement).toHaveTextContent('#40'),
  );
});

test('L4: two types for one link of another artifact are a conflict to choose', async () => {
  const page = await renderArtifact();
  await editAt(page, 433);
  await page.user.selectOptions(
    within(links()).getByRole('combobox', { name: 'Type of the link from #431' }),
    'is related from',
  );
  const field = linkFieldOf(page.world, 431).id;
  const others = [
    { id: 433, type: 'fixed_in' },
    { id: 640, type: '_covered_by' },
  ];
  await page.ask('ben', 'PUT', 'artifacts/431', { values: [{ field_id: field, links: others }] });
  await save(page);
  const prompt = within(await screen.findByRole('dialog', { name: /Conflict/ }));
  expect(page.sent('PUT')).toEqual([]);
  await page.user.click(prompt.getByRole('button', { name: 'Mine' }));
  await page.user.click(prompt.getByRole('button', { name: /Save merged version/ }));
  await waitFor(() =>
    expect(linksOf(page.world, 431)).toContainEqual({ id: 433, type: 'relates_to' }),
  );
  expect(linksOf(page.world, 431)).toContainEqual({ id: 640, type: '_covered_by' });
});

test('D4: a lost answer of another artifact is looked up there, and nothing is sent twice', async () => {
  const page = await renderArtifact();
  await editAt(page, 431);
  await addChildOf(page, 12);
  armFault(page.world, { match: 'PUT artifacts/12', answer: 'drop-after-write' });
  await save(page);
  expect(await screen.findByText(/^Saved at .*12 \(changeset \d+\)/)).toBeVisible();
  expect(page.sent('PUT')).toHaveLength(1);
});

test('D4: stored in part, the links that are missing stay in the form with the reason, and go out with the next save', async () => {
  const page = await renderArtifact();
  await editAt(page, 431);
  await addChildOf(page, 12);
  await page.user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '-x');
  // The artifact itself is saved by then.
  armFault(page.world, { match: 'PUT artifacts/12', answer: { status: 400 } });
  await save(page);
  expect(await screen.findByText(/^Saved as changeset \d+\.$/)).toBeVisible();
  const alert = (await screen.findByText(/^Not saved at another artifact/)).closest('[role=alert]');
  expect(alert).toHaveTextContent(/12: \S+/);
  expect(links()).toHaveTextContent(/#12.*added/);
  expect(screen.getByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('1 change');
  expect(screen.getByRole('textbox', { name: 'BP-ID' })).toHaveValue('BP-2207-x');
  await save(page);
  expect(await screen.findByText(/^Saved at /)).toBeVisible();
  expect(linksOf(page.world, 12)).toContainEqual({ id: 431, type: '_is_child' });
  expect(puts(page).map(({ path }) => path)).toEqual([
    '/api/artifacts/431',
    ...['/api/artifacts/12', '/api/artifacts/12'],
  ]);
});

test('D4: where it stays unknown, saving waits for a look, which then finishes what is missing', async () => {
  const page = await renderArtifact();
  await editAt(page, 431);
  await addChildOf(page, 12);
  // A proxy gave up waiting: the request may still be on its way.
  armFault(page.world, { match: 'PUT artifacts/12', answer: { status: 504 } });
  await save(page);
  expect(await screen.findByText(/it is not known whether they are saved/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(/last save/);
  await page.user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText(/^Saved at .*12/)).toBeVisible();
  expect(linksOf(page.world, 12)).toContainEqual({ id: 431, type: '_is_child' });
  expect(screen.queryByText(/it is not known whether/)).not.toBeInTheDocument();
});

test('A1: the request shown before is the one that is sent, of the other artifacts too', async () => {
  const page = await renderArtifact();
  await editAt(page, 431);
  await addChildOf(page, 12);
  await page.user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '-x');
  const bar = within(screen.getByRole('region', { name: 'Unsaved changes' }));
  await page.user.click(bar.getByRole('button', { name: 'Show the request' }));
  const request = within(await screen.findByRole('dialog', { name: 'The request, not sent yet' }));
  await page.user.click(request.getByRole('button', { name: '2. PUT' }));
  expect(request.getByText('PUT /api/artifacts/12')).toBeVisible();
  expect(page.sent('PUT')).toEqual([]);
});
