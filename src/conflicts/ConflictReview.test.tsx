import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fieldIds, lastChangeset, renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { holdRequest } from '../../tests/fixtures/pages/heldRequest';

/** Anna edits Effort and writes a comment; ben changes Effort and BP-ID meanwhile; anna saves. */
async function conflictOnEffort() {
  const page = await renderArtifact();
  const { user, ask, world } = page;
  await user.keyboard('e');
  const effort = screen.getByRole('textbox', { name: 'Effort' });
  await user.clear(effort);
  await user.type(effort, '8');
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Re-estimated.');
  const ids = fieldIds(world);
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [
      { field_id: ids.effort, value: 13 },
      { field_id: ids.bp_id, value: 'BP-2208' },
    ],
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: /Conflict on/ });
  return { ...page, dialog, ids };
}

function effortOf(world: Parameters<typeof stored>[0]) {
  return stored(world, 'effort');
}

test('X2: a 412 opens the prompt: who, what, base, theirs and mine; nothing was overwritten', async () => {
  const { dialog, world } = await conflictOnEffort();
  expect(dialog).toHaveTextContent(/Ben Okafor saved changeset \d+/);
  expect(within(dialog).getByRole('region', { name: 'Your choice' })).toHaveTextContent('Effort');
  expect(within(dialog).getByRole('region', { name: 'Merged by themselves' })).toHaveTextContent(
    'BP-ID',
  );
  expect(within(dialog).getByRole('region', { name: 'Comment kept' })).toHaveTextContent(
    'Re-estimated.',
  );
  expect(within(dialog).getByRole('region', { name: 'Base' })).toHaveTextContent('5');
  expect(within(dialog).getByRole('region', { name: 'Theirs' })).toHaveTextContent('13');
  const mine = within(dialog).getByRole('region', { name: 'Mine' });
  expect(mine).toHaveTextContent('8');
  // The base stands beside it: what it is of one value is not told once more.
  expect(mine).not.toHaveTextContent('removed');
  expect(effortOf(world)).toBe(13);
});

test('A1: the merged save shows its request before it is sent, and the keys of the prompt wait meanwhile', async () => {
  const { user, dialog, world, sent } = await conflictOnEffort();
  const show = () => user.click(within(dialog).getByRole('button', { name: 'Show the request' }));
  await show();
  expect(await screen.findByText('1 field needs your choice first')).toBeVisible();
  await user.click(within(dialog).getAllByRole('button', { name: 'Close' }).at(-1) ?? dialog);
  await user.keyboard('2');
  await show();
  const request = await screen.findByRole('dialog', { name: 'The request, not sent yet' });
  const curl = request.textContent ?? '';
  expect(curl).toContain('PUT /api/artifacts/431');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(effortOf(world)).toBe(13);
  await user.click(within(request).getByRole('button', { name: 'Close' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/Saved as changeset \d+/);
  const [, last] = sent('PUT');
  expect(curl).toContain(JSON.stringify(last?.body));
  expect(curl.toLowerCase()).toContain(`if-match: ${last?.headers.get('if-match')}`);
});

test('X4: it cannot be saved before the choice; "2" takes mine, Ctrl+Enter saves against their version', async () => {
  const { user, dialog, world, sent } = await conflictOnEffort();
  await user.click(within(dialog).getByRole('button', { name: 'Save merged version' }));
  expect(effortOf(world)).toBe(13);
  await user.keyboard('2');
  expect(dialog).toHaveTextContent('1 choice made, none left');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/Saved as changeset \d+/);
  expect(effortOf(world)).toBe(8);
  expect(stored(world, 'bp_id')).toBe('BP-2208');
  expect(lastChangeset(world).comment.content).toBe('Re-estimated.');
  const puts = sent('PUT');
  expect(puts).toHaveLength(2);
  expect(puts[1]?.headers.get('if-match')).not.toBe(puts[0]?.headers.get('if-match'));
  expect(puts[1]?.body).toMatchObject({ values: [{ value: 8 }] });
});

test('X7: while the result is on its way nothing can be typed or chosen over it, and the prompt says so', async () => {
  const { user, dialog, world } = await conflictOnEffort();
  const release = holdRequest('PUT', /artifacts\/431/, 'before');
  const result = within(dialog).getByRole('textbox', { name: 'Effort' });
  await user.keyboard('2');
  result.focus();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await within(dialog).findByText(/^It is being saved/)).toBeVisible();
  expect(result.closest('[inert]')).not.toBeNull();
  expect(within(dialog).getByRole('button', { name: /Save merged version/ })).toHaveFocus();
  await user.keyboard('1');
  expect(within(dialog).getByRole('button', { name: /^Mine/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  release();
  await screen.findByText(/Saved as changeset \d+/);
  expect(effortOf(world)).toBe(8);
});

test('X4: theirs chosen sends the comment only', async () => {
  const { user, world, sent } = await conflictOnEffort();
  await user.keyboard('1{Control>}{Enter}{/Control}');
  await screen.findByText(/Saved as changeset \d+/);
  expect(effortOf(world)).toBe(13);
  expect(sent('PUT')[1]?.body).toEqual({
    values: [],
    comment: { body: 'Re-estimated.', format: 'commonmark' },
  });
});

test('X4: the result can be edited instead of chosen', async () => {
  const { user, dialog, world } = await conflictOnEffort();
  const result = within(dialog).getByRole('textbox', { name: 'Effort' });
  await user.clear(result);
  await user.type(result, '10');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/Saved as changeset \d+/);
  expect(effortOf(world)).toBe(10);
});

test('X4: an edited result that is wrong is told and not sent', async () => {
  const { user, dialog, sent } = await conflictOnEffort();
  await user.type(within(dialog).getByRole('textbox', { name: 'Effort' }), 'x');
  await user.click(within(dialog).getByRole('button', { name: 'Save merged version' }));
  expect(within(dialog).getByRole('textbox', { name: 'Effort' })).toBeInvalid();
  expect(sent('PUT')).toHaveLength(1);
});

test('X5, H2: of a set each side shows what came and what went, one by one', async () => {
  const { user, ask, world } = await renderArtifact();
  const { regions, effort } = fieldIds(world);
  await user.keyboard('e');
  await user.click(await screen.findByRole('button', { name: 'Remove APAC' }));
  // A set alone is put together without a question.
  await user.type(screen.getByRole('textbox', { name: 'Effort' }), '8');
  const value = (label: string) =>
    world.trackers
      .get(81)
      ?.fields.find(({ id }) => id === regions)
      ?.values?.find((one) => one.label === label)?.id;
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [
      { field_id: regions, bind_value_ids: [value('APAC'), value('EU'), value('US')] },
      { field_id: effort, value: 13 },
    ],
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Conflict on/ }));
  await user.click(dialog.getByRole('button', { name: /^Regions/ }));
  const side = (name: string) => dialog.getByRole('region', { name });
  expect(side('Base')).toHaveTextContent('APAC');
  const came = within(side('Theirs')).getAllByRole('listitem');
  expect(came.map(({ textContent }) => textContent)).toEqual(['added: EU', 'added: US']);
  const went = within(side('Mine')).getAllByRole('listitem');
  expect(went.map(({ textContent }) => textContent)).toEqual(['removed: APAC']);
});

