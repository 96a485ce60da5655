import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { Session } from '~/api/session';
import { readStored, writeStored } from '~/lib/storage';

const recentSchema = z.array(
  z.object({
    path: z.string(),
    title: z.string(),
    kind: z.enum(['project', 'tracker', 'artifact', 'svn']),
  }),
);

/** A place that was visited: where and what, nothing of its content. */
export type Recent = z.infer<typeof recentSchema>[number];

const MOST = 8;
const none: readonly Recent[] = [];
let loadedKey = '';
let recents = none;
const listeners = new Set<() => void>();

/** Two servers or two people in one browser never see each other's places. */
function keyOf(session: Session): string {
  return `parterre.recent.${session.connection.id}.${session.person.id}`;
}

function read(key: string): readonly Recent[] {
  try {
    const result = z.safeParse(recentSchema, JSON.parse(readStored(key) ?? '[]'));
    return result.success ? result.data : none;
  } catch {
    return none;
  }
}

function current(session: Session | null): readonly Recent[] {
  if (!session) return none;
  const key = keyOf(session);
  if (key !== loadedKey) {
    loadedKey = key;
    recents = read(key);
  }
  return recents;
}

/** Puts a visited place first. Without storage the list lasts as long as the page. */
export function visit(session: Session, place: Recent): void {
  const before = current(session);
  if (before[0]?.path === place.path && before[0].title === place.title) return;
  recents = [place, ...before.filter(({ path }) => path !== place.path)].slice(0, MOST);
  // Where nothing is stored, memory is enough for a convenience.
  writeStored(keyOf(session), JSON.stringify(recents));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The places this person visited on this server, the last one first. */
export function useRecents(session: Session | null): readonly Recent[] {
  return useSyncExternalStore(subscribe, () => current(session));
}
