import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { fieldIds, renderArtifact } from '../../tests/fixtures/artifactPage';

beforeAll(() => import('./ArtifactPage'));

/** The artifact with a description that ben wrote; a name of a file in braces stands for its id. */
async function withPictures(html: string) {
  const page = await renderArtifact();
  const { world } = page;
  const content = html.replace(/\{(.*?)\}/g, (_, wanted: string) => {
    const file = [...world.files.values()].find(({ name }) => name === wanted);
    if (!file) throw new Error(`the world has no ${wanted}`);
    return String(file.id);
  });
  const value = { content, format: 'html' };
  await page.ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).description, value }],
  });
  await page.queryClient.invalidateQueries();
  return page;
}

test('V2: a picture of another host is not loaded; on request it opens there, and learns no address of ours', async () => {
  const { sent } = await withPictures('<p><img src="https://evil.example/a.png" alt="shot"></p>');
  const link = await screen.findByRole('link', {
    name: 'Image “shot” from evil.example: not loaded, opens in a new tab',
  });
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(link).toHaveAttribute('target', '_blank');
  expect(document.querySelector('img')).toBeNull();
  expect(sent('GET').filter(({ path }) => path.includes('a.png'))).toEqual([]);
});

test('V2: an attached picture is shown in its place on a click, read through our own door', async () => {
  const { user, sent } = await withPictures(
    '<p><img src="/plugins/tracker/attachments/preview/{screen1.png}-screen1.png" alt="columns"></p>',
  );
  await user.click(await screen.findByRole('link', { name: 'Show image “columns”' }));
  await waitFor(() => expect(screen.getByRole('img', { name: /columns/ })).toHaveFocus());
  expect(screen.getByRole('img', { name: /columns/ }).getAttribute('src')).toMatch(/^blob:/);
  expect(sent('GET').some(({ path }) => path.startsWith('/api/artifact_files/'))).toBe(true);
});

test('V2: what is no picture is not shown as one, and the text says so', async () => {
  const { user } = await withPictures(
    '<p><img src="/plugins/tracker/attachments/{server.log}-server.log" alt="log"></p>',
  );
  await user.click(await screen.findByRole('link', { name: 'Show image “log”' }));
  expect(await screen.findByRole('link', { name: /could not be loaded/ })).toBeVisible();
  expect(screen.queryByRole('img', { name: /log/ })).not.toBeInTheDocument();
});

test('V2: opened and saved without a change, a text in any format sends nothing', async () => {
  const { user, sent } = await withPictures('<p>kept <b>as it is</b></p>');
  await user.keyboard('e');
  expect(await screen.findByRole('textbox', { name: 'Description' })).toHaveValue(
    '<p>kept <b>as it is</b></p>',
  );
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(sent('PUT')).toEqual([]);
});
