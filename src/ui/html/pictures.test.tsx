import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { afterEach, expect, test, vi } from 'vitest';
import type { Pictures } from './pictures';
import { SafeHtml } from './SafeHtml';

afterEach(cleanup);

const html = (words: string) => `<p>${words} <img src="/pictures/7" alt="shot"></p>`;

/** A text with a picture, which comes when `bring` is called. */
async function shown() {
  let bring: () => void = () => undefined;
  const pictures: Pictures = {
    nameOf: ({ pathname }) => pathname.replace('/pictures/', ''),
    read: () =>
      new Promise((resolve) => {
        bring = () => resolve(new Blob(['x']));
      }),
  };
  const page = (words: string) => {
    const element = <SafeHtml html={html(words)} pictures={pictures} />;
    return <RouterProvider router={createMemoryRouter([{ path: '/', element }])} />;
  };
  const view = render(page('One'));
  fireEvent.click(await screen.findByRole('link', { name: 'Show image “shot”' }));
  return {
    ...view,
    type: (words: string) => view.rerender(page(words)),
    bring: () => act(async () => bring()),
  };
}

test('V2: a picture that was asked for comes and stays while the text around it changes', async () => {
  const { type, bring } = await shown();
  type('Two');
  expect(await screen.findByRole('link', { name: 'Show image “shot”' })).toBeVisible();
  await bring();
  const address = screen.getByRole('img', { name: '“shot”' }).getAttribute('src');
  expect(address).toMatch(/^blob:/);
  type('Three');
  expect(await screen.findByText(/Three/)).toBeVisible();
  expect(screen.getByRole('img', { name: '“shot”' })).toHaveAttribute('src', address);
});

test('V2: the bytes of a picture end with the text, also where they come after it', async () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const { unmount, bring } = await shown();
  unmount();
  await bring();
  expect(made).toHaveBeenCalledOnce();
  expect(revoked).toHaveBeenCalledWith(made.mock.results[0]?.value);
});
