import type { FieldReadings } from '../readField';
import { artifactLinkField } from './artifactLinkField';
import type { ArtifactLinks } from './mergeLinks';

/** The links of an artifact, one for each of its link fields. */
export function linksOf(readings: FieldReadings): ArtifactLinks[] {
  return [...readings.values()].flatMap(({ contract, value }) =>
    contract.id === artifactLinkField.id ? [value as ArtifactLinks] : [],
  );
}
