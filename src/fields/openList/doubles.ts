import type { Field } from '~/api/trackers';
import { nearDuplicate } from './nearDuplicate';
import type { OpenValue } from './openListField';
import { retiredLabels } from './openOptions';

/** The labels a field has, of what it offers and of what was taken out of use. */
export interface Labels {
  offered: readonly string[];
  retired: readonly string[];
}

/** Those of a field that offers these. */
export function labelsOf(field: Field, offered: readonly OpenValue[]): Labels {
  return { offered: offered.map(({ label }) => label), retired: retiredLabels(field) };
}

/** A value of the field that a new one would nearly repeat. */
interface Double {
  label: string;
  isRetired: boolean;
}

/**
 * What a new value would stand beside (features E6); undefined where nothing is like it. A retired one also where it is the
 * same to the letter: the server makes a second one of that name.
 */
export function doubleOf(label: string, { offered, retired }: Labels): Double | undefined {
  const alike = nearDuplicate(label, offered);
  if (alike !== undefined) return { label: alike, isRetired: false };
  const old = retired.includes(label) ? label : nearDuplicate(label, retired);
  return old === undefined ? undefined : { label: old, isRetired: true };
}
