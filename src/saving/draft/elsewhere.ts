import type { Draft } from './draft';
import { baseValue, type DraftBase, type DraftState, isEditable, readingsOf } from './draftState';

/** By field id, the other artifacts that get a changeset when this draft is saved (features D4). Looks only at what was touched. */
export function writesElsewhere(
  draft: DraftState<DraftBase>,
): ReadonlyMap<number, readonly number[]> {
  const readings = readingsOf(draft.base);
  const all = new Map<number, readonly number[]>();
  for (const [id, value] of draft.values) {
    const reading = readings.get(id);
    if (!reading?.contract.elsewhere || !isEditable(draft.base, reading.field)) continue;
    const others = reading.contract.elsewhere.ids(baseValue(draft.base, reading.field), value);
    if (others.length > 0) all.set(id, others);
  }
  return all;
}

/** The same map as long as it says the same: for a store that is asked at every key. */
export function elsewhereReader(draft: Draft<DraftBase>) {
  let [key, known] = ['', writesElsewhere(draft.state())];
  return () => {
    const next = writesElsewhere(draft.state());
    const nextKey = JSON.stringify([...next]);
    if (nextKey !== key) [key, known] = [nextKey, next];
    return known;
  };
}
