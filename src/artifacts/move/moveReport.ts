import type { MoveAnswer } from '~/api/artifacts/move';
import type { Artifact } from '~/api/artifacts/read';
import type { Field } from '~/api/trackers';
import { readFields } from '~/fields/readField';

/** What a move does to a value: `part` where some of a list has no place in the other tracker. */
export type Fate = 'kept' | 'part' | 'lost';

/** One value that the artifact has now, and what becomes of it. */
export interface FieldFate {
  fieldId: number;
  label: string;
  /** In words; `''` when the field is empty, so that nothing is lost with it. Null where this person may not read it. */
  value: string | null;
  fate: Fate;
}

/** In place of a value that is null. */
export const UNREAD = 'A value that you may not read, if any';

const order: Readonly<Record<Fate, number>> = { lost: 0, part: 1, kept: 2 };

/**
 * A dry run's report with the values that are at stake, the lost ones first. What only the server writes is left out: it
 * writes that in the other tracker too. A field that this person may not read is named, as it may hold something. Pure.
 */
export function moveReport(
  { dry_run }: MoveAnswer,
  { values }: Pick<Artifact, 'values'>,
  fields: readonly Field[],
): FieldFate[] {
  const readings = readFields(values, fields);
  const fates = (fate: Fate, list: readonly { field_id: number; label: string }[] = []) =>
    list.flatMap(({ field_id: fieldId, label }): FieldFate[] => {
      const reading = readings.get(fieldId);
      if (!reading) return [{ fieldId, label, value: null, fate }];
      const { contract, field } = reading;
      if (contract.isDerived) return [];
      return [{ fieldId, label, value: contract.toText(reading.value, field), fate }];
    });
  return [
    ...fates('lost', dry_run?.fields.fields_not_migrated),
    ...fates('part', dry_run?.fields.fields_partially_migrated),
    ...fates('kept', dry_run?.fields.fields_migrated),
  ].sort((a, b) => order[a.fate] - order[b.fate]);
}

/** The values that a move takes away, in whole or in part; what may not be read counts as one. */
export function atStake(report: readonly FieldFate[]): FieldFate[] {
  return report.filter(({ fate, value }) => fate !== 'kept' && value !== '');
}
