import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { fieldIds, stored } from '../../../tests/fixtures/artifactPage';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { saveByKey } from '../../../tests/fixtures/saveByKey';
import { renderAt } from '../../../tests/renderAt';
import { armFault } from '../../../tests/sandbox/faults';
import { takeState } from './take';

beforeAll(() => Promise.all([import('./ComparePage'), import('../ArtifactPage')]));
withStorage();

const row = async (label: string) => {
  const head = await screen.findByRole('rowheader', { name: label });
  const line = head.closest('tr');
  if (!line) throw new Error(`no row ${label}`);
  return within(line);
};

test('V6: two artifacts side by side, with links to both; a value goes over as an unsaved change', async () => {
  const { user, router, world } = await renderAt('/artifacts/compare?a=433&b=431');
  expect(screen.getByRole('heading', { level: 1, name: /#433 and #431/ })).toBeVisible();
  expect(screen.getByRole('link', { name: /#433 Audit file/ })).toHaveAttribute(
    'href',
    '/artifacts/433',
  );
  const before = stored(world, 'title');
  await user.click((await row('Title')).getByRole('button', { name: 'Copy to #431 Title' }));
  expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveValue('Audit file for 2027');
  expect(router.state.location.pathname).toBe('/artifacts/431');
  expect(router.state.location.state).toBeNull();
  expect(await screen.findByRole('region', { name: 'Unsaved changes' })).toHaveTextContent(
    '1 change Title',
  );
  expect(stored(world, 'title')).toBe(before);
});

test('V6: all that differs goes over at once, and what cannot is named', async () => {
  const { user, world } = await renderAt('/artifacts/compare?a=433&b=431');
  const before = stored(world, 'title');
  await user.click(await screen.findByRole('button', { name: 'Copy all to #431' }));
  expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveValue('Audit file for 2027');
  const bar = await screen.findByRole('region', { name: 'Unsaved changes' });
  expect(bar).toHaveTextContent(/^[2-9] changes|^1\d changes/);
  expect(await screen.findByText(/as in #433, not saved yet/)).toBeVisible();
  expect(stored(world, 'title')).toBe(before);
});

test('V6: the other one is looked for by its number', async () => {
  const { user, router } = await renderAt('/artifacts/431');
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: /Compare with another/ }));
  const box = await screen.findByPlaceholderText(/^#12, its address/);
  await waitFor(() => expect(box).toHaveFocus());
  const left = within(screen.getByRole('main')).getByRole('link', { name: /^#431 Export/ });
  expect(left.parentElement).toHaveTextContent('order as it is now');
  await user.keyboard('433{Enter}');
  await screen.findByRole('heading', { level: 1, name: /#431 and #433/ });
  expect(router.state.location.search).toBe('?a=431&b=433');
});

test('H3: two changesets picked in the history, the sum of what came between, and Markdown of it', async () => {
  const { user, router } = await renderAt('/artifacts/431?tab=comments');
  const menu = async (id: number) =>
    user.click(await screen.findByRole('button', { name: `What to do with changeset ${id}` }));
  await menu(9871);
  await user.click(await screen.findByRole('menuitem', { name: /Compare from here/ }));
  await menu(9781);
  await user.click(await screen.findByRole('menuitem', { name: 'Compare with changeset 9871' }));
  await screen.findByRole('heading', { level: 1, name: /#431: changeset 9781 and changeset 9871/ });
  expect(router.state.location.search).toBe('?a=431.9781&b=431.9871');
  expect((await row('Effort')).getByText('3')).toBeVisible();
  expect((await row('Links')).getByText('is covered by #640')).toBeVisible();
  const clipboard = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
  const [text] = clipboard.mock.calls[0] ?? [];
  expect(text).toContain('- **Effort**: 3 → 5');
  expect(text).toContain('**Links**: ');
});

test('H3: an older value is brought back from the comparison, through the form', async () => {
  const { user, ask, world } = await renderAt('/artifacts/compare?a=431.9781&b=431');
  expect(
    screen.queryByRole('button', { name: /Bring back Priority.*now/ }),
  ).not.toBeInTheDocument();
  await user.click((await row('Effort')).getByRole('button', { name: 'Bring back Effort' }));
  expect(await screen.findByRole('textbox', { name: 'Effort' })).toHaveValue('3');
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).effort, value: 40 }],
  });
  await saveByKey(user);
  expect(await screen.findByRole('dialog', { name: /Conflict/ })).toBeVisible();
  expect(stored(world, 'effort')).toBe(40);
});

test('H4: a value that replaces what was typed and kept says so, and one press gives that back', async () => {
  const { user, router } = await renderAt('/artifacts/431');
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  const effort = () => screen.findByRole('textbox', { name: 'Effort' });
  await user.clear(await effort());
  await user.type(await effort(), '44');
  await screen.findByText(/Draft kept/);
  await router.navigate('/artifacts/compare?a=431.9781&b=431');
  await user.click((await row('Effort')).getByRole('button', { name: 'Bring back Effort' }));
  await waitFor(async () => expect(await effort()).toHaveValue('3'));
  expect(await screen.findByText(/It replaced what you had typed in Effort/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await effort()).toHaveValue('44');
});

test('V6: a value that cannot be read any more is told, and nothing is brought', async () => {
  const { world, router } = await renderAt('/projects');
  armFault(world, { match: 'GET artifacts/433', answer: { status: 403 }, times: 9 });
  const { effort = 0 } = fieldIds(world);
  // As after a reload: the place remembers what was to be brought, and nothing of it is there.
  const state = takeState({ artifact: 433, changeset: null }, [{ from: effort, to: effort }]);
  await router.navigate('/artifacts/431', { state });
  expect(await screen.findByText(/^Nothing was brought here\. /)).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Effort' })).not.toBeInTheDocument();
  expect(router.state.location.state).toBeNull();
});

test('V6: the same on both sides says so, and all fields can be read', async () => {
  const { user } = await renderAt('/artifacts/compare?a=431.9902&b=431');
  expect(screen.getByText('No field differs')).toBeVisible();
  expect(screen.queryByRole('rowheader', { name: 'Effort' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /All fields/ }));
  const effort = await row('Effort');
  expect(effort.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['5', '5']);
});

test('V6: one artifact beside itself is half of a question: the other one is asked for', async () => {
  await renderAt('/artifacts/compare?a=431&b=431');
  expect(screen.getByRole('heading', { level: 1, name: 'Compare #431' })).toBeVisible();
  expect(screen.getByText('Which artifact is it compared with?')).toBeVisible();
});

test('V6: where the other one is not there it is named, and another one is asked for', async () => {
  const { user, router } = await renderAt('/artifacts/compare?a=431&b=99999');
  expect(screen.getByRole('heading', { level: 1, name: 'Compare #431' })).toBeVisible();
  expect(screen.getByText(/^#99999 is not there/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Artifact' }), '433{Enter}');
  await screen.findByRole('heading', { level: 1, name: /#431 and #433/ });
  expect(router.state.location.search).toBe('?a=431&b=433');
});

test('V6: an address that names nothing says how to begin; a hidden changeset is told', async () => {
  const { router } = await renderAt('/artifacts/compare?a=x');
  expect(screen.getByText('Nothing to compare yet')).toBeVisible();
  await router.navigate('/artifacts/compare?a=431.9800&b=431');
  await waitFor(() => expect(screen.getByText(/Changeset 9800 of #431 is not/)).toBeVisible());
});

test('V6: of a changeset that may not be seen nothing is brought: its side shows today’s values', async () => {
  await renderAt('/artifacts/compare?a=431.9800&b=433');
  expect(await screen.findByRole('button', { name: 'Copy to #431 Effort' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /to #433/ })).toBeNull();
});
