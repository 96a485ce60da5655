import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { lastChangeset, renderArtifact } from '../../../tests/fixtures/artifactPage';
import { saveByKey } from '../../../tests/fixtures/saveByKey';
import { armFault } from '../../../tests/sandbox/faults';

beforeAll(() => import('../ArtifactPage'));

const box = () => screen.findByRole('textbox', { name: 'Comment' });

test('H5: people are offered after @, by keyboard, and the comment goes out alone with them', async () => {
  const { user, sent, world } = await renderArtifact();
  await user.type(await box(), 'What says @ok');
  const list = await screen.findByRole('listbox', { name: 'People to tell' });
  expect(within(list).getByRole('option', { name: /Ben Okafor/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await user.keyboard('{Enter}');
  expect(await box()).toHaveValue('What says @ben ');
  await user.type(await box(), 'to art #12?');
  await saveByKey(user);
  await screen.findByText(/Saved as changeset \d+/);
  expect(sent('PUT').map(({ body }) => body)).toEqual([
    { values: [], comment: { body: 'What says @ben to art #12?', format: 'commonmark' } },
  ]);
  expect(lastChangeset(world).comment.content).toBe('What says @ben to art #12?');
});

test('H5: Escape closes the list and the text stays; whoever is not around is searched', async () => {
  const { user } = await renderArtifact();
  await user.type(await box(), '@b');
  await screen.findByRole('listbox', { name: 'People to tell' });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox', { name: 'People to tell' })).not.toBeInTheDocument();
  await user.type(await box(), ' @dor');
  expect(await screen.findByRole('option', { name: /@dora/ })).toBeVisible();
  await user.keyboard('{Tab}');
  expect(await box()).toHaveValue('@b @dora ');
  expect(await box()).toHaveFocus();
});

test('H5: the preview shows the Markdown made safe, and nothing is sent by looking', async () => {
  const { user, sent } = await renderArtifact();
  const words = '**Two** auditors, see art #12, @ben and @nobody <img src=x onerror=alert(1)>';
  await user.type(await box(), words);
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  const preview = await screen.findByRole('region', { name: 'Preview of the comment' });
  await waitFor(() => expect(preview.querySelector('strong')).toHaveTextContent('Two'));
  expect(preview.querySelector('[onerror]')).toBeNull();
  const link = await within(preview).findByRole('link', { name: 'art #12' });
  expect(link).toHaveAttribute('href', '/artifacts/12');
  expect(await within(preview).findByRole('link', { name: '@ben' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/users\/ben$/),
  );
  expect(within(preview).queryByRole('link', { name: '@nobody' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Write' }));
  expect(await box()).toHaveValue(words);
  expect(sent('PUT')).toEqual([]);
});

test('H5: after a previewed comment is sent the next one can be written, from where the keyboard was', async () => {
  const { user } = await renderArtifact();
  await user.type(await box(), 'Seen by legal.');
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  await screen.findByRole('region', { name: 'Preview of the comment' });
  await saveByKey(user);
  await screen.findByText(/Saved as changeset \d+/);
  await waitFor(async () => expect(await box()).toHaveFocus());
  await user.keyboard('Once more');
  expect(await box()).toHaveValue('Once more');
  expect(screen.queryByRole('region', { name: 'Preview of the comment' })).not.toBeInTheDocument();
});

test('H5: a comment that is locked keeps its words and has no marks to put into them', async () => {
  const { user, world } = await renderArtifact();
  armFault(world, { match: 'PUT artifacts/431', answer: { status: 403 } });
  await user.type(await box(), 'Two auditors');
  const tools = () => screen.queryByRole('toolbar', { name: 'Marks in the comment' });
  expect(tools()).toBeVisible();
  await saveByKey(user);
  await waitFor(async () => expect(await box()).toBeDisabled());
  expect(await box()).toHaveValue('Two auditors');
  expect(tools()).not.toBeInTheDocument();
});
