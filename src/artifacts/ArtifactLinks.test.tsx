import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fieldIds, renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { add, adding, edit, links, type Page, save } from '../../tests/fixtures/pages/links';
import { armFault } from '../../tests/sandbox/faults';

test('L1: links stand under the words of their type and direction, with title and status', async () => {
  await renderArtifact();
  const row = (await screen.findByText('Test: export of 10,000 rows')).closest('dd');
  expect(row).toHaveTextContent(/#640.*Passed.*Tests/);
  expect(row?.parentElement).toHaveTextContent('is covered by');
  expect(screen.getByText('blocks').parentElement).toHaveTextContent('#433');
});

test('L1: what is edited stands where it was read, also while its type changes', async () => {
  const page = await renderArtifact();
  const numbers = (role: 'definition' | 'listitem') =>
    within(links())
      .getAllByRole(role)
      .map(({ textContent }) => /#\d+/.exec(textContent ?? '')?.[0]);
  // The tracker lists "is covered by" before "blocks".
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['is covered by', 'blocks']),
  );
  await edit(page);
  expect(numbers('listitem')).toEqual(['#640', '#433']);
  await page.user.selectOptions(
    within(links()).getByRole('combobox', { name: 'Type of the link to #640' }),
    'relates to',
  );
  expect(numbers('listitem')).toEqual(['#640', '#433']);
});

test('L1: links of others to this one read from the other end', async () => {
  const page = await renderArtifact();
  await page.router.navigate('/artifacts/433');
  const blocked = (await screen.findByText('is blocked by')).parentElement;
  expect(blocked).toHaveTextContent('#431');
  await waitFor(() =>
    expect(blocked).toHaveTextContent('Export keeps its columns and their order'),
  );
  expect(screen.getByText('is child of').parentElement).toHaveTextContent('#12');
});

