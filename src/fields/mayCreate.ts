import type { Tracker } from '~/api/trackers';
import { hasValue } from './registry';

/** True when this person may set any field of a new artifact, which is what creating one takes (trackers.md §2). */
export function mayCreate({ fields }: Tracker): boolean {
  return fields.some(({ type, permissions }) => hasValue(type) && permissions.includes('create'));
}
