import * as z from 'zod/mini';
import { type PlannedWrite, send, type WriteFacts } from '../requests/write';

const movedFieldSchema = z.looseObject({ field_id: z.int(), label: z.string(), name: z.string() });

/** The answer to `PATCH /artifacts/ID`: what a dry run says, null after a move (artifacts.md §5.4). */
export const moveAnswerSchema = z.looseObject({
  dry_run: z.nullable(
    z.looseObject({
      fields: z.looseObject({
        fields_migrated: z.array(movedFieldSchema),
        fields_not_migrated: z.array(movedFieldSchema),
        fields_partially_migrated: z.array(movedFieldSchema),
      }),
    }),
  ),
});

export type MoveAnswer = z.infer<typeof moveAnswerSchema>;

interface MoveTarget {
  trackerId: number;
  /** Nothing is moved: the server only says what would be kept. */
  isDryRun?: boolean;
  about?: WriteFacts;
}

/** What `moveArtifact` sends. */
export function moveArtifactWrite(
  id: number,
  { trackerId, isDryRun = false, about = { name: `Artifact #${id}` } }: MoveTarget,
): PlannedWrite<MoveAnswer> {
  return {
    method: 'PATCH',
    path: `artifacts/${id}`,
    body: { move: { tracker_id: trackerId, ...(isDryRun ? { dry_run: true } : {}) } },
    isRepeated: false,
    about: isDryRun ? null : about,
    schema: moveAnswerSchema,
  };
}

/**
 * Moves an artifact to another tracker, or says what would be kept. 400 for who does not administer both trackers, for the
 * same tracker and where a tracker forbids it; 404 for an unknown one (artifacts.md §5.4).
 */
export async function moveArtifact(id: number, target: MoveTarget): Promise<MoveAnswer> {
  return (await send(moveArtifactWrite(id, target))).data;
}
