import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { problemSummary } from '../../../tests/fixtures/artifactPage';
import { renderAt } from '../../../tests/renderAt';
import { armFault } from '../../../tests/sandbox/faults';
import type { World } from '../../../tests/sandbox/model';

/** The page of a new artifact of tracker `id` (81 Requirements, 82 Bugs), with the bodies of what is posted. */
async function renderNew(id = 81, as: 'anna' | 'ben' = 'anna') {
  const page = await renderAt(`/trackers/${id}/new`, { as });
  const posted: unknown[] = [];
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    if (init.method === 'POST') posted.push(JSON.parse(String(init.body)));
    return page.fetch(input, init);
  });
  return { ...page, posted };
}

type Page = Awaited<ReturnType<typeof renderNew>>;

const create = ({ user }: Pick<Page, 'user'>) =>
  user.click(screen.getByRole('button', { name: 'Create' }));

const titled = ({ user }: Pick<Page, 'user'>, text: string) =>
  user.type(screen.getByRole('textbox', { name: 'Title' }), text);

function fieldId(world: World, trackerId: number, name: string): number {
  const field = world.trackers.get(trackerId)?.fields.find((one) => one.name === name);
  return field?.id ?? 0;
}

function withTitle(world: World, text: string): number[] {
  const id = fieldId(world, 81, 'title');
  return [...world.artifacts.values()]
    .filter(({ trackerId, id: own }) => trackerId === 81 && own > 1_300)
    .filter(({ changesets }) => changesets.at(-1)?.values.get(id) === text)
    .map((artifact) => artifact.id);
}

test('E13: from the tracker to a new artifact, with only what was filled in', async () => {
  // One artifact: a long table is the business of other tests.
  const page = await renderAt('/trackers/86');
  await page.user.click(await screen.findByRole('link', { name: 'New type' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'New type' })).toBeVisible();
});

test('E13: it is created with what was filled in, and its page opens with a word', async () => {
  const page = await renderNew();
  await titled(page, 'Pressure is read twice');
  await page.user.type(screen.getByRole('textbox', { name: 'Description' }), 'Why: **safety**');
  await create(page);
  await waitFor(() => expect(page.router.state.location.pathname).toMatch(/^\/artifacts\/\d+$/));
  const id = Number(page.router.state.location.pathname.split('/')[2]);
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Pressure is read twice' }),
  ).toBeVisible();
  expect(screen.getByText(`Created req #${id}.`)).toBeVisible();
  expect(page.posted).toEqual([
    {
      tracker: { id: 81 },
      values: [
        { field_id: fieldId(page.world, 81, 'title'), value: 'Pressure is read twice' },
        {
          field_id: fieldId(page.world, 81, 'description'),
          value: { content: 'Why: **safety**', format: 'commonmark' },
        },
      ],
    },
  ]);
});

test('V1: the layout is the tracker’s, with the fields that may be set on creation', async () => {
  await renderNew(81, 'ben');
  const main = within(screen.getByRole('main'));
  const headings = main.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
  expect(headings).toEqual(['Requirement', 'Planning']);
  expect(screen.getByRole('textbox', { name: 'Title' })).toBeRequired();
  expect(screen.queryByText('Submitted on')).not.toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Audit note' })).toBeVisible();
});

test('E11: defaults are there, and the status offers only what an artifact may begin with', async () => {
  const { user } = await renderNew();
  const status = screen.getByRole('combobox', { name: 'Status' });
  expect(status).toHaveTextContent('New');
  await user.click(status);
  const options = within(await screen.findByRole('listbox')).getAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(['New', 'Open']);
});

