import type { ValueEntry } from '~/api/artifacts/read';
import { isSameValue, sourceOf } from '~/fields/contract';
import { counterparts } from '~/fields/counterpart';
import { type FieldReading, readField } from '~/fields/readField';
import { joinWords } from '~/lib/words/joinWords';
import { type DraftState, isEditable, readingsOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import type { LeftValue } from '~/saving/kept/artifactParts';

/** A draft of an artifact that is in another tracker by now. */
export interface Carried {
  /** Over what it was typed over, said with the fields of that tracker: from there it is merged as any other. */
  state: DraftState;
  /** What has no place there. */
  left: readonly LeftValue[];
  /** How many of the typed values there were. */
  count: number;
}

/** A value of one field as the other one can say it; undefined where it cannot. Ids of lists mean others there. */
function saidThere(here: FieldReading, value: unknown, there: FieldReading): unknown {
  const { contract, field: from } = here;
  if (contract !== there.contract) return undefined;
  if (from.field_id === there.field.field_id) return value;
  const place = {
    ...{ now: there.value, to: there.field, from },
    ...{ isSameArtifact: true, artifactId: null },
  };
  return contract.carry ? contract.carry(value, place) : contract.bring?.(value, place);
}

/**
 * What the old version says, as an entry of the field there; undefined where that cannot be said. Null for no entry: the
 * field was never set.
 */
function entryThere(here: FieldReading, there: FieldReading): ValueEntry | null | undefined {
  const { contract, entry } = here;
  const value = saidThere(here, here.value, there);
  if (value === undefined) return undefined;
  if (!entry) return null;
  const { field } = there;
  const { field_id, label, type } = field;
  const said = { ...entry, ...contract.entryIds?.(value), field_id, label, type };
  const reading = readField(said, field);
  return reading.contract === contract && isSameValue(contract, reading.value, value)
    ? said
    : undefined;
}

/** Whether a field was changed, also one that could not be saved any more. */
function isTyped(draft: DraftState, { contract, field, value }: FieldReading): boolean {
  const mine = draft.values.get(field.field_id);
  return draft.values.has(field.field_id) && !isSameValue(contract, mine, value);
}

/**
 * A draft over an artifact that was moved, or whose fields were rebuilt: the same artifact, only with other ids. What it
 * started from and what was typed are said with the fields of `newer`, so that three sides can be merged. A value stays as
 * text where its field has no counterpart that may be changed, or where one of the two cannot be said there (features
 * X11): without what it started from nothing would tell whether somebody else has changed it. Pure.
 */
export function carried(draft: DraftState, newer: ArtifactSnapshot): Carried {
  const { base, comment } = draft;
  const twins = counterparts(base.fields, newer.fields);
  const entries: ValueEntry[] = [];
  const values = new Map<number, unknown>();
  const left: LeftValue[] = [];
  for (const here of readingsOf(base).values()) {
    const { field } = here;
    const there = readingsOf(newer).get(twins.get(field.field_id)?.field_id ?? 0);
    const entry = there && entryThere(here, there);
    if (entry) entries.push(entry);
    if (!isTyped(draft, here)) continue;
    const typed = draft.values.get(field.field_id);
    const isOpen = there && entry !== undefined && isEditable(newer, there.field);
    const mine = isOpen ? saidThere(here, typed, there) : undefined;
    if (there && mine !== undefined) values.set(there.field.field_id, mine);
    else left.push({ label: field.label, text: sourceOf(here, typed) });
  }
  const { tracker, project, xref } = newer.artifact;
  const artifact = { ...base.artifact, tracker, project, xref, values: entries };
  const there = { ...base, artifact, fields: newer.fields, tracker: newer.tracker };
  const count = values.size + left.length;
  return { state: { base: there, values, comment }, left, count };
}

/** "all 2 values fit", "1 of 2 values fit; Regions does not". */
export function fitWords({ left, count }: Pick<Carried, 'left' | 'count'>): string {
  const fit = count - left.length;
  if (left.length === 0) return count === 1 ? 'your value fits' : `all ${count} values fit`;
  return `${fit} of ${count} values fit; ${joinWords(left.map(({ label }) => label))} ${left.length === 1 ? 'does' : 'do'} not`;
}
