import * as z from 'zod/mini';
import { type PlannedWrite, send } from '../requests/write';
import type { ArtifactChange } from './change';
import { type ArtifactVersion, versionOf } from './version';

/** The answer to `POST /artifacts` (artifacts.md §5.1). */
export const createdArtifactSchema = z.looseObject({
  id: z.int(),
  uri: z.string(),
  tracker: z.looseObject({ id: z.int(), label: z.string() }),
});

export type CreatedArtifact = z.infer<typeof createdArtifactSchema>;

/** What `postArtifact` sends. */
export function postArtifactWrite(
  trackerId: number,
  values: ArtifactChange['values'],
): PlannedWrite<CreatedArtifact> {
  const body = { tracker: { id: trackerId }, values };
  return {
    method: 'POST',
    path: 'artifacts',
    body,
    isRepeated: false,
    about: null,
    schema: createdArtifactSchema,
  };
}

/** Creates an artifact; fields not named take their default value. A comment cannot be given (artifacts.md §5.1). */
export async function postArtifact(
  trackerId: number,
  values: ArtifactChange['values'],
): Promise<CreatedArtifact & ArtifactVersion> {
  const { data, headers } = await send(postArtifactWrite(trackerId, values));
  return { ...data, ...versionOf(headers) };
}

/** What `copyArtifact` sends: of the other artifact the server takes the title alone (recorded artifacts/28). */
export function copyArtifactWrite(
  trackerId: number,
  fromId: number,
): PlannedWrite<CreatedArtifact> {
  return {
    method: 'POST',
    path: 'artifacts',
    body: { tracker: { id: trackerId }, from_artifact: { id: fromId } },
    isRepeated: false,
    about: null,
    schema: createdArtifactSchema,
  };
}

/** Creates an artifact with the title of another; all other fields take their default value. */
export async function copyArtifact(trackerId: number, fromId: number): Promise<CreatedArtifact> {
  return (await send(copyArtifactWrite(trackerId, fromId))).data;
}
