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
/** Key and text of what was read last: another text there, of another tab or taken away with all else, is read anew. */
let loaded = '';
let recents = none;
const listeners = new Set<() => void>();

/** Two servers or two people in one browser never see each other's places. */
function keyOf(session: Session): string {
  return `parterre.recent.${session.connection.id}.${session.person.id}`;
}

function read(text: string | null): readonly Recent[] {
  try {
    const result = z.safeParse(recentSchema, JSON.parse(text ?? '[]'));
    return result.success ? result.data : none;
  } catch {
    return none;
  }
}

function current(session: Session | null): readonly Recent[] {
  if (!session) return none;
  const key = keyOf(session);
  const text = readStored(key);
  if (loaded !== key + text) {
    loaded = key + text;
    recents = read(text);
  }
  return recents;
}

function become(session: Session, next: readonly Recent[]): void {
  recents = next;
  const key = keyOf(session);
  const text = JSON.stringify(recents);
  // Where nothing is stored, memory is enough for a convenience.
  if (writeStored(key, text)) loaded = key + text;
  for (const listener of listeners) listener();
}

/** Puts a visited place first. Without storage the list lasts as long as the page. */
export function visit(session: Session, place: Recent): void {
  const before = current(session);
  if (before[0]?.path === place.path && before[0].title === place.title) return;
  const others = before.filter(({ path }) => path !== place.path);
  become(session, [place, ...others].slice(0, MOST));
}

/** Takes a place out that is there no more. */
export function unvisit(session: Session, gone: string): void {
  const before = current(session);
  const rest = before.filter(({ path }) => path !== gone);
  if (rest.length < before.length) become(session, rest);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The places this person visited on this server, the last one first. */
export function useRecents(session: Session | null): readonly Recent[] {
  return useSyncExternalStore(subscribe, () => current(session));
}
