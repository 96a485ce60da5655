import { createContext, useContext, useEffect } from 'react';
import { HEAD, type KeptRecord } from '~/kept/record';
import type { KeptSession } from '~/saving/kept/session/session';
import type { ArtifactAdapter } from './artifactAdapter';

/** A draft as the browser would give it back. */
type Records = ReadonlyMap<string, KeptRecord>;

/** What the page before has left. */
export interface HandOver {
  current: Records | null;
}

/**
 * An artifact that is moved while it is open gets a page of its own, as its fields are others then. What was typed is given
 * to that one here, as the browser may keep nothing of it: full, forbidden, or a shared computer (features X11, Z9).
 */
export const HandOverPlace = createContext<HandOver>({ current: null });

/** The draft as it stands now; null where there is nothing to lose. */
function recordsOf({ slot, head, parts }: ArtifactAdapter): Records | null {
  const first = head();
  if (!first) return null;
  const { kind, id, profile } = slot;
  const [server, user] = profile;
  const place = { kind, id, server, user, at: Date.now() };
  const record = (part: string, body: unknown): [string, KeptRecord] => [
    part,
    { ...place, part, body },
  ];
  return new Map([record(HEAD, first), ...[...parts()].map(([part, body]) => record(part, body))]);
}

/** Takes what the page before has left, and leaves what this one holds. */
export function useHandOver(session: KeptSession, adapter: ArtifactAdapter): void {
  const handOver = useContext(HandOverPlace);
  useEffect(() => {
    const records = handOver.current;
    handOver.current = null;
    if (records) adapter.takeOver(records);
    return () => {
      // What another tab types is not this page's to give on.
      const isOwn = session.state().role !== 'follower';
      handOver.current = isOwn ? recordsOf(adapter) : null;
    };
  }, [handOver, session, adapter]);
}
