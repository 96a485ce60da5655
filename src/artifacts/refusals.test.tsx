import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { problemSummary, renderArtifact } from '../../tests/fixtures/artifactPage';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { armFault } from '../../tests/sandbox/faults';

/** Artifact 431 with another title, and the server's answer to that. */
async function refused(message: string) {
  const page = await renderArtifact();
  const answer = {
    status: 400,
    body: { error: { code: 400, message: `Bad Request: ${message}` } },
  };
  armFault(page.world, { match: 'PUT artifacts/431', answer });
  await page.user.keyboard('e');
  await page.user.type(await screen.findByRole('textbox', { name: 'Title' }), ' again');
  await saveByKey(page.user);
  return { ...page, summary: await problemSummary() };
}

const box = (name: string) => screen.getByRole('textbox', { name });

test('E12: what the server says of a field that was never touched stands at that field, and at both where it names two', async () => {
  const words = 'BP-ID must not be there without Effort.';
  const { user, summary } = await refused(`error: ${words}\nerror: Nobody knows why.`);
  expect(
    within(summary)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([`Effort: ${words}`, words, 'Nobody knows why.']);
  for (const name of ['BP-ID', 'Effort']) {
    expect(box(name)).toBeInvalid();
    expect(box(name)).toHaveAccessibleDescription(expect.stringContaining(words));
  }
  expect(box('Title')).toBeValid();
  await user.type(box('Effort'), '1');
  expect(box('Effort')).toBeValid();
  expect(box('BP-ID')).toBeInvalid();
});

test('E12: a line of the list is struck out once its field is changed, and stands again with the value that was refused', async () => {
  const { user, summary } = await refused('error: Title is too rude.\nerror: Effort is too small.');
  const line = (name: string) =>
    within(summary).getByRole('button', { name }).closest<HTMLElement>('li') ?? document.body;
  await user.type(box('Title'), '!');
  expect(line('Title')).toHaveClass('artifact-problem-changed');
  expect(line('Title')).toHaveTextContent('Title is too rude. changed since');
  // Said to who comes to the line, and to nobody who types.
  const way = within(summary).getByRole('button', { name: 'Title' });
  expect(way).toHaveAccessibleDescription('changed since');
  expect(line('Effort')).not.toHaveClass('artifact-problem-changed');
  expect(line('Effort')).toHaveTextContent('Effort is too small.');
  await user.type(box('Title'), '{Backspace}');
  expect(line('Title')).not.toHaveClass('artifact-problem-changed');
  expect(way).not.toHaveAccessibleDescription();
});

test('E12: a field that nobody can change here says what the server has against it, and is jumped to', async () => {
  const { user, summary } = await refused('error: Artifact ID is used up.');
  const row = screen.getByText('Artifact ID', { selector: 'dt' }).closest('dl');
  expect(row).toHaveTextContent('Artifact ID is used up.');
  await user.click(within(summary).getByRole('button', { name: 'Artifact ID' }));
  expect(row).toHaveFocus();
});

test('E11: a jump to a long text goes to where one writes', async () => {
  const { user, summary } = await refused('error: Description is too short.');
  await user.click(within(summary).getByRole('button', { name: 'Description' }));
  expect(box('Description')).toHaveFocus();
});

test('E12: a text that begins with the label of its field says it once: at the field, in the list and to a screen reader', async () => {
  const { summary } = await refused('error: Effort: not with this status.');
  expect(within(summary).getByRole('listitem')).toHaveTextContent(
    /^Effort: not with this status\.$/,
  );
  expect(box('Effort')).toHaveAccessibleDescription('not with this status. In days.');
});
