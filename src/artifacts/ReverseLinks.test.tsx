import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderArtifact } from '../../tests/fixtures/artifactPage';
import { adding, links, save } from '../../tests/fixtures/pages/links';
import {
  addChildOf,
  editAt,
  linkFieldOf,
  linksOf,
  puts,
  trackerOf,
} from '../../tests/fixtures/pages/reverseLinks';

/** Links of other artifacts to this one, written from here: each at the artifact that it starts from (features D4, L3–L5). */

test('L3: type and direction are one phrase; a reverse one is written at the other artifact, with every link of its own', async () => {
  const page = await renderArtifact();
  await editAt(page, 431);
  await addChildOf(page, 12);
  expect(links()).toHaveTextContent(/#12.*added/);
  await save(page);
  expect(await screen.findByText(/^Saved at .*12 \(changeset \d+\)/)).toBeVisible();
  expect(puts(page)).toEqual([
    {
      path: '/api/artifacts/12',
      guard: expect.stringMatching(/^\d+$/),
      values: [
        {
          field_id: linkFieldOf(page.world, 12).id,
          links: [
            { id: 40, type: '_is_child' },
            { id: 431, type: '_is_child' },
            { id: 433, type: '_is_child' },
            { id: 902, type: '_is_child' },
          ],
        },
      ],
    },
  ]);
  expect(linksOf(page.world, 12)).toContainEqual({ id: 431, type: '_is_child' });
  expect((await screen.findByText('is child of')).parentElement).toHaveTextContent('#12');
});

test('L3: another direction of a link is another link: the old one is taken out in sight', async () => {
  const page = await renderArtifact();
  await editAt(page, 431);
  await page.user.selectOptions(
    within(links()).getByRole('combobox', { name: 'Type of the link to #433' }),
    'is blocked by',
  );
  expect(links()).toHaveTextContent(/#433.*removed/);
  expect(links()).toHaveTextContent(/#433.*added/);
  await save(page);
  await waitFor(() => expect(linksOf(page.world, 433)).toContainEqual({ id: 431, type: 'blocks' }));
  expect(linksOf(page.world, 431)).not.toContainEqual(expect.objectContaining({ id: 433 }));
});

test('L3: where two artifacts are linked both ways, neither link becomes the other one by its phrase', async () => {
  const page = await renderArtifact();
  await page.ask('anna', 'PUT', 'artifacts/433', {
    values: [
      { field_id: linkFieldOf(page.world, 433).id, links: [{ id: 431, type: 'relates_to' }] },
    ],
  });
  await editAt(page, 433);
  const type = (end: string) =>
    within(links()).getByRole('combobox', { name: `Type of the link ${end} #431` });
  const offered = (end: string) =>
    within(type(end))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
  expect(offered('from')).toContain('is child of');
  expect(offered('from')).not.toContain('is parent of');
  expect(offered('to')).toContain('is parent of');
  expect(offered('to')).not.toContain('is child of');
  // With the other one taken out there is room for it.
  await page.user.click(within(links()).getByRole('button', { name: 'Remove the link from #431' }));
  expect(offered('to')).toContain('is child of');
});

test('L3: a link that turns the hierarchy of two trackers round is told, and turned by a click', async () => {
  const page = await renderArtifact();
  trackerOf(page.world, 431).parentTrackerId = trackerOf(page.world, 640).id;
  await page.queryClient.invalidateQueries();
  await waitFor(() => expect(page.queryClient.isFetching()).toBe(0));
  await editAt(page, 431);
  await page.user.selectOptions(
    within(links()).getByRole('combobox', { name: 'Type of the link to #640' }),
    'is parent of',
  );
  expect(await within(links()).findByText(/Tests are the parents of Requirements/)).toBeVisible();
  await page.user.click(within(links()).getByRole('button', { name: 'Make it “is child of”' }));
  expect(links()).not.toHaveTextContent(/other way round/);
  expect(
    within(links()).getByRole('combobox', { name: 'Type of the link from #640' }),
  ).toHaveDisplayValue('is child of');
});

test('L3: a link is not turned round where that direction cannot be chosen, and is told all the same', async () => {
  const page = await renderArtifact();
  const [here, there] = [trackerOf(page.world, 431), trackerOf(page.world, 640)];
  here.parentTrackerId = there.id;
  linkFieldOf(page.world, 431).specific = { can_edit_reverse_links: '0' };
  const values = [
    { field_id: linkFieldOf(page.world, 431).id, links: [{ id: 640, type: '_is_child' }] },
  ];
  await page.ask('anna', 'PUT', 'artifacts/431', { values });
  await page.queryClient.invalidateQueries();
  await waitFor(() => expect(page.queryClient.isFetching()).toBe(0));
  await editAt(page, 431);
  expect(await within(links()).findByText(/Tests are the parents of Requirements/)).toBeVisible();
  expect(within(links()).queryByRole('button', { name: /^Make it/ })).not.toBeInTheDocument();
});

test('L3: a link that stands the wrong way round is told to who only reads, at either of its ends', async () => {
  const page = await renderArtifact();
  // #12 is the parent of #433: with bugs as the children of tests, and these of requirements.
  const [parent, child] = [trackerOf(page.world, 13), trackerOf(page.world, 506)];
  parent.parentTrackerId = child.id;
  const values = [
    { field_id: linkFieldOf(page.world, 13).id, links: [{ id: 506, type: '_is_child' }] },
  ];
  await page.ask('anna', 'PUT', 'artifacts/13', { values });
  await page.queryClient.invalidateQueries();
  for (const id of [13, 506]) {
    await page.router.navigate(`/artifacts/${id}`);
    const words = `${child.label} are the parents of ${parent.label}: this is the other way round.`;
    expect(await screen.findByText(words)).toBeVisible();
  }
});

test('L5: before the save it is said which other artifacts get a changeset, and who changed them last', async () => {
  const page = await renderArtifact();
  await editAt(page, 433);
  expect(links()).not.toHaveTextContent(/Saving also writes/);
  await page.user.click(within(links()).getByRole('button', { name: 'Remove the link from #431' }));
  await waitFor(() =>
    expect(links()).toHaveTextContent(
      /Saving also writes a changeset on req #431, last changed by/,
    ),
  );
  await page.user.click(
    within(links()).getByRole('button', { name: 'Undo: keep the link from #431' }),
  );
  expect(links()).not.toHaveTextContent(/Saving also writes/);
});

test('L5: an artifact that I may not change cannot be linked from, and the reason stands there', async () => {
  const page = await renderArtifact();
  const field = linkFieldOf(page.world, 640);
  field.permissions = { ...field.permissions, update: [] };
  await editAt(page, 431);
  await page.user.click(screen.getByRole('button', { name: 'Add a link' }));
  await page.user.selectOptions(adding().getByRole('combobox', { name: '#431' }), 'is child of');
  await page.user.type(adding().getByRole('textbox', { name: 'Artifact' }), '#640');
  const button = await adding().findByRole('button', { name: /^Add #640 / });
  await waitFor(() =>
    expect(button).toHaveAccessibleDescription(/You may not change Links of \w+ #640 now/),
  );
  await page.user.keyboard('{Enter}');
  expect(within(links()).queryByText('added')).not.toBeInTheDocument();
  await page.user.selectOptions(adding().getByRole('combobox', { name: '#431' }), 'relates to');
  await waitFor(() => expect(button).not.toHaveAccessibleDescription(/may not change/));
});

test('L5: a link of somebody else’s artifact is not taken out where I may not write, and nothing is sent', async () => {
  const page = await renderArtifact();
  const field = linkFieldOf(page.world, 640);
  await page.ask('anna', 'PUT', 'artifacts/640', {
    values: [{ field_id: field.id, links: [{ id: 431, type: 'blocks' }] }],
  });
  field.permissions = { ...field.permissions, update: [] };
  await page.queryClient.invalidateQueries();
  await editAt(page, 431);
  await page.user.click(
    await within(links()).findByRole('button', { name: 'Remove the link from #640' }),
  );
  await waitFor(() => expect(links()).toHaveTextContent(/which you may not/));
  await save(page);
  expect(links()).toHaveAccessibleDescription(/You may not change Links of \w+ #640 now/);
  expect(page.sent('PUT')).toEqual([]);
  await page.user.click(within(links()).getByRole('button', { name: /^Undo: keep/ }));
  await page.user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '-x');
  await save(page);
  expect(await screen.findByText(/Saved as changeset/)).toBeVisible();
});
