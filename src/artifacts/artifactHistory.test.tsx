import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { fieldIds, renderArtifact } from '../../tests/fixtures/artifactPage';
import { withStorage } from '../../tests/fixtures/browserStorage';
import { addRemarks } from '../../tests/fixtures/longHistory';
import { entries, numbers, renderLong, shown } from '../../tests/fixtures/pages/history';
import { renderAt } from '../../tests/renderAt';
import { armFault } from '../../tests/sandbox/faults';

beforeAll(() => import('./ArtifactPage'));
withStorage();

test('H1: filtered by person, field and words, all of it in the address', async () => {
  const { user, router } = await shown();
  expect((await numbers()).slice(0, 3)).toEqual([9902, 9888, 9871]);
  await user.click(screen.getByRole('button', { name: 'Filter the history' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Field' }), 'Effort');
  await waitFor(async () => expect(await numbers()).toEqual([9871, 9781]));
  expect(router.state.location.search).toContain('field=');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'Ben Okafor');
  await waitFor(async () => expect(await numbers()).toEqual([9781]));
  expect(await screen.findByText(/1 found in 14 of 14/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await user.type(screen.getByRole('searchbox', { name: /Words/ }), 'blue');
  await waitFor(async () => expect(await numbers()).toEqual([9756]));
  await waitFor(() => expect(router.state.location.search).toContain('words=blue'));
});

test('H1: each filter is a place that Back undoes; what is typed is one place, and the box follows', async () => {
  const { user, router } = await shown();
  const at = (part: string) =>
    waitFor(() => expect(router.state.location.search).toBe(`?tab=comments${part}`));
  const box = () => screen.getByRole('searchbox', { name: /Words/ });
  await user.click(screen.getByRole('button', { name: 'Filter the history' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'Ben Okafor');
  await at('&by=103');
  await user.type(box(), 'lega');
  await at('&by=103&words=lega');
  // The last letter is sent only once the others were drawn: a way back before that would be of another page.
  await user.type(box(), 'l');
  await at('&by=103&words=legal');
  await waitFor(async () => expect(await numbers()).toEqual([9902]));
  await router.navigate(-1);
  await waitFor(() => expect(box()).toHaveValue(''));
  await at('&by=103');
  await router.navigate(-1);
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Person' })).toHaveValue(''));
  await at('');
  // Closed by hand, it opens again for what the way forward asks for.
  await user.click(screen.getByRole('button', { name: 'Filter the history' }));
  await router.navigate(2);
  await waitFor(() => expect(box()).toHaveValue('legal'));
  await waitFor(async () => expect(await numbers()).toEqual([9902]));
  await user.click(screen.getByRole('link', { name: 'Changeset 9902' }));
  await at('&changeset=9902');
  await waitFor(() => expect(box()).toHaveValue(''));
});

test('H1: filters chosen while the address is still on its way add up', async () => {
  const { router } = await shown();
  fireEvent.click(screen.getByRole('button', { name: 'Filter the history' }));
  fireEvent.click(screen.getByRole('button', { name: 'Comments' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Person' }), { target: { value: '103' } });
  fireEvent.change(screen.getByRole('searchbox', { name: /Words/ }), { target: { value: 'leg' } });
  fireEvent.change(screen.getByRole('searchbox', { name: /Words/ }), {
    target: { value: 'legal' },
  });
  expect(screen.getByRole('combobox', { name: 'Person' })).toHaveValue('103');
  await waitFor(() =>
    expect(router.state.location.search).toBe('?tab=comments&show=comments&by=103&words=legal'),
  );
  await waitFor(async () => expect(await numbers()).toEqual([9902]));
});

test('H1: an address brings the filter back, oldest first', async () => {
  await shown('&show=comments&order=oldest&by=104');
  const found = await numbers();
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect(screen.getByRole('combobox', { name: 'Order' })).toHaveValue('oldest');
});

test('H1: since my last visit, what is new says so', async () => {
  const { ask, world, router, user, queryClient } = await shown();
  await router.navigate('/journal');
  await screen.findByRole('heading', { name: 'Journal' });
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).effort, value: 21 }],
    comment: { body: 'Bigger than it looked', format: 'commonmark' },
  });
  await queryClient.invalidateQueries();
  await router.navigate('/artifacts/431?tab=comments&since=visit');
  expect(await screen.findByText('Bigger than it looked')).toBeVisible();
  const [only, ...others] = await entries();
  expect(others).toEqual([]);
  expect(only).toHaveTextContent('new');
  await user.click(screen.getByRole('checkbox', { name: 'Since my last visit' }));
  await waitFor(async () => expect((await entries()).length).toBeGreaterThan(10));
});

test('H1: since my last visit, oldest first, looks through what is older until it comes to what is new', async () => {
  const { world, router, queryClient } = await renderLong('', 90);
  await waitFor(async () => expect((await entries()).length).toBeGreaterThan(0));
  await router.navigate('/journal');
  await screen.findByRole('heading', { name: 'Journal' });
  addRemarks(world, 431, 10);
  await queryClient.invalidateQueries();
  await router.navigate('/artifacts/431?tab=comments&since=visit&order=oldest');
  expect(await screen.findByText('10 found in 114 of 114 changesets.')).toBeVisible();
  const found = await numbers();
  expect(found).toHaveLength(10);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
});

test('H1: a filter that finds nothing among the loaded looks further by itself', async () => {
  await renderLong('words=two+auditors', 120);
  await waitFor(async () => expect(await numbers()).toEqual([9772]));
});

test('H1: the list of people says whom it cannot know yet; who was chosen stays when more is loaded', async () => {
  const { user, router } = await renderLong('order=newest', 60);
  await user.click(await screen.findByRole('button', { name: 'Filter the history' }));
  const person = () => screen.getByRole('combobox', { name: 'Person' });
  expect(person()).toHaveAccessibleDescription(/^Not in the list yet: .* \d+ changesets/);
  await user.selectOptions(person(), 'Ben Okafor');
  await waitFor(() => expect(router.state.location.search).toContain('by=103'));
  await user.click(screen.getByRole('button', { name: /older changesets?$/ }));
  await waitFor(() => expect(person()).not.toHaveAccessibleDescription());
  expect(person()).toHaveDisplayValue('Ben Okafor');
  expect(router.state.location.search).toContain('by=103');
});

test('H1: what is loaded further takes the focus, where the button that asked for it is gone', async () => {
  const { user } = await renderLong('', 60);
  const older = await screen.findByRole('button', { name: /older changesets?$/ });
  const before = await numbers();
  await user.click(older);
  await waitFor(() => expect(older).not.toBeInTheDocument());
  const next = (await entries())[before.length];
  await waitFor(() => expect(next?.querySelector('.history-head')).toHaveFocus());
});

test('H1: what is loaded further takes no focus from who has gone on to type', async () => {
  const { user } = await renderLong('', 60);
  const older = await screen.findByRole('button', { name: /older changesets?$/ });
  const comment = await screen.findByRole('textbox', { name: 'Comment' });
  const real = globalThis.fetch;
  let answer = () => {};
  const waited = new Promise<void>((resolve) => {
    answer = resolve;
  });
  vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
    await waited;
    return real(...asked);
  });
  await user.click(older);
  await user.type(comment, 'Half a ');
  answer();
  await waitFor(() => expect(older).not.toBeInTheDocument());
  await user.keyboard('sentence');
  expect(comment).toHaveFocus();
  expect(comment).toHaveValue('Half a sentence');
  vi.stubGlobal('fetch', real);
});

test('H6: the address of one changeset opens at its place, however far back, and says so', async () => {
  const page = await renderLong('changeset=9803', 300);
  await waitFor(async () => expect(await numbers()).toContain(9803));
  const target = (await entries()).find((entry) => entry.getAttribute('aria-current'));
  expect(target).toHaveTextContent('Assigned to');
  await waitFor(() => expect(target?.querySelector('.history-head')).toHaveFocus());
  expect(screen.getByRole('button', { name: /newer changesets/ })).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: 'Show the whole history' }));
  expect(await screen.findByText('Remark 300')).toBeVisible();
});

