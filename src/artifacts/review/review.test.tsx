import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { fieldIds, renderArtifact, stored } from '../../../tests/fixtures/artifactPage';
import { renderAt } from '../../../tests/renderAt';

beforeAll(() => import('~/artifacts/ArtifactPage'));

const box = (name: string) => screen.getByRole('textbox', { name });
const sheet = () => screen.findByRole('dialog', { name: /^Review / });
const press = (user: UserEvent) => user.keyboard('{Control>}{Enter}{/Control}');
const terms = (dialog: HTMLElement) =>
  within(dialog)
    .queryAllByRole('term')
    .map((term) => term.textContent);

/** Artifact 431 with another effort and title, some words more in its text, and a comment. */
async function edited() {
  const page = await renderArtifact();
  const { user } = page;
  await user.keyboard('e');
  await user.type(await screen.findByRole('textbox', { name: 'Title' }), ' again');
  await user.type(box('Description'), ' One word more.');
  await user.type(box('Comment'), 'Legal **agrees**.');
  await user.clear(box('Effort'));
  await user.type(box('Effort'), '8');
  return page;
}

test('E14: Ctrl+Enter shows what exactly will change, a held key sends nothing, and Enter sends just that', async () => {
  const { user, sent } = await edited();
  await press(user);
  const dialog = await sheet();
  expect(dialog).toHaveAccessibleName('Review 3 changes and a comment to req #431');
  expect(terms(dialog)).toEqual(['Title', 'Description', 'Effort']);
  expect(dialog).toHaveTextContent(/Effort5to8/);
  expect(
    within(dialog).getByText('One word more.', { exact: false, selector: 'ins' }),
  ).toBeVisible();
  const comment = within(dialog).getByRole('region', { name: /^The comment/ });
  expect(await within(comment).findByText('agrees', { selector: 'strong' })).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Show the request' }));
  const request = await screen.findByRole('dialog', { name: 'The request, not sent yet' });
  const planned = request.textContent ?? '';
  await user.click(within(request).getByRole('button', { name: 'Close' }));
  await act(async () => {
    const held = { key: 'Enter', ctrlKey: true, repeat: true };
    window.dispatchEvent(new KeyboardEvent('keydown', held));
  });
  expect(sent('PUT')).toEqual([]);
  within(dialog).getByRole('button', { name: 'Save' }).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/Saved as changeset \d+/)).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(sent('PUT')).toHaveLength(1);
  expect(planned).toContain(JSON.stringify(sent('PUT')[0]?.body));
  expect(sent('PUT')[0]?.body).toMatchObject({ values: [{}, {}, { value: 8 }] });
});

test('E6, E14: what is typed into an open list and not added is asked for before anything is sent', async () => {
  const { user, sent } = await edited();
  await user.type(screen.getByRole('combobox', { name: 'Labels' }), 'Haiku');
  await press(user);
  const dialog = await sheet();
  expect(dialog).toHaveTextContent('“Haiku” is typed here and not added');
  await press(user);
  expect(sent('PUT')).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Add Haiku' }));
  await press(user);
  expect(terms(await sheet())).toContain('Labels');
  expect(await sheet()).not.toHaveTextContent('not added');
  await press(user);
  await screen.findByText(/Saved as changeset/);
  expect(JSON.stringify(sent('PUT')[0]?.body)).toContain('Haiku');
});

test('E14: the sheet has the focus where Enter sends; Escape goes back to where one was, and nothing is lost', async () => {
  const { user, sent } = await edited();
  await press(user);
  const dialog = await sheet();
  expect(within(dialog).getByRole('button', { name: 'Save' })).toHaveFocus();
  await user.click(within(dialog).getByRole('button', { name: 'Back' }));
  expect(dialog).not.toBeInTheDocument();
  expect(box('Effort')).toHaveFocus();
  expect(box('Effort')).toHaveValue('8');
  expect(box('Comment')).toHaveValue('Legal **agrees**.');
  expect(sent('PUT')).toEqual([]);
});

test('E14: whoever chose so and sent saves with one key from then on; the sheet is one more key away, and brings itself back', async () => {
  const { user, sent, world } = await edited();
  const bar = () => within(screen.getByRole('region', { name: 'Unsaved changes' }));
  await user.click(bar().getByRole('button', { name: 'Review' }));
  await user.click(
    within(await sheet()).getByRole('checkbox', { name: /^Save without this sheet/ }),
  );
  await user.click(within(await sheet()).getByRole('button', { name: 'Back' }));
  expect(localStorage.getItem('parterre.saveAtOnce')).toBeNull();
  await press(user);
  const tick = within(await sheet()).getByRole('checkbox', { name: /^Save without this sheet/ });
  expect(tick).not.toBeChecked();
  await user.click(tick);
  await press(user);
  await screen.findByText(/Saved as changeset \d+/);
  expect(localStorage.getItem('parterre.saveAtOnce')).toBe('on');
  expect(stored(world, 'effort')).toBe(8);
  await user.type(box('Comment'), 'At once');
  await press(user);
  await waitFor(() => expect(sent('PUT')).toHaveLength(2));
  await user.type(box('Comment'), 'Once more');
  await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  await user.click(
    within(await sheet()).getByRole('checkbox', { name: /^Save without this sheet/ }),
  );
  await press(user);
  await waitFor(() => expect(sent('PUT')).toHaveLength(3));
  await user.type(box('Comment'), 'And more');
  await press(user);
  expect(await sheet()).toBeVisible();
  expect(sent('PUT')).toHaveLength(3);
});

