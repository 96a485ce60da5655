import type { LinkSense } from './linkTypes';

/** A tracker, and the one whose artifacts are the parents of its own (trackers.md §1). */
export interface TrackerPlace {
  id: number;
  parentId?: number | null | undefined;
}

/**
 * Whether a link turns the hierarchy of two trackers round: an artifact that would become the parent of one in its own
 * parent tracker. Other types say nothing about the pair.
 */
export function isWrongWay(
  { type, direction }: LinkSense,
  here: TrackerPlace,
  there: TrackerPlace,
): boolean {
  if (type !== '_is_child' || here.id === there.id) return false;
  return direction === 'forward' ? here.parentId === there.id : there.parentId === here.id;
}