test('H6: a changeset that is not there shows its place and says why', async () => {
  await shown('&changeset=9800');
  expect(
    await screen.findByText(/Changeset 9800 is not among those that you may see/),
  ).toBeVisible();
  expect(await numbers()).toContain(9803);
});

test('H1: of more than 200 entries only those in view are in the document', async () => {
  const { user } = await renderLong('', 260);
  for (let page = 0; page < 4; page += 1) {
    const more = await screen.findByRole('button', { name: /older changesets?$/ });
    await user.click(more);
    await waitFor(() => expect(more).not.toHaveAttribute('aria-busy'));
  }
  await waitFor(async () => expect((await entries())[0]).toHaveAttribute('aria-setsize', '245'));
  expect((await entries()).length).toBeLessThan(200);
});

test('H1: a failing history says so, and the page beside it stands', async () => {
  const page = await renderAt('/journal');
  armFault(page.world, {
    match: 'GET artifacts/431/changesets',
    answer: { status: 400, body: { error: { code: 400, message: 'Bad Request' } } },
  });
  await page.router.navigate('/artifacts/431?tab=comments');
  expect(await screen.findByText(/could not read the history/i)).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: /again/i }));
  await waitFor(async () => expect((await entries()).length).toBe(14));
});

test('H1: who tried a failed history again by keyboard stands at its heading when it is there', async () => {
  const page = await renderAt('/journal');
  armFault(page.world, { match: 'GET artifacts/431/changesets', answer: { status: 403 } });
  await page.router.navigate('/artifacts/431?tab=comments');
  const again = await screen.findByRole('button', { name: 'Try again' });
  again.focus();
  await page.user.keyboard('{Enter}');
  await waitFor(async () => expect((await entries()).length).toBeGreaterThan(0));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'History' })).toHaveFocus());
});

test('H2: of many links it is said how many came and went, before they are unfolded', async () => {
  const page = await renderAt('/journal');
  const many = [...page.world.artifacts.values()]
    .filter(({ trackerId, id }) => trackerId === 81 && id !== 431)
    .slice(0, 30)
    .map(({ id }) => ({ id, type: 'relates_to' }));
  const artifact = page.world.artifacts.get(431);
  const last = artifact?.changesets.at(-1);
  if (!artifact || !last) throw new Error('no artifact 431');
  const values = new Map([...last.values, [fieldIds(page.world).links ?? 0, many] as const]);
  artifact.changesets.push({ ...last, id: last.id + 1, values });
  await page.router.navigate('/artifacts/431?tab=comments');
  const summary = await screen.findByText('30 added, 2 removed');
  expect(summary.closest('details')).not.toHaveAttribute('open');
});

test('H1: no comment of one person is not said of everybody', async () => {
  await renderArtifact('?tab=comments&show=comments&words=nothing+like+this');
  expect(await screen.findByText('Nothing like that in 14 of 14 changesets.')).toBeVisible();
  expect(screen.queryByText('Nobody has commented yet.')).not.toBeInTheDocument();
});
