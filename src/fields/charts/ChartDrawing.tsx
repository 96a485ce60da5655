import type { ChartValue } from './chartFields';
import './chart.css';

const WIDTH = 480;
const HEIGHT = 160;
const LEFT = 40;
const BOTTOM = 20;
/** From here on the day of the last point has room beside that of the first. */
const ROOM_FOR_TWO = 240;

/** The next number that reads well on an axis: 1, 2, 5, 10, 20, 50 … */
export function axisEnd(most: number): number {
  if (most <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5, 10].find((step) => step * size >= most) ?? 10) * size;
}

/** One line for each run of days that have a number: a gap stays a gap. */
export function lineOf(
  numbers: readonly (number | null)[],
  place: (day: number, number: number) => string,
): string {
  return numbers
    .map((number, day) => {
      if (number === null) return '';
      const isStart = day === 0 || numbers[day - 1] === null;
      return `${isStart ? 'M' : 'L'}${place(day, number)}`;
    })
    .join('');
}

/** The lines of a burndown or burnup, with the ideal one of a burndown. For the eye: the table says the same in words. */
export function ChartDrawing({
  value,
  dayOf,
}: {
  value: ChartValue;
  /** The day of an instant in words. */
  dayOf(instant: string): string;
}) {
  const { rows, columns, capacity, duration } = value;
  const series = columns.map((_, column) => rows.map(({ numbers }) => numbers[column] ?? null));
  const top = axisEnd(Math.max(capacity ?? 0, ...series.flat().map((number) => number ?? 0)));
  const days = Math.max(duration ?? 0, rows.length - 1, 1);
  const place = (day: number, number: number) =>
    `${LEFT + (day / days) * (WIDTH - LEFT)} ${(HEIGHT - BOTTOM) * (1 - number / top) + 4}`;
  const isBurndown = columns.length === 1;
  const [first] = rows;
  const last = rows.at(-1);
  const end = LEFT + ((rows.length - 1) / days) * (WIDTH - LEFT);
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <path
              className="chart-grid"
              d={`M${place(0, part * top)}L${place(days, part * top)}`}
            />
            <text className="chart-text" x={LEFT - 6} y={(HEIGHT - BOTTOM) * (1 - part) + 8}>
              {part * top}
            </text>
          </g>
        ))}
        {isBurndown && capacity !== null ? (
          <path className="chart-ideal" d={`M${place(0, capacity)}L${place(days, 0)}`} />
        ) : null}
        {series.map((numbers, column) => (
          <path
            key={columns[column]}
            className={`chart-line chart-line-${column}`}
            d={lineOf(numbers, place)}
          />
        ))}
        <text className="chart-text chart-text-start" x={LEFT} y={HEIGHT - 2}>
          {first ? dayOf(first.date) : ''}
        </text>
        {last && end > ROOM_FOR_TWO ? (
          <text className="chart-text" x={end} y={HEIGHT - 2}>
            {dayOf(last.date)}
          </text>
        ) : null}
      </svg>
      <figcaption className="chart-legend meta">
        {columns.map((column, index) => (
          <span key={column} className={`chart-key chart-key-${index}`}>
            {column}
          </span>
        ))}
        {isBurndown && capacity !== null ? (
          <span className="chart-key chart-key-ideal">Ideal</span>
        ) : null}
      </figcaption>
    </figure>
  );
}
