import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { problemSummary, renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { renderAt } from '../../tests/renderAt';

async function editStatus() {
  const page = await renderArtifact();
  await page.user.keyboard('e');
  await page.user.click(screen.getByRole('combobox', { name: 'Status' }));
  return page;
}

const offered = () =>
  within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

test('E11: only where the workflow leads is offered, with the reason; what is missing is a list that jumps', async () => {
  const { user, sent, world } = await editStatus();
  expect(offered()).toEqual(['Open', 'In review', 'Rejected']);
  expect(screen.getByText('From Open the workflow leads to In review and Rejected.')).toBeVisible();
  await user.click(screen.getByRole('option', { name: 'In review' }));
  const list = await screen.findByRole('list', { name: 'In review still needs 2 of 3' });
  const needs = () => within(list).getAllByRole('listitem');
  expect(needs().map(({ textContent }) => textContent)).toEqual([
    'Description is there',
    'Target version is empty',
    'A comment is missing',
  ]);
  await saveByKey(user);
  const summary = await problemSummary();
  expect(summary).toHaveTextContent('Target version: To go to In review this must not be empty.');
  const lines = within(summary).getAllByRole('listitem');
  const asked = lines.find((line) => line.textContent.includes('asks for a comment'));
  expect(asked).toHaveTextContent(
    /^Comment: To go to In review the workflow asks for a comment\.$/,
  );
  expect(sent('PUT')).toEqual([]);
  await user.click(within(list).getByRole('button', { name: 'Target version' }));
  expect(screen.getByRole('combobox', { name: 'Target version' })).toHaveFocus();
  await user.click(screen.getByRole('combobox', { name: 'Target version' }));
  const [, version] = within(screen.getByRole('listbox')).getAllByRole('option');
  if (version) await user.click(version);
  expect(list).toHaveAccessibleName('In review still needs 1 of 3');
  // What is met stays, ticked: nothing moves under who fills it in.
  expect(needs()[1]).toHaveTextContent('Target version is there');
  expect(within(list).queryByRole('button', { name: 'Target version' })).not.toBeInTheDocument();
  await user.click(within(list).getByRole('button', { name: 'A comment' }));
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus();
  await user.keyboard('Ready to be looked at.');
  expect(await screen.findByText('Everything that In review asks for is there.')).toBeVisible();
  expect(asked).toHaveClass('artifact-problem-changed');
  expect(asked).toHaveTextContent(/changed since$/);
  expect(needs()).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Saved as changeset \d+/);
  expect(stored(world, 'status')).not.toEqual([]);
  expect(sent('PUT')).toHaveLength(1);
});

test('E11: who may not read what a transition asks for is told so, and the server’s word comes to the field', async () => {
  const { user } = await renderAt('/artifacts/431', { as: 'ben' });
  await screen.findByRole('button', { name: 'Edit' });
  await user.keyboard('e');
  expect(screen.queryByText(/cannot be read here/)).not.toBeInTheDocument();
  await user.click(await screen.findByRole('combobox', { name: 'Status' }));
  await user.click(screen.getByRole('option', { name: 'In review' }));
  expect(
    screen.getByText(
      'Whether In review asks for more cannot be read here: the server checks it when you save.',
    ),
  ).toBeVisible();
  await saveByKey(user);
  expect(await problemSummary()).toHaveTextContent(/Target version .*must not be empty/);
});

test('E10: a list follows the one it depends on while it is typed, and says so with a way out', async () => {
  const { user } = await renderAt('/trackers/82/new');
  await user.click(await screen.findByRole('combobox', { name: 'Component' }));
  await user.click(screen.getByRole('option', { name: 'Editor' }));
  await user.click(screen.getByRole('combobox', { name: 'Area' }));
  expect(offered()).toEqual(['None', 'Markdown', 'Drafts']);
  await user.click(screen.getByRole('option', { name: 'Drafts' }));
  const why = screen.getByText(/Only what goes with Component Editor\./);
  expect(why).toHaveTextContent('Columns goes with Tables.');
  await user.click(within(why).getByRole('button', { name: 'Change Component' }));
  expect(screen.getByRole('combobox', { name: 'Component' })).toHaveFocus();
  await user.click(screen.getByRole('combobox', { name: 'Component' }));
  await user.click(screen.getByRole('option', { name: 'Tables' }));
  const words = 'Drafts does not go with Component Tables. Possible: Columns and Sorting.';
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: 'Area' })).toHaveAccessibleDescription(words),
  );
  // The field that it is told at may be out of sight: it is said at the one that was changed, too.
  const beside = screen.getByText(
    (_, element) =>
      element?.getAttribute('role') === 'status' && element.textContent?.startsWith(words) === true,
  );
  await user.click(within(beside).getByRole('button', { name: 'Change Area' }));
  expect(screen.getByRole('combobox', { name: 'Area' })).toHaveFocus();
  await user.click(screen.getByRole('combobox', { name: 'Area' }));
  await user.click(screen.getByRole('option', { name: 'Sorting' }));
  expect(screen.queryByText(/does not go with/)).not.toBeInTheDocument();
});
