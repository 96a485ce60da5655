import * as z from 'zod/mini';
import type { FieldReadings } from '../readField';
import { artifactLinkField } from './artifactLinkField';
import type { ArtifactLinks } from './mergeLinks';

const ends = z.array(z.object({ id: z.int(), type: z.string() }));
const linksSchema = z.object({ forward: ends, reverse: ends });

/** The links of an artifact, one for each of its link fields. */
export function linksOf(readings: FieldReadings): ArtifactLinks[] {
  return [...readings.values()].flatMap(({ contract, value }) =>
    contract.id === artifactLinkField.id ? [z.parse(linksSchema, value)] : [],
  );
}
