import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { fieldIds, renderArtifact } from '../../../tests/fixtures/artifactPage';
import { lateDialog } from '../../../tests/fixtures/pages/lateDialog';
import { armFault } from '../../../tests/sandbox/faults';

type Page = Awaited<ReturnType<typeof renderArtifact>>;

async function choose({ user }: Page, item: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

const dialog = () => lateDialog('Copy req #431');

test('V8: a copy is a form with all values that fit, the links with their types among them', async () => {
  const page = await renderArtifact();
  await choose(page, 'Copy the artifact…');
  await page.user.click(await (await dialog()).findByRole('button', { name: 'Fill in a form' }));
  expect(await screen.findByText(/values of/)).toHaveTextContent(/nothing is created yet/);
  expect(screen.getByText(/Not taken along:/)).toHaveTextContent(/Attachments/);
  const title = await screen.findByRole('textbox', { name: 'Title' });
  expect(title).toHaveValue('Export keeps its columns and their order');
  expect(page.sent('POST')).toEqual([]);
  await page.user.clear(title);
  await page.user.type(title, 'A copy');
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'A copy' })).toBeVisible();
  const [post] = page.sent('POST');
  const { links, bp_id: bpId } = fieldIds(page.world);
  expect(post?.body).toMatchObject({
    tracker: { id: 81 },
    values: expect.arrayContaining([
      { field_id: bpId, value: 'BP-2207' },
      {
        field_id: links,
        links: [
          { id: 433, type: 'blocks' },
          { id: 640, type: '_covered_by' },
        ],
      },
    ]),
  });
});

test('V8: the server’s own copy takes the title alone, into another tracker too', async () => {
  const page = await renderArtifact();
  await choose(page, 'Copy the artifact…');
  const asked = await dialog();
  await waitFor(() =>
    page.user.selectOptions(asked.getByRole('combobox', { name: 'Into the tracker' }), 'Bugs'),
  );
  const create = asked.getByRole('button', { name: 'Create with the title alone' });
  await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled'));
  await page.user.click(create);
  await waitFor(() => expect(page.router.state.location.pathname).not.toBe('/artifacts/431'));
  expect(page.sent('POST').map(({ body }) => body)).toEqual([
    { tracker: { id: 82 }, from_artifact: { id: 431 } },
  ]);
  expect(
    await screen.findByRole('heading', {
      level: 1,
      name: 'Export keeps its columns and their order',
    }),
  ).toBeVisible();
});

test('V8: a copy whose answer is lost is found, and not made twice', async () => {
  const page = await renderArtifact();
  await choose(page, 'Copy the artifact…');
  const asked = await dialog();
  const create = asked.getByRole('button', { name: 'Create with the title alone' });
  await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled'));
  armFault(page.world, { match: 'POST artifacts', answer: 'drop-after-write' });
  await page.user.click(create);
  await waitFor(() => expect(page.router.state.location.pathname).not.toBe('/artifacts/431'));
  expect(page.sent('POST')).toHaveLength(1);
});

test('V8: while it is not known whether a copy was made, the next try goes where the first one went', async () => {
  const page = await renderArtifact();
  await choose(page, 'Copy the artifact…');
  const asked = await dialog();
  const into = asked.getByRole('combobox', { name: 'Into the tracker' });
  await waitFor(() => page.user.selectOptions(into, 'Bugs'));
  const create = asked.getByRole('button', { name: 'Create with the title alone' });
  await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled'));
  armFault(page.world, { match: 'POST artifacts', answer: { status: 502 } });
  await page.user.click(create);
  expect(await asked.findByText(/not known whether the copy was created/)).toBeVisible();
  expect(into).toBeDisabled();
  expect(into).toHaveAccessibleDescription('Trying again makes the copy there, or finds it');
  await page.user.click(create);
  await waitFor(() => expect(page.router.state.location.pathname).not.toBe('/artifacts/431'));
  expect(page.sent('POST').at(-1)?.body).toMatchObject({ tracker: { id: 82 } });
});

test('V8: a copy whose answer is lost is found where the title is kept in a field of several lines', async () => {
  const page = await renderArtifact();
  const bugs = page.world.trackers.get(82);
  const [text] = bugs?.fields.filter(({ type }) => type === 'text') ?? [];
  if (!bugs || !text) throw new Error('Bugs have no text');
  for (const field of bugs.fields) field.isRequired = false;
  bugs.semantics = { ...bugs.semantics, title: text.id };
  await choose(page, 'Copy the artifact…');
  const asked = await dialog();
  const into = asked.getByRole('combobox', { name: 'Into the tracker' });
  await waitFor(() => page.user.selectOptions(into, 'Bugs'));
  const create = asked.getByRole('button', { name: 'Create with the title alone' });
  await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled'));
  armFault(page.world, { match: 'POST artifacts', answer: 'drop-after-write' });
  await page.user.click(create);
  await waitFor(() => expect(page.router.state.location.pathname).not.toBe('/artifacts/431'));
  expect(page.sent('POST')).toHaveLength(1);
});

test('V8: what I created there since with another title is named, as it may be the copy', async () => {
  const page = await renderArtifact();
  await choose(page, 'Copy the artifact…');
  const create = (await dialog()).getByRole('button', { name: 'Create with the title alone' });
  await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled'));
  const real = globalThis.fetch;
  const values = [{ field_id: fieldIds(page.world).title, value: 'Cut off on its way' }];
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    if (init.method !== 'POST') return real(input, init);
    await page.ask('anna', 'POST', 'artifacts', { tracker: { id: 81 }, values });
    return new Response('', { status: 502 });
  });
  await page.user.click(create);
  const alert = await (await dialog()).findByRole('alert');
  expect(alert).toHaveTextContent(/Look whether one of them is it.*req #\d+ Cut off on its way/);
  expect(within(alert).getByRole('link', { name: /^req #\d+$/ })).toBeVisible();
});

test('V8: link, Markdown, JSON and curl go to the clipboard, for everybody', async () => {
  const page = await renderArtifact();
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    copied.push(text);
  });
  for (const what of ['the link', 'as Markdown', 'as JSON', 'as curl']) {
    await choose(page, `Copy ${what}`);
  }
  expect(await screen.findByText('Copied the request as curl.')).toBeVisible();
  const [link, markdown, json, curl] = copied;
  expect(link).toMatch(/\/artifacts\/431$/);
  expect(markdown).toContain(`# [req #431 Export keeps its columns and their order](<${link}>)`);
  expect(JSON.parse(json ?? '')).toMatchObject({ id: 431, xref: 'req #431' });
  expect(curl).toMatch(/^curl --request GET/);
});
