import * as z from 'zod/mini';
import { scope } from '~/api/session';
import { readStored, writeStored } from '~/lib/storage';

/** Artifacts with the newest changeset that was seen there, the last visit last. */
const visitsSchema = z.array(z.object({ id: z.int(), seen: z.int() }));

/** More are forgotten, the oldest first. */
const MOST = 300;

/** Two servers or two people in one browser never see each other's. */
function keyOf(): string {
  return `parterre.visits.${scope().join('.')}`;
}

function read(): z.infer<typeof visitsSchema> {
  try {
    const stored = z.safeParse(visitsSchema, JSON.parse(readStored(keyOf()) ?? '[]'));
    return stored.success ? stored.data : [];
  } catch {
    return [];
  }
}

/** The newest changeset of an artifact that this person saw here at the last visit; null where that is not known. */
export function lastSeen(artifactId: number): number | null {
  return read().find(({ id }) => id === artifactId)?.seen ?? null;
}

/** Notes the newest changeset that is on the screen. Where nothing is stored, there is no "last visit". */
export function noteSeen(artifactId: number, changeset: number): void {
  const others = read().filter(({ id }) => id !== artifactId);
  writeStored(
    keyOf(),
    JSON.stringify([...others, { id: artifactId, seen: changeset }].slice(-MOST)),
  );
}
