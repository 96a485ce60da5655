import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { fieldIds, renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { holdRequest } from '../../tests/fixtures/pages/heldRequest';
import { renderAt } from '../../tests/renderAt';
import { armFault } from '../../tests/sandbox/faults';

/** Everything is in view: there is no layout to look at. */
beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', undefined);
});

function log(name: string, size = 20): File {
  return new File(['x'.repeat(size)], name, { type: 'text/plain' });
}

async function editing() {
  const page = await renderArtifact();
  await page.user.keyboard('e');
  return { ...page, input: await screen.findByLabelText('Attachments') };
}

const save = () => screen.getByRole('button', { name: 'Save' });

/** The row of a file. */
function row(name: string): HTMLElement {
  const item = screen.getByRole('button', { name: `Open ${name}` }).closest('li');
  if (!item) throw new Error(`no row for ${name}`);
  return item;
}

test('F1: each file is there with name, size, what it is, and who attached it', async () => {
  await renderArtifact();
  await waitFor(() => expect(row('screen1.png')).toHaveTextContent('PNG image, 320 × 200'));
  expect(row('screen1.png')).toHaveTextContent('Anna Berger');
  expect(row('server.log')).toHaveTextContent(/KB · Text, UTF-8, 4000 lines/);
  expect(row('spec.pdf')).toHaveTextContent('PDF document, version 1.4');
  expect(row('dump.zip')).toHaveTextContent('Binary file');
});

test('F3: a text is shown in place, as text', async () => {
  const { user } = await renderAt('/artifacts/700');
  await user.click(await screen.findByRole('button', { name: 'Show holiday.png here' }));
  const text = await screen.findByRole('region', { name: 'Text of holiday.png' });
  expect(text).toHaveTextContent('<script>');
  expect(text.querySelector('script, img, h1')).toBeNull();
  expect(row('holiday.png')).toHaveTextContent('not what its name says');
});

test('F1: a picture is an image of our own typed blob, and the blob ends with it', async () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const { user } = await renderAt('/artifacts/700');
  await user.click(await screen.findByRole('button', { name: 'Show logo.svg here' }));
  const image = await screen.findByRole('img', { name: 'logo.svg' });
  expect(image).toHaveAttribute('src', expect.stringMatching(/^blob:/));
  const types = made.mock.calls.map(([blob]) => (blob as Blob).type);
  expect(new Set(types)).toEqual(
    new Set(['image/svg+xml', 'image/jpeg', 'image/gif', 'image/webp']),
  );
  const url = image.getAttribute('src') ?? '';
  await user.click(screen.getByRole('button', { name: 'Hide logo.svg' }));
  expect(revoked).toHaveBeenCalledWith(url);
});

test('F1: the viewer goes through the files by keys, says where it is, and gives the focus back', async () => {
  const { user } = await renderArtifact();
  const opener = screen.getByRole('button', { name: 'Open screen1.png' });
  await user.click(opener);
  const viewer = await screen.findByRole('dialog', { name: 'screen1.png' });
  expect(within(viewer).getByRole('status')).toHaveTextContent('screen1.png, 2 of 5');
  await user.keyboard('{ArrowRight}');
  expect(await screen.findByRole('dialog', { name: 'screen2.png' })).toBe(viewer);
  await user.keyboard('{End}');
  expect(await screen.findByRole('dialog', { name: 'dump.zip' })).toHaveTextContent(
    'There is no preview for this kind of file.',
  );
  await user.keyboard('{ArrowRight}{Home}');
  expect(await screen.findByRole('dialog', { name: 'server.log' })).toBeVisible();
  await user.keyboard('{ArrowLeft}');
  expect(within(viewer).getByRole('status')).toHaveTextContent('1 of 5');
  await user.click(within(viewer).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(opener).toHaveFocus();
});

test('F7: a file that cannot be read says so in its place, and can be tried again', async () => {
  const { user, world } = await renderAt('/artifacts/701');
  await screen.findByRole('button', { name: 'Open server.log' });
  const answer = { status: 500, body: '', type: 'text/html' };
  armFault(world, { match: 'GET artifact_files/4201', answer, times: 2 });
  await user.click(screen.getByRole('button', { name: 'Show server.log here' }));
  const panel = await screen.findByRole('alert');
  expect(panel).toHaveTextContent('Could not read this file');
  await user.click(within(panel).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'Text of server.log' })).toHaveTextContent(
    'This is the first 1.0 MB of',
  );
});

