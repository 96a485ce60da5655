import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderAt } from '../../tests/renderAt';

const REQUIREMENTS = 81;
const SIZE = 1240;
const at = (search = '') => `/trackers/${REQUIREMENTS}${search}`;
const search = (params: Record<string, string>) => `?${new URLSearchParams(params)}`;

const table = () => screen.findByRole('grid', { name: 'Requirements' });
const headers = () => screen.getAllByRole('columnheader').map((cell) => cell.textContent);
const cells = (column: string) => {
  const index = headers().indexOf(column);
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[index]?.textContent ?? '');
};
const loadedAll = () => screen.findByText('All 1,240 loaded');
const rowCount = async () => Number((await table()).getAttribute('aria-rowcount')) - 1;

/** Every request to the artifacts of the tracker, as its query parameters; those in `lost` get no answer, once. */
function watchPages(lost: string[] = []) {
  const real = globalThis.fetch;
  const asked: URLSearchParams[] = [];
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(String(input instanceof Request ? input.url : input), location.href);
    if (!url.pathname.endsWith(`/trackers/${REQUIREMENTS}/artifacts`)) return real(input, init);
    asked.push(url.searchParams);
    const place = lost.indexOf(url.searchParams.get('offset') ?? '');
    if (place < 0) return real(input, init);
    lost.splice(place, 1);
    return Promise.resolve(
      new Response('', { status: 500, headers: { 'content-type': 'text/html' } }),
    );
  });
  return asked;
}

test('The columns come from the structure; a small page first, then all of it in larger ones', async () => {
  const { router } = await renderAt('/projects');
  const asked = watchPages();
  await router.navigate(at());
  await loadedAll();
  expect(await rowCount()).toBe(SIZE);
  expect(headers().slice(0, 3)).toEqual(['#', 'Title', 'Status']);
  expect(headers().at(-1)).toBe('Changed');
  expect(screen.getByText('1,240 artifacts')).toBeInTheDocument();
  const limits = asked.map((params) => Number(params.get('limit')));
  expect(limits[0]).toBe(50);
  expect(limits.slice(1).every((limit) => limit > 50)).toBe(true);
  expect(new Set(asked.map((params) => params.get('offset'))).size).toBe(asked.length);
  expect(asked.every((params) => params.get('values') === 'all')).toBe(true);
});

test('Sorting says over how much it went, and the address keeps it', async () => {
  const { user, router } = await renderAt(at());
  await loadedAll();
  await user.click(screen.getByRole('button', { name: 'Due date' }));
  expect(router.state.location.search).toBe('?sort=due_date%3Aasc');
  expect(await screen.findByText('Sorted 1,240 of 1,240 by Due date')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '#' }));
  await screen.findByText('Sorted 1,240 of 1,240 by #');
  await user.click(screen.getByRole('button', { name: '#' }));
  await waitFor(() =>
    expect(screen.getByRole('columnheader', { name: '#' })).toHaveAttribute(
      'aria-sort',
      'descending',
    ),
  );
  const ids = cells('#').map((text) => Number(text.slice(1)));
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(ids[0]).toBeGreaterThan(SIZE);
});

test('TQL of the address is sent with doubled backslashes, and its rows are shown', async () => {
  const { router } = await renderAt('/projects');
  const asked = watchPages();
  await router.navigate(at(search({ tql: "title = 'a\\'b'" })));
  await waitFor(() => expect(asked.length).toBeGreaterThan(0));
  expect(asked[0]?.get('expert_query')).toBe("title = 'a\\\\'b'");
  await router.navigate(at(search({ tql: "status = 'Done'" })));
  await waitFor(() => expect(new Set(cells('Status'))).toEqual(new Set(['Done'])));
  expect(await screen.findByRole('textbox', { name: 'TQL query' })).toHaveValue("status = 'Done'");
});

test('A query that the server refuses keeps its text and shows the server’s own words', async () => {
  const { user, router } = await renderAt(at(search({ tql: "seveirty = 'Major'" })));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /We cannot search on 'seveirty', we don't know what it refers to/,
  );
  const text = screen.getByRole('textbox', { name: 'TQL query' });
  expect(text).toHaveValue("seveirty = 'Major'");
  await user.clear(text);
  await user.type(text, "severity = 'Major'");
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(new Set(cells('Severity'))).toEqual(new Set(['Major'])));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(new URLSearchParams(router.state.location.search).get('tql')).toBe("severity = 'Major'");
  expect(text).toHaveFocus();
});

