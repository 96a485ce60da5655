import type { ValueEntry } from '~/api/artifacts/read';
import type { Field } from '~/api/trackers';
import type { Source } from '~/changesets/restore';
import { isSameValue, sourceOf } from '~/fields/contract';
import { counterparts } from '~/fields/counterpart';
import { type FieldReading, readFields } from '~/fields/readField';
import type { FieldChange } from '~/saving/changes';
import { entryOf } from '~/saving/draft/snapshot';
import type { LoadedSide } from './side';

/** One line of a comparison: a field of both sides, or of one alone. */
export interface CompareRow {
  label: string;
  a: FieldReading | undefined;
  b: FieldReading | undefined;
  /** What stands between them; null where they are the same, or cannot be told apart entry by entry. */
  change: FieldChange | null;
  isSame: boolean;
}

/** The values of a side: those of its changeset, else of now. */
export function valuesOf({ now, changeset }: LoadedSide): readonly ValueEntry[] {
  return changeset?.values ?? now.artifact.values ?? [];
}

function textOf(reading: FieldReading): string {
  return sourceOf(reading, reading.value);
}

/**
 * The value of `a` in the words of `b`'s field: the ids of a list mean something in their own tracker only. Undefined
 * where it has no counterpart there.
 */
function inTermsOf(a: FieldReading, b: FieldReading): unknown {
  const isOwn = a.field.field_id === b.field.field_id;
  if (isOwn || b.field.bindings.type === null) return a.value;
  const place = {
    now: b.value,
    to: b.field,
    from: a.field,
    isSameArtifact: false,
    artifactId: null,
  };
  return b.contract.bring?.(a.value, place);
}

function pair(a: FieldReading, b: FieldReading): CompareRow {
  const { field, contract } = b;
  const before = a.contract === contract ? inTermsOf(a, b) : undefined;
  // Two people may have one name; and what nobody chose, as a sum, may be another number.
  const isOfPeople = field.bindings.type === 'users' && a.field.bindings.type === 'users';
  const isSame =
    before === undefined
      ? !isOfPeople && textOf(a) === textOf(b)
      : isSameValue(contract, before, b.value) && sourceOf(b, before) === textOf(b);
  const change =
    isSame || before === undefined ? null : { field, contract, before, after: b.value };
  return { label: a.field.label, a, b, change, isSame };
}

function isShown({ contract }: FieldReading): boolean {
  return !contract.isDerived;
}

/** Both sides field by field, in the order of `a`; what only `b` has comes last. Pure (features V6). */
export function compareRows(a: LoadedSide, b: LoadedSide): CompareRow[] {
  const left = [...readFields(valuesOf(a), a.now.fields).values()].filter(isShown);
  const right = [...readFields(valuesOf(b), b.now.fields).values()].filter(isShown);
  const fieldsOf = (readings: FieldReading[]) => readings.map(({ field }) => field);
  const twins = counterparts(fieldsOf(left), fieldsOf(right));
  const taken = new Set<FieldReading>();
  const rows = left.map((reading): CompareRow => {
    const twin = twins.get(reading.field.field_id);
    const other = right.find(({ field }) => field === twin);
    if (!other) {
      const isSame = textOf(reading) === '';
      return { label: reading.field.label, a: reading, b: undefined, change: null, isSame };
    }
    taken.add(other);
    return pair(reading, other);
  });
  const onlyRight = right.filter((reading) => !taken.has(reading));
  return [
    ...rows,
    ...onlyRight.map((reading) => ({
      ...{ label: reading.field.label, a: undefined, b: reading, change: null },
      isSame: textOf(reading) === '',
    })),
  ];
}

/** A field of one side as a source for the artifact of the other. */
export function sourceFor(
  from: FieldReading,
  to: Field,
  sides: { from: LoadedSide; to: LoadedSide },
): Source {
  return {
    from: from.field,
    to,
    entry: entryOf([...valuesOf(sides.from)], from.field.field_id),
    isSameArtifact: sides.from.now.artifact.id === sides.to.now.artifact.id,
  };
}