test('X6: a text is put together hunk by hunk, both changes of a line by words', async () => {
  const { user, ask, world } = await renderArtifact();
  const ids = fieldIds(world);
  await user.keyboard('e');
  const mine = String(
    (screen.getByRole('textbox', { name: 'Description' }) as HTMLTextAreaElement).value,
  );
  await user.clear(screen.getByRole('textbox', { name: 'Description' }));
  await user.paste(
    `${mine.replace('five seconds.', 'five seconds for 10,000 rows.')}\n\n**Not now** Hidden columns.`,
  );
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [
      {
        field_id: ids.description,
        value: {
          content: mine
            .replace('five seconds.', 'ten seconds.')
            .replace('art #12.', 'art #12 and rev #881.'),
          format: 'commonmark',
        },
      },
    ],
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: /Conflict on/ });
  expect(within(dialog).getAllByRole('group', { name: /Lines of change/ })).toHaveLength(2);
  // Each key acts on the next hunk without a choice.
  await user.keyboard('3');
  expect(dialog).toHaveTextContent('1 choice left');
  await user.keyboard('3');
  expect(dialog).toHaveTextContent('1 choice made, none left');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/Saved as changeset \d+/);
  expect(stored(world, 'description')).toMatchObject({
    content: `${mine
      .replace('five seconds.', 'ten seconds for 10,000 rows.')
      .replace('art #12.', 'art #12 and rev #881.')}\n\n**Not now** Hidden columns.`,
  });
});

test('X7: back to editing keeps draft and comment, and saving again asks again', async () => {
  const { user, dialog, world } = await conflictOnEffort();
  await user.click(within(dialog).getByRole('button', { name: 'Back to editing' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Effort' })).toHaveValue('8');
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Re-estimated.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('dialog', { name: /Conflict on/ })).toBeVisible();
  expect(effortOf(world)).toBe(13);
});

test('X7: a result that was typed is not thrown away by Escape without a question', async () => {
  const { user, dialog } = await conflictOnEffort();
  const result = within(dialog).getByRole('textbox', { name: 'Effort' });
  await user.clear(result);
  await user.type(result, '10');
  // As the browser tells a dialog that Escape was pressed.
  fireEvent(dialog, new Event('cancel'));
  const question = within(await screen.findByRole('alertdialog', { name: /that you typed here/ }));
  await user.click(question.getByRole('button', { name: 'Keep merging' }));
  expect(result).toHaveValue('10');
  await user.click(within(dialog).getByRole('button', { name: 'Back to editing' }));
  await user.click(await screen.findByRole('button', { name: 'Leave it' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Effort' })).toHaveValue('8');
});

test('X2: somebody saves while I decide: the prompt comes again over the newest version', async () => {
  const { user, ask, world, ids } = await conflictOnEffort();
  world.clockOffset += 5_000;
  await ask('carl', 'PUT', 'artifacts/431', {
    values: [{ field_id: ids.bp_id, value: 'BP-2209' }],
    comment: { body: 'Mine too', format: 'text' },
  });
  await user.keyboard('2{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(screen.getByRole('dialog', { name: /Conflict on/ })).toHaveTextContent(
      /Carl Lindqvist saved changeset/,
    ),
  );
  expect(stored(world, 'bp_id')).toBe('BP-2209');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/Saved as changeset \d+/);
  expect(effortOf(world)).toBe(8);
  expect(stored(world, 'bp_id')).toBe('BP-2209');
});