test('L1: all titles are asked for at once, and without them the numbers stand', async () => {
  const page = await renderArtifact();
  armFault(page.world, { match: 'GET artifacts', answer: { status: 500 }, times: 9 });
  await page.router.navigate('/artifacts/433');
  expect(await screen.findByText(/Could not read the titles/)).toBeVisible();
  expect(screen.getByRole('link', { name: '#431' })).toBeVisible();
  page.world.armedFaults.length = 0;
  const again = screen.getByRole('button', { name: 'Try again' });
  again.focus();
  await page.user.keyboard('{Enter}');
  expect(await screen.findByText('Export keeps its columns and their order')).toBeVisible();
  expect(screen.queryByText(/Could not read the titles/)).not.toBeInTheDocument();
  // The button went: the focus has a place.
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('L3: another type is chosen as a phrase, and a removed link can be taken back', async () => {
  const page = await renderArtifact();
  await edit(page);
  await page.user.click(within(links()).getByRole('button', { name: 'Remove the link to #433' }));
  expect(links()).toHaveTextContent(/#433.*removed/);
  await page.user.click(
    within(links()).getByRole('button', { name: 'Undo: keep the link to #433' }),
  );
  expect(screen.getByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('No changes');
  await page.user.selectOptions(
    within(links()).getByRole('combobox', { name: 'Type of the link to #433' }),
    'relates to',
  );
  await save(page);
  expect(await screen.findByText(/Saved as changeset/)).toBeVisible();
  expect(stored(page.world, 'links')).toEqual(
    expect.arrayContaining([
      { id: 433, type: 'relates_to' },
      { id: 640, type: '_covered_by' },
    ]),
  );
});

test('L1: where the tracker forbids it, links of others are not changed from here, and it is said', async () => {
  const page = await renderArtifact();
  for (const { fields } of page.world.trackers.values()) {
    for (const field of fields)
      if (field.specific) field.specific = { can_edit_reverse_links: '0' };
  }
  await page.router.navigate('/artifacts/433');
  await screen.findByText('is blocked by');
  await edit(page);
  expect(links()).toHaveTextContent(/open the other artifact/);
  expect(
    within(links()).queryByRole('button', { name: 'Remove the link from #431' }),
  ).not.toBeInTheDocument();
  await page.user.click(screen.getByRole('button', { name: 'Add a link' }));
  const phrases = within(adding().getByRole('combobox', { name: '#433' })).getAllByRole('option');
  expect(phrases.map(({ textContent }) => textContent)).not.toContain('is child of');
});

async function benAdds({ ask, world }: Page, id: number, type = ''): Promise<void> {
  const values = [
    {
      field_id: fieldIds(world).links,
      links: [
        { id: 640, type: '_covered_by' },
        { id: 433, type: 'blocks' },
        { id, type },
      ],
    },
  ];
  await ask('ben', 'PUT', 'artifacts/431', { values });
}

test('L4: somebody adds a link in between: both additions are stored, and it is said', async () => {
  const page = await renderArtifact();
  await edit(page);
  await add(page, '12');
  await page.user.click(await adding().findByRole('button', { name: /^Add #12 / }));
  await benAdds(page, 40, 'relates_to');
  await save(page);
  expect(await screen.findByText(/nothing of either is lost/)).toHaveTextContent('Ben Okafor');
  expect(stored(page.world, 'links')).toEqual(
    expect.arrayContaining([
      { id: 12, type: expect.any(String) },
      { id: 40, type: 'relates_to' },
      { id: 433, type: 'blocks' },
      { id: 640, type: '_covered_by' },
    ]),
  );
  expect(page.sent('PUT')).toHaveLength(1);
});

test('L4: also in the same second, in which the server would let the older list through', async () => {
  const page = await renderArtifact();
  // A write of anna's own in this second: then ben's has the ETag that the page has read. Later than all that is seeded.
  const second = Math.floor(Date.now() / 1000) + 60;
  page.world.now = () => second * 1000;
  await page.ask('anna', 'PUT', 'artifacts/431', {
    values: [],
    comment: { body: 'Now', format: 'text' },
  });
  await page.queryClient.invalidateQueries();
  await edit(page);
  await add(page, '12');
  await page.user.click(await adding().findByRole('button', { name: /^Add #12 / }));
  await benAdds(page, 40);
  await save(page);
  expect(await screen.findByText(/nothing of either is lost/)).toBeVisible();
  const [put] = page.sent('PUT');
  expect(put?.headers.get('if-match')).toBe(String(second));
  expect(stored(page.world, 'links')).toEqual(
    expect.arrayContaining([{ id: 40, type: '' }, expect.objectContaining({ id: 12 })]),
  );
});

test('L4: two types for one link are a conflict to choose, and the other links are not part of it', async () => {
  const page = await renderArtifact();
  await edit(page);
  await page.user.selectOptions(
    within(links()).getByRole('combobox', { name: 'Type of the link to #433' }),
    'relates to',
  );
  const values = [
    {
      field_id: fieldIds(page.world).links,
      links: [
        { id: 640, type: '_covered_by' },
        { id: 433, type: 'fixed_in' },
        { id: 40, type: '' },
      ],
    },
  ];
  await page.ask('ben', 'PUT', 'artifacts/431', { values });
  await save(page);
  const prompt = within(await screen.findByRole('dialog', { name: /Conflict/ }));
  expect(page.sent('PUT')).toHaveLength(0);
  await page.user.click(prompt.getByRole('button', { name: 'Mine' }));
  await page.user.click(prompt.getByRole('button', { name: /Save merged version/ }));
  expect(await screen.findByText(/Saved as changeset/)).toBeVisible();
  expect(stored(page.world, 'links')).toEqual(
    expect.arrayContaining([
      { id: 433, type: 'relates_to' },
      { id: 40, type: '' },
    ]),
  );
});

test('E16: a lost answer after a merge is found by what was really sent, and nothing is sent twice', async () => {
  const page = await renderArtifact();
  await edit(page);
  await add(page, '12');
  await page.user.click(await adding().findByRole('button', { name: /^Add #12 / }));
  await benAdds(page, 40);
  armFault(page.world, { match: 'PUT artifacts/431', answer: 'drop-after-write' });
  await save(page);
  expect(await screen.findByText(/your change landed as changeset \d+/)).toBeVisible();
  expect(page.sent('PUT')).toHaveLength(1);
});
