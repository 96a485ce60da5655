import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { renderAt } from '../../tests/renderAt';

// The test's page has no `execCommand`: what browsers do is held by e2e/uploads.e2e.ts.
beforeAll(async () => {
  await import('./ArtifactPage');
  document.execCommand = (_, _isShown, text = '') => {
    const { value, selectionStart: at } = description();
    return fireEvent.input(description(), {
      target: { value: value.slice(0, at) + text + value.slice(at) },
    });
  };
});
afterAll(() => {
  Reflect.deleteProperty(document, 'execCommand');
});

// A picture by its first bytes: 1 by 1, GIF.
const gif = Uint8Array.from(atob('R0lGODlhAQABAAAAACwAAAAAAQABAAAC'), (sign) => sign.charCodeAt(0));
const picture = (name: string) => new File([gif], name, { type: 'image/gif' });

const description = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Description' });

async function editing() {
  const page = await renderArtifact();
  await page.user.keyboard('e');
  return { ...page, input: await screen.findByLabelText('Picture in Description') };
}

/** What the clipboard holds when `files` are pasted, beside a text where there is one. */
function pasted(files: readonly File[], text = '') {
  const types = [...(files.length > 0 ? ['Files'] : []), ...(text ? ['text/plain'] : [])];
  return { clipboardData: { files, types, getData: () => text } };
}

test('E1: a picture in a Markdown text is attached, shown below the line with the caret, and saved with the text', async () => {
  const { user, input, world } = await editing();
  const [first = ''] = description().value.split('\n');
  description().focus();
  description().setSelectionRange(3, 3);
  fireEvent.change(input, { target: { files: [picture('a [b] (c).gif')] } });
  const added = await screen.findByRole('button', { name: 'Open a [b] (c).gif' });
  expect(added.closest('li')).toHaveTextContent('added');
  const { id } = [...world.files.values()].at(-1) ?? { id: 0 };
  const line = String.raw`![a \[b\] (c).gif](/plugins/tracker/attachments/${id}-a%20%5Bb%5D%20%28c%29.gif)`;
  await waitFor(() => expect(description().value).toContain(`${first}\n${line}`));
  expect(description().selectionStart).toBe(3);
  const bar = screen.getByRole('region', { name: 'Unsaved changes' });
  await waitFor(() => expect(bar).toHaveTextContent('2 changes'));

  const [preview] = screen.getAllByRole('button', { name: 'Preview' });
  await user.click(preview ?? document.body);
  const text = within(await screen.findByRole('region', { name: 'Preview of Description' }));
  // The names in the text have been looked up: nothing is drawn anew under the pointer.
  expect(await text.findByRole('link', { name: 'art #12' })).toBeVisible();
  await user.click(await text.findByRole('link', { name: 'Show image “a [b] (c).gif”' }));
  expect(await text.findByRole('img', { name: /a \[b\]/ })).toHaveAttribute(
    'src',
    expect.stringMatching(/^blob:/),
  );

  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Saved as changeset \d+/)).toBeVisible();
  expect(stored(world, 'attachments')).toContain(id);
  expect(JSON.stringify(stored(world, 'description'))).toContain(`/${id}-a%20`);
});

test('E1: a pasted picture is attached and shown; what comes with a text of its own is pasted as that', async () => {
  const { world } = await editing();
  const before = [...world.files.values()].length;
  description().focus();
  fireEvent.paste(description(), pasted([picture('cells.gif')], 'one\ttwo'));
  fireEvent.paste(description(), pasted([picture('shot.gif')]));
  await waitFor(() => expect(description().value).toContain('![shot.gif]('));
  expect(description().value).not.toContain('cells.gif');
  expect([...world.files.values()].length).toBe(before + 1);
});

test('E1: a form without a field that takes files offers no picture', async () => {
  await renderAt('/trackers/83/new');
  const tools = await screen.findAllByRole('toolbar', { name: /^Marks in / });
  for (const toolbar of tools) {
    expect(within(toolbar).getByRole('button', { name: 'Bold' })).toBeVisible();
    expect(within(toolbar).queryByRole('button', { name: 'Picture' })).not.toBeInTheDocument();
  }
});
