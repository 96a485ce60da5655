import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  fieldIds,
  lastChangeset,
  problemSummary,
  renderArtifact,
  stored,
} from '../../tests/fixtures/artifactPage';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { armFault } from '../../tests/sandbox/faults';

test('An artifact is read as its tracker lays it out, with its facts', async () => {
  await renderArtifact();
  expect(
    screen.getByRole('heading', { level: 1, name: 'Export keeps its columns and their order' }),
  ).toBeVisible();
  expect(screen.getByText(/you may change \d+ of \d+ fields/)).toBeVisible();
  const headings = screen
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent);
  expect(headings.indexOf('Requirement')).toBeLessThan(headings.indexOf('Planning'));
  expect(screen.getByText('BP-2207', { selector: 'dd *' })).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Title' })).not.toBeInTheDocument();
});

test('Comments are read newest first', async () => {
  await renderArtifact('?tab=comments');
  const history = await screen.findByRole('region', { name: 'History' });
  const list = await within(history).findByRole('list', { name: 'Changesets' });
  await within(list).findByText(/Legal reads ten seconds as enough/);
  const entries = Array.from(list.children);
  expect(entries[0]).toHaveTextContent('9902');
  expect(entries[0]).toHaveTextContent('Legal reads ten seconds as enough');
  expect(entries.at(-1)).toHaveTextContent('Created');
});

test('"e" edits, and only the changed field is sent', async () => {
  const { user, sent, world } = await renderArtifact();
  await user.keyboard('e');
  const effort = await screen.findByRole('textbox', { name: 'Effort' });
  await user.clear(effort);
  await user.type(effort, '8');
  expect(screen.getByRole('region', { name: 'Unsaved changes' })).toHaveTextContent(
    '1 change Effort',
  );
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Saved as changeset \d+/)).toBeVisible();
  expect(sent('PUT')).toEqual([
    expect.objectContaining({
      body: { values: [{ field_id: fieldIds(world).effort, value: 8 }] },
    }),
  ]);
  expect(screen.queryByRole('textbox', { name: 'Effort' })).not.toBeInTheDocument();
});

test('A comment goes out alone with Ctrl+Enter', async () => {
  const { user, sent, world } = await renderArtifact();
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Legal **agrees**.');
  await saveByKey(user);
  expect(await screen.findByText(/Saved as changeset \d+/)).toBeVisible();
  expect(sent('PUT').map(({ body }) => body)).toEqual([
    { values: [], comment: { body: 'Legal **agrees**.', format: 'commonmark' } },
  ]);
  expect(lastChangeset(world).comment.content).toBe('Legal **agrees**.');
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('');
});

test('Wrong values are told at the field and in a summary that jumps, and nothing is sent', async () => {
  const { user, sent } = await renderArtifact();
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  const title = screen.getByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(title).toBeInvalid();
  const summary = await problemSummary();
  await user.click(within(summary).getByRole('button', { name: 'Title' }));
  expect(title).toHaveFocus();
  expect(sent('PUT')).toEqual([]);
});

test('The undo of a field takes back that field alone, and leads into it', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  await user.type(screen.getByRole('textbox', { name: 'Title' }), '!');
  await user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '9');
  await user.click(screen.getByRole('button', { name: 'Changed undo the change of Title' }));
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue(
    'Export keeps its columns and their order',
  );
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveFocus();
  expect(screen.getByRole('textbox', { name: 'BP-ID' })).toHaveValue('BP-22079');
});

test('The undo of a list leads into it and leaves it closed: the next key or press opens it', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  await user.click(screen.getByRole('button', { name: 'Remove APAC' }));
  await user.click(screen.getByRole('button', { name: 'Changed undo the change of Regions' }));
  const box = screen.getByRole('combobox', { name: 'Regions' });
  expect(box).toHaveFocus();
  expect(box).toHaveAttribute('aria-expanded', 'false');
  await user.keyboard('{ArrowDown}');
  expect(box).toHaveAttribute('aria-expanded', 'true');
});

test('The undo of a text that is shown as its preview keeps the focus in its field', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  await user.type(screen.getByRole('textbox', { name: 'Description' }), '!');
  const ways = screen.getByRole('group', { name: 'Write or preview Description' });
  await user.click(within(ways).getByRole('button', { name: 'Preview' }));
  screen.getByRole('button', { name: 'Changed undo the change of Description' }).focus();
  await user.keyboard('{Enter}');
  expect(ways).toContainElement(document.activeElement as HTMLElement);
});

test('Discard asks, and says what is thrown away', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  await user.type(screen.getByRole('textbox', { name: 'Title' }), '!');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  const dialog = await screen.findByRole('alertdialog', { name: /Discard 1 change/ });
  await user.click(within(dialog).getByRole('button', { name: 'Keep editing' }));
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue(
    'Export keeps its columns and their order!',
  );
});

