import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Field, trackerQuery } from '~/api/trackers';
import { inputOf } from '~/fields/inputs';
import { isEditable, readingsOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';

/** Why fields that could be edited are not, by their ids. */
export type WhyNot = ReadonlyMap<number, string>;

const none: WhyNot = new Map();

/** Fields that the app has a control for, and this person may not change now. */
function closedFields(base: ArtifactSnapshot): Field[] {
  return base.fields.filter((field) => {
    const contract = readingsOf(base).get(field.field_id)?.contract;
    const isWritten = contract?.write !== undefined && inputOf(contract.id) !== undefined;
    return isWritten && !isEditable(base, field);
  });
}

function frozenWords(base: ArtifactSnapshot): string {
  const reading = readingsOf(base).get(base.tracker?.workflow?.field_id ?? 0);
  const state = reading ? reading.contract.toText(reading.value, reading.field) : '';
  return reading && state !== ''
    ? `Frozen by the workflow while ${reading.field.label} is ${state}.`
    : 'Frozen by the workflow at this status.';
}

/**
 * Tells what the workflow freezes from what is not mine to change: inside an artifact a frozen field lacks `update`, in its
 * tracker, which knows no state, it has it (trackers.md §2). `own` are the fields of the tracker. Pure (features V1, S3).
 */
export function whyNotOf(base: ArtifactSnapshot, own: readonly Field[]): WhyNot {
  const mine = new Set(
    own.flatMap(({ field_id, permissions }) => (permissions.includes('update') ? field_id : [])),
  );
  const frozen = frozenWords(base);
  return new Map(
    closedFields(base).map(({ field_id }) => [
      field_id,
      mine.has(field_id) ? frozen : 'You may read it, not change it.',
    ]),
  );
}

/** The reasons for a form that is edited; none until the tracker is read, which happens only where a field is closed. */
export function useWhyNot(base: ArtifactSnapshot, isEditing: boolean): WhyNot {
  const isAsked = useMemo(() => isEditing && closedFields(base).length > 0, [isEditing, base]);
  const { data } = useQuery({ ...trackerQuery(base.artifact.tracker.id), enabled: isAsked });
  return useMemo(
    () => (isAsked && data ? whyNotOf(base, data.fields) : none),
    [isAsked, data, base],
  );
}
