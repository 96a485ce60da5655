import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { renderArtifact } from '../../tests/fixtures/artifactPage';

beforeAll(() => Promise.all([import('./ArtifactPage'), import('~/references/ReferenceCards')]));

const card = () => screen.findByRole('tooltip');

/** The keyboard comes to an element: `:focus-visible` is what browsers say then. */
function tabTo(element: HTMLElement): void {
  vi.spyOn(element, 'matches').mockImplementation((selector) =>
    selector.endsWith(':focus-visible'),
  );
  element.focus();
}

test('V3: the focus on art #12 tells title, status, my rights and the last change; Escape hides it', async () => {
  const { user, sent } = await renderArtifact();
  const link = await screen.findByRole('link', { name: 'art #12' });
  tabTo(link);
  const told = within(await card());
  expect(await told.findByText('Exports are legally sound')).toBeVisible();
  expect(told.getByText('Open')).toBeVisible();
  expect(told.getByText(/you may change \d+ of \d+ fields/)).toBeVisible();
  expect(told.getByText(/changed by/)).toBeVisible();
  expect(link).toHaveAttribute('aria-describedby', (await card()).id);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(link).not.toHaveAttribute('aria-describedby'));
  const asked = () => sent('GET').filter(({ path }) => path === '/api/artifacts/12').length;
  expect(asked()).toBe(1);
  fireEvent.pointerOver(link);
  await waitFor(() => expect(link).toHaveAttribute('aria-describedby'));
  expect(asked()).toBe(1);
});

test('V3: what moves below the pointer or scrolls takes no card from the keyboard', async () => {
  await renderArtifact();
  const link = await screen.findByRole('link', { name: 'art #12' });
  tabTo(link);
  expect(await within(await card()).findByText('Exports are legally sound')).toBeVisible();
  vi.useFakeTimers();
  fireEvent.pointerOver(document.body);
  fireEvent.scroll(document);
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  expect(link).toHaveAttribute('aria-describedby');
});

test('V3: a person tells who they are, by keyboard', async () => {
  await renderArtifact();
  const [link] = await screen.findAllByRole('link', { name: 'Ben Okafor' });
  if (!link) throw new Error('nobody is linked');
  tabTo(link);
  const told = within(await card());
  expect(await told.findByText('@ben')).toBeVisible();
});

test('V3: an artifact that I may not see says so', async () => {
  const { ask, queryClient } = await renderArtifact();
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [],
    comment: { body: 'See <a href="/plugins/tracker/?aid=424242">it</a>', format: 'html' },
  });
  await queryClient.invalidateQueries();
  screen.getByRole('tab', { name: 'Comments and history' }).click();
  tabTo(await screen.findByRole('link', { name: 'it' }));
  expect(await within(await card()).findByText(/could not read artifact #424242/i)).toBeVisible();
  expect(within(await card()).getByText('Not found.')).toBeVisible();
});
