import { dayOf, startOfDay } from '../../clock';
import type { Viewer } from '../access';
import type { Shape } from './valuePlace';

/** In UTC, though all other dates are on the server's clock (recorded: walk/62). */
const utc = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}+00:00`;

/**
 * Ten days of a sprint that began a week ago: what is left of 29, what is done of it. The days to come are empty. A point
 * stands at the last second of its day (Tuleap's BurnupCacheDateRetriever; no recording has one).
 */
export function chartShape(viewer: Viewer, type: string): Shape {
  const begin = startOfDay(dayOf(viewer.world.now() / 1000 - 7 * 86_400));
  const dates = Array.from({ length: 11 }, (_, day) => utc(begin + (day + 1) * 86_400 - 1));
  const frame = {
    start_date: utc(begin),
    duration: 10,
    capacity: 29,
    is_under_calculation: false,
  };
  const opening = { opening_days: [1, 2, 3, 4, 5] };
  const left = [29, 29, 27, 22, 22, 19, 17, 12];
  const done = left.map((effort) => 29 - effort);
  return type === 'burndown'
    ? {
        value: {
          ...frame,
          points: left,
          ...opening,
          points_with_date: left.map((effort, day) => ({
            date: dates[day],
            remaining_effort: effort,
          })),
        },
      }
    : {
        value: {
          ...frame,
          ...opening,
          points_with_date: done.map((effort, day) => ({
            date: dates[day],
            team_effort: effort,
            total_effort: day < 4 ? 29 : 33,
          })),
          points_with_date_count_elements: [],
        },
      };
}
