import * as z from 'zod/mini';
import { formatDate } from '~/lib/dates';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';

/** A chart as the numbers it is drawn from. */
export interface ChartValue {
  startDate: string | null;
  /** Working days. */
  duration: number | null;
  capacity: number | null;
  isUnderCalculation: boolean;
  columns: readonly string[];
  rows: readonly { date: string; numbers: readonly (number | null)[] }[];
}

const chartShape = {
  start_date: z.nullable(z.string()),
  duration: z.nullable(z.number()),
  capacity: z.nullable(z.number()),
  is_under_calculation: z.boolean(),
  opening_days: z.nullable(z.array(z.int())),
};

const burndownSchema = entrySchema(['burndown'], {
  value: z.looseObject({
    ...chartShape,
    points: z.array(z.nullable(z.number())),
    points_with_date: z.array(
      z.looseObject({ date: z.string(), remaining_effort: z.nullable(z.number()) }),
    ),
  }),
});

const burnupSchema = entrySchema(['burnup'], {
  value: z.looseObject({
    ...chartShape,
    points_with_date: z.array(
      z.looseObject({
        date: z.string(),
        team_effort: z.nullable(z.number()),
        total_effort: z.nullable(z.number()),
      }),
    ),
    points_with_date_count_elements: z.array(z.unknown()),
  }),
});

type ChartFacts = z.infer<typeof burndownSchema>['value'] | z.infer<typeof burnupSchema>['value'];

function factsOf(value: ChartFacts | undefined) {
  return {
    startDate: value?.start_date ?? null,
    duration: value?.duration ?? null,
    capacity: value?.capacity ?? null,
    isUnderCalculation: value?.is_under_calculation ?? false,
  };
}

function chartText({ startDate, duration, isUnderCalculation }: ChartValue): string {
  if (isUnderCalculation) return 'Being computed';
  if (startDate === null) return '';
  const days = duration === null ? '' : `, ${duration} days`;
  return `From ${formatDate(startDate)}${days}`;
}

export const burndownField: FieldContract<z.infer<typeof burndownSchema>, ChartValue> = {
  id: 'chart',
  types: ['burndown'],
  isWide: true,
  schema: burndownSchema,
  read: (json) => ({
    ...factsOf(json?.value),
    columns: ['Remaining effort'],
    rows: (json?.value.points_with_date ?? []).map(({ date, remaining_effort }) => ({
      date,
      numbers: [remaining_effort],
    })),
  }),
  isDerived: true,
  toText: chartText,
  toSortKey: () => null,
};

export const burnupField: FieldContract<z.infer<typeof burnupSchema>, ChartValue> = {
  id: 'chart',
  types: ['burnup'],
  isWide: true,
  schema: burnupSchema,
  read: (json) => ({
    ...factsOf(json?.value),
    columns: ['Done', 'Total'],
    rows: (json?.value.points_with_date ?? []).map(({ date, team_effort, total_effort }) => ({
      date,
      numbers: [team_effort, total_effort],
    })),
  }),
  isDerived: true,
  toText: chartText,
  toSortKey: () => null,
};