test('F8: files are picked, uploaded and attached by the save; the draft names them', async () => {
  const { user, input, sent, world } = await editing();
  const before = stored(world, 'attachments') as number[];
  await user.upload(input, [log('trace.log'), log('big.log', 1_048_577)]);
  await waitFor(() => expect(row('big.log')).toHaveTextContent('added'));
  expect(row('trace.log')).toHaveTextContent('added');
  expect(screen.getByRole('region', { name: 'Unsaved changes' })).toHaveTextContent(
    '1 change Attachments',
  );
  await user.click(save());
  expect(await screen.findByText(/Saved as changeset \d+/)).toBeVisible();
  const after = stored(world, 'attachments') as number[];
  const names = after.map((id) => world.files.get(id)?.name);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(names.slice(before.length).sort()).toEqual(['big.log', 'trace.log']);
  expect(world.files.get(after.at(-1) ?? 0)?.artifactId).toBe(431);
  expect(sent('PUT').filter(({ path }) => path.includes('temporary'))).toHaveLength(1);
});

test('F9: removing is marked and can be undone; a save without the file keeps the others', async () => {
  const { user, world } = await editing();
  const before = stored(world, 'attachments') as number[];
  await user.click(screen.getByRole('button', { name: 'Remove spec.pdf' }));
  await user.click(screen.getByRole('button', { name: 'Remove dump.zip' }));
  expect(row('spec.pdf')).toHaveTextContent('removed');
  await user.click(screen.getByRole('button', { name: 'Keep spec.pdf' }));
  expect(row('spec.pdf')).not.toHaveTextContent('removed');
  await user.click(save());
  await screen.findByText(/Saved as changeset/);
  expect(stored(world, 'attachments')).toEqual(before.slice(0, -1));
});

test('F9: a file that a colleague attached meanwhile is kept beside mine', async () => {
  const { user, input, ask, world } = await editing();
  const before = stored(world, 'attachments') as number[];
  await user.upload(input, log('trace.log'));
  await waitFor(() => expect(row('trace.log')).toHaveTextContent('added'));
  const body = { name: 'photo.png', mimetype: 'image/png', content: btoa('ben') };
  const { id } = (await ask('ben', 'POST', 'artifact_temporary_files', body)) as { id: number };
  const values = [{ field_id: fieldIds(world).attachments, value: [...before, id] }];
  await ask('ben', 'PUT', 'artifacts/431', { values });
  await user.click(save());
  await screen.findByText(/Saved as changeset/);
  const names = (stored(world, 'attachments') as number[]).map((one) => world.files.get(one)?.name);
  expect(names).toEqual(expect.arrayContaining(['server.log', 'photo.png', 'trace.log']));
  expect(names).toHaveLength(before.length + 2);
});

/** Anna and Ben both attach a file and change BP-ID; Anna saves: the prompt shows the attachments. */
async function conflictOnFiles() {
  const page = await editing();
  const { user, input, ask, world } = page;
  await user.upload(input, log('mine.log'));
  await waitFor(() => expect(row('mine.log')).toHaveTextContent('added'));
  await user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '-mine');
  const { attachments, bp_id } = fieldIds(world);
  const body = { name: 'photo.png', mimetype: 'image/png', content: btoa('ben') };
  const { id } = (await ask('ben', 'POST', 'artifact_temporary_files', body)) as { id: number };
  const before = stored(world, 'attachments') as number[];
  const values = [
    { field_id: attachments, value: [...before, id] },
    { field_id: bp_id, value: 'BP-ben' },
  ];
  await ask('ben', 'PUT', 'artifacts/431', { values });
  await user.click(save());
  const dialog = within(await screen.findByRole('dialog', { name: /Conflict on/ }));
  await user.keyboard('2');
  await user.click(dialog.getByRole('button', { name: /Attachments/ }));
  const merged = dialog.getByRole('button', { name: /Save merged version/ });
  const names = () =>
    (stored(world, 'attachments') as number[]).map((one) => world.files.get(one)?.name);
  return { ...page, dialog, merged, names };
}

test('F9: a file that is added in the conflict prompt is waited for, and is part of what is saved', async () => {
  const { user, world, dialog, merged, names } = await conflictOnFiles();
  armFault(world, { match: 'POST artifact_temporary_files', answer: { status: 503 } });
  await user.upload(dialog.getByLabelText('Attachments'), log('late.log'));
  await waitFor(() =>
    expect(merged).toHaveAccessibleDescription('Not all files are there yet: late.log'),
  );
  await user.click(merged);
  expect(stored(world, 'bp_id')).toBe('BP-ben');
  await user.click(await dialog.findByRole('button', { name: /^Try again/ }));
  await waitFor(() => expect(merged).not.toHaveAccessibleDescription(/Not all files/));
  await user.click(merged);
  await screen.findByText(/Saved as changeset/);
  expect(names()).toEqual(expect.arrayContaining(['photo.png', 'mine.log', 'late.log']));
});

