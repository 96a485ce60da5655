import type { ValueEntry } from '~/api/artifacts/read';
import type { Field } from '~/api/trackers';
import { mergeField } from '~/fields/contract';
import { readField } from '~/fields/readField';
import { baseValue, type DraftState, draftValue, isEditable } from './draft/draftState';
import { type ArtifactSnapshot, entryOf } from './draft/snapshot';
import type { Saved } from './machine/states';
import { isSameEntry } from './sameEntry';

/**
 * Fields that somebody else wrote between the version a save was guarded by and the save itself, and that it replaced:
 * the server's check knows only seconds and runs outside the write (features D2, X8). Sets count by their entries, so
 * that what both added apart is lost too. Pure.
 */
export function overwrittenFields({ attempt, overtaken, news }: Saved): Field[] {
  const last = overtaken.at(-1);
  if (!news || !last) return [];
  const sent = new Set(attempt.change.values.map(({ field_id }) => field_id));
  return news.version.fields.filter((field) => {
    if (!sent.has(field.field_id)) return false;
    const [base, mine, theirs] = [attempt.over.artifact, news.version.artifact, last].map(
      ({ values }) => readField(entryOf(values, field.field_id), field),
    );
    const contract = mine?.contract;
    if (!contract?.write || base?.contract !== contract || theirs?.contract !== contract) {
      return false;
    }
    const sides = { base: base.value, mine: mine?.value, theirs: theirs.value };
    const { outcome, value } = mergeField(contract, field, sides);
    // Written without a base: links of others to this artifact leave no trace in its changesets, so only its own count.
    return (
      outcome === 'conflict' ||
      !isSameEntry(contract.write(value, field), contract.write(sides.mine, field))
    );
  });
}

/** What the prompt needs to put back what a save replaced. */
export interface MergeBack {
  /** What stands now as mine, over what it was before both. */
  draft: DraftState;
  /** The newest version with the replaced values as they had been saved. */
  theirs: ArtifactSnapshot;
  /** The newest version: what the second save goes out over. */
  onto: ArtifactSnapshot;
}

/** A version that holds, for these fields, what other values say. */
function withEntries(
  version: ArtifactSnapshot,
  values: readonly ValueEntry[] | null,
  fields: readonly Field[],
): ArtifactSnapshot {
  const ids = new Set(fields.map(({ field_id }) => field_id));
  const kept = (version.artifact.values ?? []).filter(({ field_id }) => !ids.has(field_id));
  const taken = (values ?? []).filter(({ field_id }) => ids.has(field_id));
  return { ...version, artifact: { ...version.artifact, values: [...kept, ...taken] } };
}

/**
 * The three versions of what a save replaced unseen, for the same prompt as a conflict; null when it replaced nothing, or
 * nothing that may still be changed. `draft` as it is after the save: what was typed meanwhile goes along. Pure.
 */
export function mergeBackOf(saved: Saved, draft: DraftState): MergeBack | null {
  const { attempt, overtaken, news } = saved;
  const last = overtaken.at(-1);
  if (!news || !last) return null;
  const onto = news.version;
  const lost = overwrittenFields(saved).filter((field) => isEditable(onto, field));
  if (lost.length === 0) return null;
  const before = withEntries(draft.base, attempt.over.artifact.values, lost);
  const mine = lost.map((field) => {
    const isTyped = draft.values.has(field.field_id);
    const value = isTyped ? draftValue(draft, field) : baseValue(onto, field);
    return [field.field_id, value] as const;
  });
  const { last_modified_date } = attempt.over.artifact;
  return {
    draft: {
      ...draft,
      base: { ...before, artifact: { ...before.artifact, last_modified_date } },
      values: new Map([...draft.values, ...mine]),
    },
    theirs: withEntries(onto, last.values, lost),
    onto,
  };
}
