import * as z from 'zod/mini';

const messageSchema = z.object({ signedOut: z.string() });

let opened: BroadcastChannel | null | undefined;

/** One channel per tab, which hears the others and not itself; null where the browser has none. */
function channel(): BroadcastChannel | null {
  if (opened === undefined) {
    opened = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('parterre');
  }
  return opened;
}

/** Tells the other tabs of this browser that a profile has signed out (features C5). */
export function tellOtherTabs(profile: string): void {
  channel()?.postMessage({ signedOut: profile });
}

/** Calls `onSignedOut` with the profile that signed out in another tab; anything else on the channel is ignored. */
export function hearOtherTabs(onSignedOut: (profile: string) => void): () => void {
  const listening = channel();
  if (!listening) return () => {};
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const message = z.safeParse(messageSchema, data);
    if (message.success) onSignedOut(message.data.signedOut);
  };
  listening.addEventListener('message', hear);
  return () => listening.removeEventListener('message', hear);
}