test('E11: what the workflow asks of a new artifact is told before it is sent, and in the sheet', async () => {
  const page = await renderNew();
  const beginnings = page.world.trackers.get(81)?.workflow?.transitions ?? [];
  for (const transition of beginnings) {
    if (transition.fromId === null)
      transition.notEmptyFieldIds = [fieldId(page.world, 81, 'target_version')];
  }
  await titled(page, 'Pressure is read twice');
  await page.user.click(screen.getByRole('combobox', { name: 'Status' }));
  await page.user.click(await screen.findByRole('option', { name: 'Open' }));
  expect(await screen.findByText('Open still needs 1 of 1')).toBeVisible();
  const words = 'Target version: To go to Open this must not be empty.';
  await page.user.click(screen.getByRole('button', { name: 'Review' }));
  expect(await screen.findByRole('dialog', { name: /^Review the new/ })).toHaveTextContent(words);
  await page.user.keyboard('{Escape}');
  await create(page);
  expect(await problemSummary()).toHaveTextContent(words);
  expect(page.posted).toEqual([]);
});

test('E12: all that is wrong is told at once, also what was never touched, and nothing is sent', async () => {
  const page = await renderNew();
  const { user } = page;
  await user.type(screen.getByRole('textbox', { name: 'Effort' }), 'many');
  await create(page);
  const summary = within(await problemSummary());
  expect(summary.getByRole('button', { name: 'Title' })).toBeVisible();
  expect(summary.getByRole('button', { name: 'Effort' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Title' })).toBeInvalid();
  await user.click(summary.getByRole('button', { name: 'Effort' }));
  expect(screen.getByRole('textbox', { name: 'Effort' })).toHaveFocus();
  expect(page.posted).toEqual([]);
  await titled(page, 'x');
  expect(screen.getByRole('textbox', { name: 'Title' })).toBeValid();
});

test('E12: a 400 is told in the server’s words at its field, and nothing typed is lost', async () => {
  const page = await renderNew();
  armFault(page.world, {
    match: 'POST artifacts',
    answer: {
      status: 400,
      body: { error: { code: 400, message: 'Bad Request: error: BP-ID is taken.\n' } },
    },
  });
  await titled(page, 'Kept');
  await create(page);
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'BP-ID' })).toHaveAccessibleDescription(
      expect.stringContaining('BP-ID is taken.'),
    ),
  );
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Kept');
  await create(page);
  expect(await screen.findByRole('heading', { level: 1, name: 'Kept' })).toBeVisible();
});