test('Q1: a criterion is built by field, sent as JSON, and kept in the address', async () => {
  const { user, router } = await renderAt(at());
  await loadedAll();
  const asked = watchPages();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Add a criterion' }), 'Effort');
  await user.click(screen.getByRole('button', { name: 'Run' }));
  expect(screen.getByText('Give a number.')).toBeInTheDocument();
  expect(asked).toHaveLength(0);
  const line = screen.getByRole('group', { name: 'Effort' });
  await user.selectOptions(within(line).getByRole('combobox'), 'is at least');
  await user.type(within(line).getByRole('textbox', { name: 'Effort' }), '8{Enter}');
  await waitFor(() => expect(asked.length).toBeGreaterThan(0));
  const criteria = { effort: { operator: 'contains', value: '>=8' } };
  expect(JSON.parse(asked[0]?.get('query') ?? '')).toEqual(criteria);
  expect(asked[0]?.has('expert_query')).toBe(false);
  await waitFor(async () => expect(await rowCount()).toBeLessThan(SIZE));
  expect(JSON.parse(new URLSearchParams(router.state.location.search).get('q') ?? '')).toEqual(
    criteria,
  );
});

test('Q9: the address alone brings back criteria, columns and order', async () => {
  const q = JSON.stringify({ title: 'export' });
  await renderAt(at(search({ q, cols: 'effort,title,no_such', sort: 'title:desc' })));
  await table();
  expect(headers()).toEqual(['#', 'Effort', 'Title']);
  await waitFor(() => expect(cells('Title').length).toBeGreaterThan(0));
  expect(cells('Title').every((title) => /export/i.test(title))).toBe(true);
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('export');
});

test('Q2: a criterion on a field that one may not read is not sent, and not offered', async () => {
  const { router } = await renderAt('/projects', { as: 'carl' });
  const asked = watchPages();
  await router.navigate(at(search({ q: '{"audit_note":"x"}' })));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'There is no field “audit_note” that you may read.',
  );
  expect(asked).toHaveLength(0);
  const offered = within(screen.getByRole('combobox', { name: 'Add a criterion' }));
  expect(offered.queryByRole('option', { name: 'Audit note' })).toBeNull();
  expect(offered.getByRole('option', { name: 'Effort' })).toBeInTheDocument();
});

test('Columns are chosen and kept in the address', async () => {
  const { user, router } = await renderAt(at());
  await table();
  await user.click(screen.getByRole('button', { name: /^Columns/ }));
  const chooser = screen.getByRole('dialog', { name: 'Columns' });
  await user.click(within(chooser).getByRole('checkbox', { name: 'Effort', hidden: true }));
  await waitFor(() => expect(headers()).toContain('Effort'));
  expect(router.state.location.search).toContain('effort');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog', { name: 'Columns' })).toBeNull();
  expect(screen.getByRole('button', { name: /^Columns/ })).toHaveFocus();
});

test('Enter opens the artifact, and Back comes to the same result without asking for it again', async () => {
  const { user, router } = await renderAt(at());
  await loadedAll();
  const asked = watchPages();
  (await table()).querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/artifacts\/\d+$/));
  await router.navigate(-1);
  expect(await rowCount()).toBe(SIZE);
  expect(asked).toHaveLength(0);
  await waitFor(() =>
    expect(document.activeElement?.closest('[role=row]')).toHaveAttribute('aria-rowindex', '4'),
  );
});

test('A page that fails keeps what is there, says so in its place, and goes on', async () => {
  const { user, router } = await renderAt('/projects');
  // One 500 is asked again without a word.
  watchPages(['0', '0', '550', '550']);
  await router.navigate(at());
  expect(await screen.findByText('The server failed')).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Requirements');
  await user.click(screen.getByText('Try again'));
  expect(await screen.findByRole('alert')).toHaveTextContent('The server failed.');
  expect(await rowCount()).toBeGreaterThanOrEqual(50);
  expect(await rowCount()).toBeLessThan(SIZE);
  await user.click(screen.getByText('Try again'));
  await loadedAll();
  expect(await rowCount()).toBe(SIZE);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('Stop keeps what came, and the rest can be loaded later', async () => {
  const { user, fetch, router } = await renderAt('/projects');
  await fetch('/sandbox/fault', {
    method: 'POST',
    body: JSON.stringify({
      match: `GET trackers/${REQUIREMENTS}/artifacts`,
      answer: { delay: 400 },
      times: 20,
    }),
  });
  await router.navigate(at());
  await user.click(await screen.findByText('Stop'));
  expect(await screen.findByText(/^Stopped: [\d,]+ of 1,240 loaded$/)).toBeInTheDocument();
  expect(await rowCount()).toBeLessThan(SIZE);
  await user.click(screen.getByText('Load the rest'));
  await loadedAll();
  expect(await rowCount()).toBe(SIZE);
});
