import { useContext } from 'react';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { ChartDrawing } from './ChartDrawing';
import { chartDays, ServerDates } from './chartDays';
import type { ChartValue } from './chartFields';
import '../view.css';

function facts(
  { startDate, duration, capacity }: ChartValue,
  dayOf: (instant: string) => string,
): string {
  return [
    startDate === null ? '' : `From ${dayOf(startDate)}`,
    duration === null ? '' : `${duration} working days`,
    capacity === null ? '' : `capacity ${capacity}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A burndown or burnup: drawn, and as a table behind it that says the same to everybody. */
export function ChartView({ value, field }: ViewProps<ChartValue>) {
  const dayOf = chartDays(useContext(ServerDates));
  if (value.isUnderCalculation) return <Empty>The server is still computing this chart.</Empty>;
  const line = facts(value, dayOf);
  if (line === '' && value.rows.length === 0) return <Empty />;
  return (
    <div className="value-list">
      <p className="meta">{line}</p>
      {value.rows.length === 0 ? (
        <Empty>No points yet</Empty>
      ) : (
        <>
          <ChartDrawing value={value} dayOf={dayOf} />
          <details>
            <summary className="meta">As a table</summary>
            <table className="value-table" aria-label={field.label}>
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  {value.columns.map((column) => (
                    <th key={column} scope="col" className="number">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {value.rows.map(({ date, numbers }) => (
                  <tr key={date}>
                    <th scope="row">{dayOf(date)}</th>
                    {value.columns.map((column, index) => (
                      <td key={column} className="number">
                        {numbers[index]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </div>
  );
}