test('E12: a 403 is said, the text stays, and creating is closed', async () => {
  const page = await renderNew();
  armFault(page.world, { match: 'POST artifacts', answer: { status: 403 } });
  await titled(page, 'Kept');
  await create(page);
  expect(await screen.findByText(/does not let you create a req here/)).toBeVisible();
  expect(screen.getByText('Kept', { selector: 'dd *' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Create' })).toHaveAttribute('aria-disabled', 'true');
  await page.user.click(screen.getByRole('button', { name: 'Let me try again' }));
  await create(page);
  expect(await screen.findByRole('heading', { level: 1, name: 'Kept' })).toBeVisible();
});

test('E12, E16: after a fault of the server nothing is left open: it was looked for, and it can be sent again', async () => {
  const page = await renderNew();
  const answer = { status: 500, body: '', type: 'text/html' };
  armFault(page.world, { match: 'POST artifacts', answer });
  await titled(page, 'Twice tried');
  await create(page);
  const told = await screen.findByText(/Nothing was changed on the server/);
  expect(told).toBeVisible();
  expect(screen.queryByText(/not certain|Reload/)).not.toBeInTheDocument();
  await page.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Twice tried' })).toBeVisible();
});

test('E16: an answer that was lost is found as what it landed as, and never twice', async () => {
  const page = await renderNew();
  armFault(page.world, { match: 'POST artifacts', answer: 'drop-after-write' });
  await titled(page, 'Only once');
  await create(page);
  expect(await screen.findByText(/it landed as req #\d+/)).toBeVisible();
  expect(await screen.findByRole('heading', { level: 1, name: 'Only once' })).toBeVisible();
  expect(page.posted).toHaveLength(1);
  expect(withTitle(page.world, 'Only once')).toHaveLength(1);
});

test('E16: a browser that sends again on its own makes two, and both are named', async () => {
  const page = await renderNew();
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    // Chromium, when a kept connection breaks before an answer: the first was carried out all the same.
    if (init.method === 'POST') await page.fetch(input, init);
    return fetch(input, init);
  });
  await titled(page, 'Twice');
  await create(page);
  const notice = await screen.findByText(/with the same content/);
  const [first, second] = withTitle(page.world, 'Twice');
  expect(notice).toHaveTextContent(`Created req #${second}, and #${first}`);
  await page.user.click(screen.getByRole('button', { name: `Open #${first}` }));
  await waitFor(() => expect(page.router.state.location.pathname).toBe(`/artifacts/${first}`));
});

test('E16: a request that never arrived: Create is closed, sending again looks first, one is there', async () => {
  const page = await renderNew();
  armFault(page.world, { match: 'POST artifacts', answer: 'offline' });
  await titled(page, 'Second try');
  await create(page);
  expect(await screen.findByText(/not known whether it was created/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Create' })).toHaveAttribute('aria-disabled', 'true');
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  await page.user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText(/not known whether it was created/)).toBeVisible();
  expect(page.posted).toHaveLength(1);
  await page.user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Second try' })).toBeVisible();
  expect(withTitle(page.world, 'Second try')).toHaveLength(1);
});

test('E16: what landed only later is found by sending again, and is not sent', async () => {
  const page = await renderNew();
  armFault(page.world, { match: 'POST artifacts', answer: 'offline' });
  await titled(page, 'Late');
  await create(page);
  await screen.findByText(/not known whether it was created/);
  await page.ask('anna', 'POST', 'artifacts', page.posted[0]);
  await page.user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(await screen.findByText(/it landed as req #\d+/)).toBeVisible();
  expect(page.posted).toHaveLength(1);
});

test('E15: leaving with filled-in fields asks; staying keeps them', async () => {
  const page = await renderNew();
  await titled(page, 'Half a thought');
  await page.user.click(screen.getByRole('link', { name: 'Cancel' }));
  const dialog = await screen.findByRole('alertdialog', { name: /without creating/ });
  await page.user.click(within(dialog).getByRole('button', { name: 'Stay here' }));
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Half a thought');
  expect(page.router.state.location.pathname).toBe('/trackers/81/new');
});

test('L2: links can be set at birth', async () => {
  const page = await renderNew();
  await titled(page, 'Linked at birth');
  await page.user.click(screen.getByRole('button', { name: 'Add a link' }));
  const adding = within(screen.getByRole('group', { name: 'New link' }));
  await page.user.selectOptions(
    adding.getByRole('combobox', { name: 'The new artifact' }),
    'relates to',
  );
  await page.user.type(adding.getByRole('textbox', { name: 'Artifact' }), '#12');
  await page.user.click(await adding.findByRole('button', { name: /^Add #12 / }));
  await create(page);
  expect((await screen.findByText('relates to')).parentElement).toHaveTextContent('#12');
});

test('E12: who may set no field is told why, on the tracker and at the address', async () => {
  const page = await renderAt('/projects');
  const tracker = page.world.trackers.get(81);
  for (const field of tracker?.fields ?? []) field.permissions.create = [];
  await page.router.navigate('/trackers/81');
  const button = await screen.findByRole('button', { name: 'New req' });
  expect(button).toHaveAccessibleDescription('You may set none of its fields on a new artifact');
  await page.router.navigate('/trackers/81/new');
  expect(await screen.findByText('You may not create artifacts in Requirements')).toBeVisible();
});

test('E12: every other tracker of the sample opens with its defaults', async () => {
  const page = await renderNew(82);
  expect(screen.getByRole('heading', { level: 1, name: 'New bug' })).toBeVisible();
  await page.router.navigate('/trackers/83/new');
  expect(await screen.findByRole('heading', { level: 1, name: 'New task' })).toBeVisible();
});

test('E16: two keys in one moment create one artifact', async () => {
  const page = await renderNew();
  await titled(page, 'Pressure is read once');
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('dialog', { name: 'Review the new req' });
  // As a busy browser gives them: nothing is drawn between the two.
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  await waitFor(() => expect(page.router.state.location.pathname).toMatch(/^\/artifacts\/\d+$/));
  expect(withTitle(page.world, 'Pressure is read once')).toHaveLength(1);
  expect(page.posted).toHaveLength(1);
});
