import type { ValueEntry } from '~/api/artifacts/read';
import type { Changeset } from '~/api/changesets/read';
import type { Field } from '~/api/trackers';
import { type FieldReading, readField } from '~/fields/readField';
import { equal } from '~/lib/equal';
import {
  type DraftBase,
  type DraftState,
  draftValue,
  emptyDraft,
  isEditable,
  isSnapshot,
  readingsOf,
} from '~/saving/draft/draftState';
import { entryOf } from '~/saving/draft/snapshot';
import { itemsOf } from './difference';

/** How values come back into the form beside the history (features H4). */
export interface RestorePlace {
  /** Why nothing can be brought back now; undefined where it can. */
  whyNot: string | undefined;
  /** Why the value that a field has in that changeset cannot be; undefined where it can. */
  whyNotField(changeset: Changeset, field: Field): string | undefined;
  /** Puts values of that changeset into the draft. */
  restore(changeset: Changeset, fields: readonly Field[]): void;
}

/** What bringing values back does to a draft. */
export interface Restoring {
  /** By field of the draft, what it will hold. */
  values: readonly { field: Field; value: unknown }[];
  /** Of these, sets of which some entries cannot come: a file that was taken off, a link of another artifact. */
  partly: readonly Field[];
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

/** Whether the set that can be brought lacks entries of the wanted one, or keeps others. */
function isPart({ field, contract, value: wanted }: FieldReading, brought: unknown): boolean {
  const items = itemsOf({ field, contract, before: brought, after: wanted });
  return items !== null && items.added.length + items.removed.length > 0;
}

/**
 * What a draft becomes when these values are brought into it. Nothing is written: they are unsaved changes like those
 * that are typed, and go out through the same rules, review and conflict check (features H4). Pure.
 */
export function restoring(draft: DraftState<DraftBase>, sources: readonly Source[]): Restoring {
  const values: { field: Field; value: unknown }[] = [];
  const partly: Field[] = [];
  const blocked: Field[] = [];
  for (const source of sources) {
    const { to } = source;
    const { contract } = readingsOf(draft.base).get(to.field_id) ?? {};
    if (!contract || contract.isDerived) continue;
    const value = broughtValue(draft, source);
    const wanted = readField(source.entry, source.from);
    const now = draftValue(draft, to);
    // In another tracker the same entry has another number: there nothing is left out of a set that can be brought.
    const isInPart =
      value !== undefined && source.from.field_id === to.field_id && isPart(wanted, value);
    if (equal(value ?? wanted.value, now) && !isInPart) continue;
    if (value === undefined || equal(value, now) || !isEditable(draft.base, to)) blocked.push(to);
    else {
      values.push({ field: to, value });
      if (isInPart) partly.push(to);
    }
  }
  return { values, partly, blocked };
}

/**
 * Why a value cannot be brought into an artifact as it stands; undefined where it can, null where it stands there. `closed`
 * are the reasons why fields cannot be changed, as far as they are known. Pure.
 */
export function whyNotBring(
  base: DraftBase,
  source: Source,
  closed?: ReadonlyMap<number, string>,
): string | undefined | null {
  const { values, blocked } = restoring(emptyDraft(base), [source]);
  if (values.length > 0) return undefined;
  if (blocked.length === 0) return null;
  const { field_id, label } = source.to;
  if (isEditable(base, source.to)) return `${label} cannot take that value here`;
  return closed?.get(field_id) ?? `You may not change ${label} here, or not at this status`;
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
