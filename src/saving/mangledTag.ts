import * as z from 'zod/mini';
import { readStored, writeStored } from '~/lib/storage';

/** Something between here and the server changes the version tag on its way, so that the server refuses it (features D3). */
const noteSchema = z.object({
  server: z.string(),
  /** As it was given and sent back. */
  refused: z.string(),
  /** The first and the last time, in milliseconds. */
  since: z.number(),
  last: z.number(),
});

const notesSchema = z.array(noteSchema);

export type MangledTag = z.infer<typeof noteSchema>;

const KEY = 'parterre.mangledTags';

/** What saves found out so far, one note a server; empty where the browser stores nothing. */
export function mangledTags(): readonly MangledTag[] {
  try {
    const parsed = z.safeParse(notesSchema, JSON.parse(readStored(KEY) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    // What lies there is no JSON: a save that meets it again notes it anew.
    return [];
  }
}

/** Notes that a save to this server only went out with another tag (features X9): the doctor tells it. Never throws. */
export function noteMangledTag(server: string, refused: string, now: number): void {
  const notes = mangledTags();
  const since = notes.find((note) => note.server === server)?.since ?? now;
  const others = notes.filter((note) => note.server !== server);
  // Where nothing is stored it is only a hint less about the connection: the save itself is done.
  writeStored(KEY, JSON.stringify([...others, { server, refused, since, last: now }]));
}
