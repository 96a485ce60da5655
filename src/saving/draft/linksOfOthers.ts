import { equal } from '~/lib/equal';
import { baseValue, readingsOf } from './draftState';
import type { ArtifactSnapshot } from './snapshot';

/**
 * Whether parts that are stored at other artifacts (links of others) differ between two versions: those come and go without
 * a changeset here, and without another ETag (features D4).
 */
export function hasOtherParts(base: ArtifactSnapshot, version: ArtifactSnapshot): boolean {
  return [...readingsOf(base).values()].some(
    ({ contract, field, value }) => contract.elsewhere && !equal(value, baseValue(version, field)),
  );
}
