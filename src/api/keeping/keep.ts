import { readStored, writeStored } from '~/lib/storage';
import { beginSession, type KeptSession, keepSessionsWith } from '../session';

const KEPT = 'parterre.session';

/** Another holder of what is kept: the vault, once somebody uses it. */
export type Holder = (kept: readonly KeptSession[]) => void;

let held: readonly KeptSession[] = [];
let holder: Holder = () => {};

/** What is signed in now is handed to `next` at once, and again at every change. */
export function alsoKeepWith(next: Holder): void {
  holder = next;
  holder(held);
}

function keep(kept: readonly KeptSession[]): void {
  held = kept;
  holder(kept);
  const inTab = kept.filter((each) => each.keep === 'tab');
  // Without storage the session lasts as long as the page.
  writeStored(KEPT, inTab.length === 0 ? null : JSON.stringify(inTab), 'session');
}

/**
 * Goes on with the sessions that this tab kept, and keeps those that follow as the person chooses (C7).
 * Called once, before the first page. Credentials the server no longer takes lead to signing in again in place.
 */
export async function startKeeping(): Promise<void> {
  const text = readStored(KEPT, 'session');
  keepSessionsWith(keep);
  if (text === null) return;
  // Most visits begin with nothing kept, and need no reader.
  const { readKept } = await import('./kept');
  // The current one comes last, so that it is the current one.
  for (const { session, credentials, keep: how } of readKept(text).toReversed()) {
    beginSession(session, credentials, how);
  }
}
