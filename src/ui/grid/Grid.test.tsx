import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { afterEach, expect, test } from 'vitest';
import { Grid } from './Grid';
import type { GridColumn, GridSort } from './gridColumn';
import { useGridTable } from './useGridTable';

interface Plant {
  id: number;
  name: string;
  height: number | null;
}

const columns: GridColumn<Plant>[] = [
  { id: 'id', header: '#', width: 60, cell: ({ id }) => `#${id}`, sortKey: ({ id }) => id },
  { id: 'name', header: 'Name', width: 200, grow: 1, cell: ({ name }) => name },
  {
    id: 'height',
    header: 'Height',
    width: 60,
    align: 'end',
    cell: ({ height }) => height,
    sortKey: ({ height }) => height,
  },
];

function plants(count: number): Plant[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Plant ${index + 1}`,
    height: index % 10 === 3 ? null : (index * 7) % 50,
  }));
}

const rowId = ({ id }: Plant) => String(id);

function Plants({ initial, memoryKey }: { initial: Plant[]; memoryKey?: string }) {
  const [rows, setRows] = useState(initial);
  const [sort, setSort] = useState<GridSort | null>(null);
  const sorted = useGridTable({ columns, rows, rowId, sort });
  return (
    <>
      <button type="button" onClick={() => setRows(plants(rows.length + 50))}>
        More
      </button>
      <Grid
        label="Plants"
        columns={columns}
        rows={sorted}
        rowId={rowId}
        rowHref={({ id }) => `/plants/${id}`}
        sort={sort}
        onSort={setSort}
        empty={<p>No plants</p>}
        {...(memoryKey ? { memoryKey } : {})}
      />
    </>
  );
}

function show(initial: Plant[], memoryKey?: string) {
  const router = createMemoryRouter([
    { path: '/', element: <Plants initial={initial} {...(memoryKey ? { memoryKey } : {})} /> },
    { path: '/plants/:id', element: <h1>A plant</h1> },
  ]);
  render(<RouterProvider router={router} />);
  return {
    router,
    user: userEvent.setup(),
    grid: () => screen.getByRole('grid', { name: 'Plants' }),
  };
}

const focused = () => document.activeElement?.textContent;
const texts = (row: HTMLElement | undefined) =>
  row
    ? within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent)
    : [];

afterEach(cleanup);

test('100,000 rows cost a screenful of elements, and say how many they are', () => {
  const { grid } = show(plants(100_000));
  expect(grid()).toHaveAttribute('aria-rowcount', '100001');
  expect(grid()).toHaveAttribute('aria-colcount', '3');
  expect(grid().querySelectorAll('*').length).toBeLessThan(300);
  const [, first] = screen.getAllByRole('row');
  expect(first).toHaveAttribute('aria-rowindex', '2');
  expect(texts(first)).toEqual(['#1', 'Plant 1', '0']);
});

test('One stop for Tab; keys lead through all rows, also those that were not drawn', async () => {
  const { user, grid } = show(plants(100_000));
  await user.tab();
  await user.tab();
  expect(focused()).toBe('#1');
  expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(focused()).toBe('Plant 2');
  await user.keyboard('{Control>}{End}{/Control}');
  expect(focused()).toBe('43');
  expect(document.activeElement?.closest('[role=row]')).toHaveAttribute('aria-rowindex', '100001');
  await user.keyboard('{Home}{Control>}{Home}{/Control}{ArrowUp}');
  expect(focused()).toBe('#');
  expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('Enter anywhere in a row opens its link, and so does a click', async () => {
  const first = show(plants(20));
  await first.user.tab();
  await first.user.tab();
  await first.user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
  expect(first.router.state.location.pathname).toBe('/plants/2');
  cleanup();
  const second = show(plants(20));
  await second.user.click(screen.getByRole('gridcell', { name: 'Plant 5' }));
  expect(second.router.state.location.pathname).toBe('/plants/5');
});

test('Sorting by the header: up, down, as it came; empty ones last both ways', async () => {
  const { user } = show(plants(20));
  const heights = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => texts(row)[2]);
  await user.click(screen.getByRole('button', { name: 'Height' }));
  expect(screen.getByRole('columnheader', { name: 'Height' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  expect(heights().slice(0, 3)).toEqual(['0', '5', '6']);
  expect(heights().slice(-2)).toEqual(['', '']);
  await user.click(screen.getByRole('button', { name: 'Height' }));
  expect(heights().slice(0, 2)).toEqual(['49', '48']);
  expect(heights().slice(-2)).toEqual(['', '']);
  await user.click(screen.getByRole('button', { name: 'Height' }));
  expect(heights()[0]).toBe('0');
  expect(screen.queryByRole('button', { name: 'Name' })).toBeNull();
});

test('Rows that come in leave the focus where it is', async () => {
  const { user } = show(plants(50));
  await user.click(screen.getByRole('button', { name: 'Height' }));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const before = focused();
  const row = document.activeElement?.closest('[data-row]')?.getAttribute('data-row');
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(focused()).toBe(before);
  expect(document.activeElement?.closest('[data-row]')).toHaveAttribute('data-row', row);
});

test('An empty table says so and keeps its header', () => {
  const { grid } = show([]);
  expect(within(grid()).getAllByRole('columnheader')).toHaveLength(3);
  expect(screen.getByText('No plants')).toBeInTheDocument();
});

test('Coming back to a history entry brings back the scroll and the focus', async () => {
  const { user, grid } = show(plants(1000), 'entry-1');
  grid().scrollTop = 640;
  fireEvent.scroll(grid());
  await user.click(screen.getByRole('gridcell', { name: 'Plant 22' }));
  expect(screen.getByRole('heading', { name: 'A plant' })).toBeInTheDocument();
  cleanup();
  const back = show(plants(1000), 'entry-1');
  expect(back.grid().scrollTop).toBe(640);
  expect(screen.getByText('Plant 22')).toBeInTheDocument();
  expect(document.activeElement?.closest('[data-row]')).toHaveAttribute('data-row', '22');
});
