import type { ValueEntry } from '~/api/artifacts';
import type { Changeset } from '~/api/changesets';
import type { Field } from '~/api/trackers';
import { readField } from '~/fields/readField';
import { equal } from '~/lib/equal';
import {
  type DraftBase,
  type DraftState,
  draftValue,
  isEditable,
  isSnapshot,
  readingsOf,
} from '~/saving/draft/draftState';
import { entryOf } from '~/saving/draft/snapshot';

/** How values come back into the form beside the history (features H4). */
export interface RestorePlace {
  /** Why nothing can be brought back now; undefined where it can. */
  whyNot: string | undefined;
  /** Puts values of that changeset into the draft. */
  restore(changeset: Changeset, fields: readonly Field[]): void;
}

/** What bringing values back does to a draft. */
export interface Restoring {
  /** By field of the draft, what it will hold. */
  values: readonly { field: Field; value: unknown }[];
  /** What differs, but cannot be brought here. */
  blocked: readonly Field[];
}

/** One value of another version, or of another artifact, and the field it goes into. */
export interface Source {
  from: Field;
  to: Field;
  entry: ValueEntry | undefined;
  isSameArtifact: boolean;
}

function broughtValue(
  draft: DraftState<DraftBase>,
  { from, to, entry, isSameArtifact }: Source,
): unknown {
  const { contract, value } = readField(entry, from);
  if (contract !== readingsOf(draft.base).get(to.field_id)?.contract) return undefined;
  const now = draftValue(draft, to);
  const artifactId = isSnapshot(draft.base) ? draft.base.artifact.id : null;
  if (contract.bring) return contract.bring(value, { now, from, to, isSameArtifact, artifactId });
  return from.field_id === to.field_id ? value : undefined;
}

/**
 * What a draft becomes when these values are brought into it. Nothing is written: they are unsaved changes like those
 * that are typed, and go out through the same rules, review and conflict check (features H4). Pure.
 */
export function restoring(draft: DraftState<DraftBase>, sources: readonly Source[]): Restoring {
  const values: { field: Field; value: unknown }[] = [];
  const blocked: Field[] = [];
  for (const source of sources) {
    const { to } = source;
    const { contract } = readingsOf(draft.base).get(to.field_id) ?? {};
    if (!contract || contract.isDerived) continue;
    const value = broughtValue(draft, source);
    const wanted = readField(source.entry, source.from).value;
    const now = draftValue(draft, to);
    if (equal(value ?? wanted, now)) continue;
    if (value === undefined || !isEditable(draft.base, to)) blocked.push(to);
    else values.push({ field: to, value });
  }
  return { values, blocked };
}

/** The sources of a restore: fields of an artifact as one of its changesets has them. */
export function sourcesOf(entries: readonly ValueEntry[], fields: readonly Field[]): Source[] {
  return fields.map((field) => ({
    from: field,
    to: field,
    entry: entryOf(entries, field.field_id),
    isSameArtifact: true,
  }));
}