test('A comment that is discarded takes the bar with it, and the heading has the focus then', async () => {
  const { user } = await renderArtifact();
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Never mind');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  const dialog = await screen.findByRole('alertdialog', { name: /Discard a comment/ });
  await user.click(within(dialog).getByRole('button', { name: 'Discard' }));
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('Leaving with unsaved text asks; staying keeps it', async () => {
  const { user, router } = await renderArtifact();
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Half a thought');
  await router.navigate('/connect');
  const dialog = await screen.findByRole('alertdialog', { name: /without saving/ });
  await user.click(within(dialog).getByRole('button', { name: 'Stay here' }));
  expect(router.state.location.pathname).toBe('/artifacts/431');
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Half a thought');
});

test('A refusal of the server is shown in its words at the field, and the text is kept', async () => {
  const { user, world } = await renderArtifact();
  armFault(world, {
    match: 'PUT artifacts/431',
    answer: {
      status: 400,
      body: { error: { code: 400, message: 'Bad Request: error: Effort is too large.\n' } },
    },
  });
  await user.keyboard('e');
  const effort = screen.getByRole('textbox', { name: 'Effort' });
  await user.type(effort, '0000');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(effort).toBeInvalid());
  expect(effort).toHaveAccessibleDescription(expect.stringContaining('Effort is too large.'));
  expect(effort).toHaveValue('50000');
});

test('A 403 locks the page, says why and keeps what was typed', async () => {
  const { user, world } = await renderArtifact();
  armFault(world, { match: 'PUT artifacts/431', answer: { status: 403 } });
  await user.keyboard('e');
  await user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '-kept');
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Kept');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/What you typed stays here to copy/)).toBeVisible();
  expect(screen.getByText('BP-2207-kept')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'BP-ID' })).not.toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Kept');
  expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  // The right was given back, or a proxy had refused: no reload is needed for another try.
  await user.click(screen.getByRole('button', { name: 'Let me try again' }));
  expect(screen.getByRole('textbox', { name: 'BP-ID' })).toHaveValue('BP-2207-kept');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Saved as changeset \d+/);
  expect(stored(world, 'bp_id')).toBe('BP-2207-kept');
});

test('E16: an answer that never came is found, and the comment is there once', async () => {
  const { user, world, sent } = await renderArtifact();
  armFault(world, { match: 'PUT artifacts/431', answer: 'drop-after-write' });
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Only once');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/your change landed as changeset \d+/)).toBeVisible();
  expect(sent('PUT')).toHaveLength(1);
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('');
});

test('E16: a request that was lost before it arrived is offered again and stored once', async () => {
  const { user, world } = await renderArtifact();
  const before = lastChangeset(world).id;
  armFault(world, { match: 'PUT artifacts/431', answer: 'offline' });
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Second try');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/not known whether your change was saved/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  expect(lastChangeset(world).id).toBe(before);
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(await screen.findByText(/Saved as changeset \d+/)).toBeVisible();
  expect(lastChangeset(world).comment.content).toBe('Second try');
});

test('The ETag goes back byte for byte, and no write goes out without a condition', async () => {
  const { user, sent } = await renderArtifact();
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Checked');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Saved as changeset/);
  const [put] = sent('PUT');
  expect(put?.headers.get('if-match')).toBe(put?.etagRead);
});

test('Newer data from a refetch is announced, never put into what I typed', async () => {
  const { user, ask, world, queryClient } = await renderArtifact();
  await user.keyboard('e');
  await user.type(screen.getByRole('textbox', { name: 'Title' }), ' always');
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).title, value: 'By ben' }],
  });
  await queryClient.invalidateQueries();
  expect(await screen.findByText(/Your text is untouched/)).toHaveTextContent(
    'Ben Okafor changed Title',
  );
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue(
    'Export keeps its columns and their order always',
  );
});

test('Where nothing was typed the page follows the server', async () => {
  const { ask, world, queryClient } = await renderArtifact();
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).bp_id, value: 'BP-9' }],
  });
  await queryClient.invalidateQueries();
  expect(await screen.findByText('BP-9', { selector: 'dd *' })).toBeVisible();
  expect(screen.queryByText(/Your text is untouched/)).not.toBeInTheDocument();
});

test('A new title stands at the top and in the document at once', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  const title = screen.getByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, 'Export keeps its order');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Export keeps its order' }),
  ).toBeVisible();
  await waitFor(() => expect(document.title).toContain('Export keeps its order'));
});

test('By keyboard alone: Edit leads into the first field, the end of editing to the heading', async () => {
  const { user } = await renderArtifact();
  screen.getByRole('button', { name: 'Edit' }).focus();
  await user.keyboard('{Enter}');
  const title = await screen.findByRole('textbox', { name: 'Title' });
  expect(title).toHaveFocus();
  await user.keyboard('!');
  await saveByKey(user);
  expect(await screen.findByText(/Saved as changeset \d+/)).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  await user.keyboard('e');
  expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveFocus();
});

test('What is found by the label of a field is its control alone, changed or not', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  await user.type(await screen.findByRole('textbox', { name: 'BP-ID' }), '9');
  for (const label of ['BP-ID', 'Regions', 'Assigned to']) {
    expect(screen.getAllByLabelText(label, { exact: false }), label).toHaveLength(1);
  }
});
