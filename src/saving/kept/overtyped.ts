import { sourceOf } from '~/fields/contract';
import { equal } from '~/lib/equal';
import { type DraftBase, type DraftState, readingsOf } from '../draft/draftState';
import type { LeftValue } from './artifactParts';

/**
 * What of a kept draft was replaced by what was typed before it could be read, as where it was behind a passphrase: its text
 * is the only copy of it. Pure.
 */
export function overtyped(
  kept: DraftState<DraftBase>,
  typed: DraftState<DraftBase>,
): readonly LeftValue[] {
  const readings = readingsOf(kept.base);
  const values = [...kept.values].flatMap(([id, value]): LeftValue[] => {
    const reading = readings.get(id);
    if (!reading || !typed.values.has(id) || equal(typed.values.get(id), value)) return [];
    return [{ label: reading.field.label, text: sourceOf(reading, value) }];
  });
  const [before, now] = [kept.comment.body, typed.comment.body];
  const isSaid = before.trim() !== '' && now.trim() !== '' && before !== now;
  return isSaid ? [...values, { label: 'Comment', text: before }] : values;
}
