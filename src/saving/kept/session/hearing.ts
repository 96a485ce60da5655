import { onKeptChange } from '~/kept/changes';
import type { Slot } from '~/kept/record';

interface Hearers {
  /** Another tab wrote this draft, or drafts were wiped (here too). */
  changed(isWiped: boolean): void;
  /** The page may be gone in a moment. */
  flush(): void;
  /** The page may be before the person again. */
  look(): void;
}

/** Tells what concerns a draft that is open in this tab; gives how to end that. */
export function hearOfDraft({ kind, profile, id }: Slot, hearers: Hearers): () => void {
  const { changed, flush, look } = hearers;
  const stop = onKeptChange((change) => {
    const isWiped = change.id === '';
    const isOurs = change.kind === kind && (change.id === id || isWiped);
    const isSame = change.server === profile[0] && change.user === profile[1];
    if (isOurs && isSame && (!change.isHere || isWiped)) changed(isWiped);
  });
  document.addEventListener('visibilitychange', flush);
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
  addEventListener('pagehide', flush);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', flush);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('focus', look);
    removeEventListener('pagehide', flush);
  };
}
