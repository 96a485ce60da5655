import * as z from 'zod/mini';
import { writeStored } from '~/lib/storage';

const SIGNED_OUT = 'parterre.signedOut';

const messageSchema = z.object({ signedOut: z.string() });

let opened: BroadcastChannel | null | undefined;

/** One channel per tab, which hears the others and not itself; null where the browser has none. */
function channel(): BroadcastChannel | null {
  if (opened === undefined) {
    opened = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('parterre');
  }
  return opened;
}

/**
 * Tells the other tabs of this browser that a profile has signed out (features C5, Z6): on a channel, or where the browser
 * has none by a text that is stored for a moment.
 */
export function tellOtherTabs(profile: string): void {
  const telling = channel();
  if (telling) {
    telling.postMessage({ signedOut: profile });
    return;
  }
  writeStored(SIGNED_OUT, profile);
  writeStored(SIGNED_OUT, null);
}

/** Calls `onSignedOut` with the profile that signed out in another tab; anything else on the channel is ignored. */
export function hearOtherTabs(onSignedOut: (profile: string) => void): () => void {
  const listening = channel();
  if (!listening) {
    const see = ({ key, newValue }: StorageEvent): void => {
      if (key === SIGNED_OUT && newValue !== null) onSignedOut(newValue);
    };
    addEventListener('storage', see);
    return () => removeEventListener('storage', see);
  }
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const message = z.safeParse(messageSchema, data);
    if (message.success) onSignedOut(message.data.signedOut);
  };
  listening.addEventListener('message', hear);
  return () => listening.removeEventListener('message', hear);
}
