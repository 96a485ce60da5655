import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { add, adding, edit, links, linksSent, save } from '../../tests/fixtures/pages/links';
import { armFault } from '../../tests/sandbox/faults';

test('L2: a link is added by its number and goes out with every other link and its type', async () => {
  const page = await renderArtifact();
  await edit(page);
  await add(page, 'req #12', 'relates to');
  await page.user.click(await adding().findByRole('button', { name: /^Add #12 / }));
  expect(links()).toHaveTextContent(/#12.*added/);
  await save(page);
  expect(await screen.findByText(/Saved as changeset/)).toBeVisible();
  expect(linksSent(page)).toEqual([
    [
      { id: 12, type: 'relates_to' },
      { id: 433, type: 'blocks' },
      { id: 640, type: '_covered_by' },
    ],
  ]);
  expect((await screen.findByText('relates to')).parentElement).toHaveTextContent('#12');
});

test('L2: by words of a title in another tracker, chosen by keyboard', async () => {
  const page = await renderArtifact();
  await edit(page);
  await page.user.click(screen.getByRole('button', { name: 'Add a link' }));
  expect(adding().getByRole('textbox', { name: 'Artifact' })).toHaveFocus();
  await page.user.selectOptions(
    adding().getByRole('combobox', { name: 'Search titles in' }),
    'Tests',
  );
  await add(page, 'export rows');
  const found = await adding().findByRole('list', { name: 'Found artifacts' });
  expect(within(found).getByText('Test: export of 10,000 rows')).toBeVisible();
  expect(within(found).getByRole('button', { name: /^Add #640 / })).toHaveAccessibleDescription(
    '#640 is linked already: is covered by #640',
  );
});

test('L2: Escape closes what adds one link, and gives the focus back; a pasted list is not thrown away', async () => {
  const page = await renderArtifact();
  await edit(page);
  const opener = screen.getByRole('button', { name: 'Add a link' });
  await page.user.click(opener);
  await page.user.keyboard('exp');
  // The key ends what is being composed in another script, and nothing else.
  const text = adding().getByRole('textbox', { name: 'Artifact' });
  fireEvent.keyDown(text, { key: 'Escape', isComposing: true });
  expect(text).toBeVisible();
  await page.user.keyboard('{Escape}');
  expect(screen.queryByRole('group', { name: 'New link' })).not.toBeInTheDocument();
  expect(opener).toHaveFocus();
  await page.user.keyboard('{Enter}');
  await page.user.click(adding().getByRole('button', { name: 'Paste a list' }));
  await page.user.keyboard('#12{Enter}#13{Escape}');
  expect(adding().getByRole('textbox', { name: /^Artifacts, as many/ })).toHaveValue('#12\n#13');
});

test('L2: the address of an artifact names it; Enter adds it', async () => {
  const page = await renderArtifact();
  await edit(page);
  await add(page, `${location.origin}/plugins/tracker/?aid=77`);
  await adding().findByRole('button', { name: /^Add #77 / });
  await page.user.keyboard('{Enter}');
  expect(links()).toHaveTextContent(/#77.*added/);
  expect(adding().getByRole('textbox', { name: 'Artifact' })).toHaveValue('');
});

test('L2: an address of another server adds nothing until it is said to be this one', async () => {
  const page = await renderArtifact();
  await edit(page);
  await add(page, 'https://old.example.org/plugins/tracker/?aid=77');
  const button = await adding().findByRole('button', { name: /^Add #77 / });
  await page.user.keyboard('{Enter}');
  expect(within(links()).queryByText('added')).not.toBeInTheDocument();
  expect(button).toHaveFocus();
  expect(button).toHaveAccessibleDescription(/of old\.example\.org, another server/);
  await page.user.click(adding().getByRole('button', { name: 'It is this server' }));
  await page.user.keyboard('{Enter}');
  expect(links()).toHaveTextContent(/#77.*added/);
});

test('L2: of a number that could not be looked up nothing is said; of one that nobody can see, what the server does', async () => {
  const page = await renderArtifact();
  await edit(page);
  armFault(page.world, { match: 'GET artifacts', answer: { status: 500 }, times: 9 });
  await add(page, '#9999999');
  await adding().findByText('Could not look it up.');
  const found = () => adding().getByRole('list', { name: 'Found artifacts' });
  expect(found()).toHaveTextContent('#9999999');
  expect(found()).not.toHaveTextContent('no such artifact');
  page.world.armedFaults.length = 0;
  await page.user.type(adding().getByRole('textbox', { name: 'Artifact' }), '{Backspace}');
  await waitFor(() => expect(found()).toHaveTextContent(/no such artifact/));
  expect(found()).toHaveTextContent(/if there is none, the server refuses/);
});

test('L2: Enter means what the whole text finds, not what an earlier one found', async () => {
  const page = await renderArtifact();
  await edit(page);
  await add(page, 'legally sound');
  await adding().findByRole('button', { name: /^Add #12 / });
  await page.user.keyboard(' nowhere{Enter}');
  expect(await adding().findByText('No title in Requirements has these words.')).toBeVisible();
  expect(within(links()).queryByText('added')).not.toBeInTheDocument();
  await page.user.clear(adding().getByRole('textbox', { name: 'Artifact' }));
  await page.user.keyboard('legally sound{Enter}');
  await waitFor(() => expect(links()).toHaveTextContent(/#12.*added/));
});

test('L2: numbers typed one after the other with Enter, faster than any is looked up, are all added', async () => {
  const page = await renderArtifact();
  await edit(page);
  await page.user.click(screen.getByRole('button', { name: 'Add a link' }));
  const text = adding().getByRole('textbox', { name: 'Artifact' });
  for (const value of ['12', '#641']) {
    fireEvent.change(text, { target: { value } });
    fireEvent.keyDown(text, { key: 'Enter' });
    expect(text).toHaveValue('');
  }
  expect(links()).toHaveTextContent(/#12.*added/);
  expect(links()).toHaveTextContent(/#641.*added/);
  // One that cannot be linked is not: it stays to be read why.
  fireEvent.change(text, { target: { value: '431' } });
  fireEvent.keyDown(text, { key: 'Enter' });
  expect(text).toHaveValue('431');
  expect(await adding().findByText(/cannot be linked to itself/)).toBeVisible();
});

test('L2: the arrows go through what was found, and back to the text', async () => {
  const page = await renderArtifact();
  await edit(page);
  await add(page, 'export');
  const found = await adding().findByRole('list', { name: 'Found artifacts' });
  const [first, second] = within(found).getAllByRole('button', { name: /^Add #/ });
  const text = adding().getByRole('textbox', { name: 'Artifact' });
  for (const key of ['ArrowDown', 'Enter']) fireEvent.keyDown(text, { key, isComposing: true });
  expect(text).toHaveFocus();
  await page.user.keyboard('{ArrowDown}');
  expect(first).toHaveFocus();
  await page.user.keyboard('{ArrowDown}');
  expect(second).toHaveFocus();
  await page.user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  expect(adding().getByRole('textbox', { name: 'Artifact' })).toHaveFocus();
  await page.user.keyboard('{ArrowDown}{Enter}');
  expect(links()).toHaveTextContent(/added/);
});

test('L2: an artifact cannot be linked to itself, and is told so', async () => {
  const page = await renderArtifact();
  await edit(page);
  await add(page, '431');
  const button = await adding().findByRole('button', { name: /^Add #431/ });
  expect(button).toHaveAccessibleDescription('An artifact cannot be linked to itself');
  await page.user.keyboard('{Enter}');
  await page.user.click(button);
  expect(within(links()).queryByText('added')).not.toBeInTheDocument();
});

test('L2: a number that is none is refused by the server, in its words at the field', async () => {
  const page = await renderArtifact();
  const before = stored(page.world, 'links');
  await edit(page);
  await add(page, '#9999999');
  await page.user.click(await adding().findByRole('button', { name: 'Add #9999999' }));
  await save(page);
  await waitFor(() => expect(links()).toHaveAccessibleDescription(/9999999 is not an artifact id/));
  expect(links()).toHaveTextContent(/#9999999.*added/);
  expect(stored(page.world, 'links')).toEqual(before);
});