test('E14: what the server would refuse stands in the sheet with its way there; who goes on is led to the form', async () => {
  const { user, sent } = await renderArtifact();
  await user.keyboard('e');
  await user.clear(await screen.findByRole('textbox', { name: 'Title' }));
  await press(user);
  const dialog = await sheet();
  expect(within(dialog).getByRole('alert')).toHaveTextContent(
    /would refuse this: *Title is required/,
  );
  const alert = within(within(dialog).getByRole('alert'));
  await user.click(alert.getByRole('button', { name: 'Title' }));
  expect(box('Title')).toHaveFocus();
  await press(user);
  expect(within(await sheet()).getByRole('button', { name: 'Go and mend it' })).toHaveFocus();
  await press(user);
  const summary = await screen.findByText('Not saved. Your text is kept.');
  expect(summary.closest('[tabindex="-1"]')).toHaveFocus();
  expect(sent('PUT')).toEqual([]);
});

test('E14: a newer version and the other artifacts that are written to stand in the sheet; unchanged, there is none', async () => {
  const { user, ask, world, queryClient } = await renderArtifact();
  await user.keyboard('e');
  await press(user);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await user.type(await screen.findByRole('textbox', { name: 'BP-ID' }), '-mine');
  await user.click(screen.getByRole('button', { name: 'Add a link' }));
  const adding = within(await screen.findByRole('group', { name: 'New link' }));
  await user.selectOptions(adding.getByRole('combobox', { name: '#431' }), 'is child of');
  await user.type(adding.getByRole('textbox', { name: 'Artifact' }), '#12');
  await user.click(await adding.findByRole('button', { name: /^Add #12 / }));
  world.clockOffset += 5_000;
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).effort, value: 13 }],
  });
  await queryClient.invalidateQueries();
  await screen.findByText(/Your text is untouched/);
  await press(user);
  const dialog = await sheet();
  await waitFor(() => expect(dialog).toHaveTextContent(/req #12, last changed by/));
  expect(dialog).toHaveTextContent(/Ben Okafor changed Effort/);
  expect(dialog).toHaveTextContent(/Saving also writes a changeset on req #12, last changed by/);
  expect(terms(dialog)).toEqual(['Links', 'BP-ID']);
  await user.click(within(dialog).getByRole('button', { name: 'Merge now' }));
  await waitFor(() => expect(screen.queryByText(/Your text is untouched/)).not.toBeInTheDocument());
  expect(box('BP-ID')).toHaveValue('BP-2207-mine');
});

test('E14: links stand in the sheet with the titles that the form knows, without another request', async () => {
  const { user, sent } = await renderArtifact();
  await user.keyboard('e');
  await user.click(await screen.findByRole('button', { name: 'Add a link' }));
  const adding = within(await screen.findByRole('group', { name: 'New link' }));
  await user.selectOptions(adding.getByRole('combobox', { name: '#431' }), 'relates to');
  await user.type(adding.getByRole('textbox', { name: 'Artifact' }), '#12');
  await user.click(await adding.findByRole('button', { name: /^Add #12 / }));
  const titleIn = () =>
    screen.getByRole('link', { name: '#12' }).closest('li')?.querySelector('.link-title')
      ?.textContent ?? '';
  await waitFor(() => expect(titleIn()).not.toBe(''));
  const title = titleIn();
  const asked = sent('GET').length;
  await press(user);
  const dialog = await sheet();
  expect(within(dialog).getByText(`relates to #12 ${title}`, { selector: 'ins' })).toBeVisible();
  expect(sent('GET')).toHaveLength(asked);
});

test('E14: a new artifact is shown as it will begin, and created by the same key', async () => {
  const { user, router, world } = await renderAt('/trackers/81/new');
  await user.type(box('Title'), 'Pressure is read twice');
  await user.type(box('Effort'), '3');
  await press(user);
  const dialog = await sheet();
  expect(dialog).toHaveAccessibleName('Review the new req');
  expect(terms(dialog)).toEqual(['Title', 'Effort']);
  expect(dialog).toHaveTextContent('Pressure is read twice');
  const before = world.artifacts.size;
  await press(user);
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/artifacts\/\d+$/));
  expect(world.artifacts.size).toBe(before + 1);
});

test('E14, H2: a date in full, with its year: the sheet says what will be sent, not how long ago that is', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  await screen.findByRole('textbox', { name: 'Title' });
  await user.clear(box('Due date'));
  await user.type(box('Due date'), 'today');
  await press(user);
  const today = new Date().getFullYear();
  expect(
    within(await sheet()).getByText(new RegExp(`, ${today}$`), {
      selector: 'dd time:last-of-type',
    }),
  ).toBeVisible();
});

test('E14, E7: a number that is left to the server again says so, and not that it is gone', async () => {
  const { user } = await renderAt('/artifacts/8600');
  await user.click(await screen.findByRole('button', { name: /^Edit/ }));
  await user.click(await screen.findByRole('button', { name: 'Automatic' }));
  await press(user);
  expect(await sheet()).toHaveTextContent(/Computed7\.5Set by handtoNo sum yetAutomatic/);
});
