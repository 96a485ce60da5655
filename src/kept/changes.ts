import * as z from 'zod/mini';
import { kinds, type Slot } from './record';

const CHANNEL = 'parterre.kept';

const messageSchema = z.object({
  kind: z.enum(kinds),
  server: z.string(),
  user: z.int(),
  /** `''`: anything of this kind may be another. */
  id: z.string(),
});

/** What was written or dropped, here or in another tab. */
export type KeptChange = z.infer<typeof messageSchema> & { isHere: boolean };

type Listener = (change: KeptChange) => void;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | null | undefined;

/** Null where the browser has none: then tabs follow each other by looking now and then. */
function channelOf(): BroadcastChannel | null {
  if (channel !== undefined) return channel;
  channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = z.safeParse(messageSchema, data);
    if (message.success) tell({ ...message.data, isHere: false });
  });
  return channel;
}

function tell(change: KeptChange): void {
  for (const listener of listeners) listener(change);
}

/** Tells every tab that a slot is another now. */
export function announce({ kind, profile, id }: Slot): void {
  const message = { kind, server: profile[0], user: profile[1], id };
  channelOf()?.postMessage(message);
  tell({ ...message, isHere: true });
}

/** Hears what is written and dropped, in this tab and in others. */
export function onKeptChange(listener: Listener): () => void {
  channelOf();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
