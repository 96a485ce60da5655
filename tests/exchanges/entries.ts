import type { Recording } from './recordings';
import { routeOf } from './routes';

export interface RecordedEntry {
  file: string;
  entry: Record<string, unknown>;
}

export function isJson(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The artifacts and changesets of an answer: the things with `values`. */
export function holders(body: unknown): Record<string, unknown>[] {
  const things = isJson(body) && Array.isArray(body.collection) ? body.collection : body;
  return (Array.isArray(things) ? things : [things]).filter(isJson);
}

/** Every entry of `values[]` in answers to questions that the app asks, by field type. */
export function entriesByType(recordings: readonly Recording[]): Map<string, RecordedEntry[]> {
  const byType = new Map<string, RecordedEntry[]>();
  for (const recording of recordings.filter(routeOf)) {
    for (const { values } of holders(recording.body)) {
      for (const entry of Array.isArray(values) ? values : []) {
        if (!isJson(entry) || typeof entry.type !== 'string') continue;
        byType.set(entry.type, [
          ...(byType.get(entry.type) ?? []),
          { file: recording.file, entry },
        ]);
      }
    }
  }
  return byType;
}