test('F9: a side that is chosen while a file is on its way decides: the file is not attached after it, and no key chooses by mistake', async () => {
  const { user, world, dialog, merged, names } = await conflictOnFiles();
  const release = holdRequest('POST', /artifact_temporary_files/, 'after');
  await user.upload(dialog.getByLabelText('Attachments'), log('late.log'));
  await waitFor(() => expect(merged).toHaveAccessibleDescription(/late\.log/));
  const theirs = dialog.getByRole('button', { name: /^Theirs/ });
  await user.keyboard('1');
  expect(theirs).toHaveAttribute('aria-pressed', 'false');
  await user.click(theirs);
  release();
  await waitFor(() =>
    expect([...world.files.values()].map(({ name }) => name)).not.toContain('late.log'),
  );
  expect(theirs).toHaveAttribute('aria-pressed', 'true');
  await user.click(merged);
  await screen.findByText(/Saved as changeset/);
  expect(names()).toContain('photo.png');
  expect(names()).not.toContain('late.log');
});

test('F8: an upload that stops costs nothing: the text stays, and it goes on where it stopped', async () => {
  const { user, input, world } = await editing();
  await user.type(screen.getByRole('textbox', { name: 'BP-ID' }), '-kept');
  armFault(world, { match: 'PUT artifact_temporary_files/*', answer: 'offline' });
  await user.upload(input, log('trace.log', 1_500_000));
  expect(await screen.findByText(/Stopped at 69 %/)).toHaveTextContent('Your text is not touched.');
  expect(save()).toHaveAttribute('aria-disabled', 'true');
  expect(save()).toHaveAccessibleDescription('Not all files are there yet: trace.log');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  await waitFor(() => expect(row('trace.log')).toHaveTextContent('added'));
  expect(screen.getByRole('textbox', { name: 'BP-ID' })).toHaveValue('BP-2207-kept');
  const [file] = [...world.files.values()].filter(({ name }) => name === 'trace.log');
  expect(file?.bytes.length).toBe(1_500_000);
});

test('F8: an upload that is dismissed leaves nothing on the server and the save free', async () => {
  const { user, input, world } = await editing();
  armFault(world, { match: 'PUT artifact_temporary_files/*', answer: 'offline' });
  await user.upload(input, log('trace.log', 1_500_000));
  await user.click(await screen.findByRole('button', { name: 'Dismiss trace.log' }));
  await waitFor(() =>
    expect([...world.files.values()].some(({ name }) => name === 'trace.log')).toBe(false),
  );
  expect(save()).toHaveAccessibleDescription('Nothing is changed yet');
});

test('F8: the quota is said before, and its refusal in the server’s words', async () => {
  const { user, input, world } = await editing();
  expect(await screen.findByText(/Room until you save: 64 MB of 64 MB/)).toBeVisible();
  const said = 'You exceeded your quota. Please remove existing temporary files before continuing.';
  const body = { error: { code: 400, message: `Bad Request: ${said}` } };
  armFault(world, { match: 'POST artifact_temporary_files', answer: { status: 400, body } });
  await user.upload(input, log('trace.log'));
  expect((await screen.findAllByText(new RegExp(said)))[0]).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(row('trace.log')).toHaveTextContent('added'));
});

test('F8: files that were uploaded and never saved can be deleted, after asking', async () => {
  const { user, ask, world } = await renderArtifact();
  const body = { name: 'left.log', mimetype: 'text/plain', content: btoa('left') };
  await ask('anna', 'POST', 'artifact_temporary_files', body);
  await user.keyboard('e');
  await user.click(await screen.findByRole('button', { name: 'Delete…' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog).toHaveTextContent('left.log');
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() =>
    expect([...world.files.values()].some(({ name }) => name === 'left.log')).toBe(false),
  );
  expect(await screen.findByText(/Room until you save: 64 MB of 64 MB/)).toBeVisible();
});

test('F8: leaving while a file is on its way asks', async () => {
  const { user, input, world, router } = await editing();
  armFault(world, { match: 'POST artifact_temporary_files', answer: { delay: 3_000 } });
  await user.upload(input, log('trace.log'));
  await screen.findByText(/0 % of 20 bytes/);
  await router.navigate('/connect');
  const dialog = await screen.findByRole('alertdialog', { name: /without saving/ });
  expect(dialog).toHaveTextContent('You would lose 1 upload.');
  await user.click(within(dialog).getByRole('button', { name: 'Stay here' }));
  expect(router.state.location.pathname).toBe('/artifacts/431');
});
