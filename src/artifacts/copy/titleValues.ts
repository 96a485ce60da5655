import type { Tracker } from '~/api/trackers';
import type { WriteEntry } from '~/fields/contract';
import { contractOf } from '~/fields/registry';

/** What the server's own copy takes over: the title, into the title field of the other tracker (recorded artifacts/28). */
export function titleValues({ semantics, fields }: Tracker, title: string): WriteEntry[] {
  const field = fields.find(({ field_id }) => field_id === semantics.title?.field_id);
  const entry = field && contractOf(field.type).write?.(title, field);
  return entry ? [entry] : [];
}
