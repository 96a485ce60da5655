import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { formatDate } from '~/lib/dates';
import { aField } from '../../../tests/fixtures/fields';
import { axisEnd, ChartDrawing, lineOf } from './ChartDrawing';
import { ChartView } from './ChartView';
import { ServerDates } from './chartDays';
import type { ChartValue } from './chartFields';

afterEach(cleanup);

const burndown: ChartValue = {
  startDate: '2026-11-20T00:00:00Z',
  duration: 4,
  capacity: 29,
  isUnderCalculation: false,
  columns: ['Remaining effort'],
  rows: [29, 22, null, 12].map((number, day) => ({
    date: `2026-11-2${day}T00:00:00Z`,
    numbers: [number],
  })),
};

test('E9: a burndown is drawn, and its twin in words says each number', () => {
  const { container } = render(<ChartView value={burndown} field={aField('burndown')} />);
  expect(container.querySelectorAll('svg path.chart-line')).toHaveLength(1);
  expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
  const table = screen.getByRole('table', { name: 'Effort', hidden: true });
  expect(table).toHaveTextContent('22');
  expect(table.querySelectorAll('tbody tr')).toHaveLength(4);
});

test('E9: the axis names the first day and the last that has a point, where there is room for both', () => {
  const days = (value: ChartValue) => {
    const { container } = render(<ChartDrawing value={value} dayOf={formatDate} />);
    return [...container.querySelectorAll('text')].flatMap(({ textContent }) =>
      textContent?.includes('2026') ? textContent : [],
    );
  };
  expect(days(burndown)).toEqual(['Nov 20, 2026', 'Nov 23, 2026']);
  expect(days({ ...burndown, duration: 30 })).toEqual(['Nov 20, 2026']);
});

test('E9: the days of a chart are those of the server, in the words, the drawing and the table', () => {
  const rows = [0, 1, 2].map((day) => ({ date: `2014-01-0${7 + day}T23:00:00Z`, numbers: [29] }));
  const { container } = render(
    <ServerDates value={['2014-01-08T00:00:00+01:00']}>
      <ChartView
        value={{ ...burndown, startDate: '2014-01-07T23:00:00+00:00', duration: 3, rows }}
        field={aField('burndown')}
      />
    </ServerDates>,
  );
  const days = [8, 9, 10].map((day) => `Jan ${day}, 2014`);
  expect([...container.querySelectorAll('tbody th')].map((one) => one.textContent)).toEqual(days);
  expect(container).toHaveTextContent('From Jan 8, 2014');
  expect(container.querySelector('svg')).toHaveTextContent('Jan 8, 2014');
});

test('E9: a day without a number is a gap in the line, not a zero', () => {
  expect(lineOf([1, null, 3, 4], (day, number) => `${day} ${number}`)).toBe('M0 1M2 3L3 4');
});

test('E9: what is drawn stays inside the frame, whatever the numbers', () => {
  expect([0, 1, 3, 29, 50, 51, 120].map(axisEnd)).toEqual([1, 1, 5, 50, 50, 100, 200]);
  const { container } = render(
    <ChartDrawing value={{ ...burndown, rows: [], capacity: null }} dayOf={formatDate} />,
  );
  expect(container.innerHTML).not.toContain('NaN');
});
